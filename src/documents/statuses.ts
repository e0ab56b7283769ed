import type { Flows } from '../flows/flows';
import type { FlowRef } from '../flows/types';
import type { Log } from '../platform/log';

/** How old a status may be when somebody begins to edit, in milliseconds. */
const LASTS = 5 * 60_000;

/** No change of such a flow is taken any more: the one for good, the other for as long as WhatsApp says. */
export function isReadOnly(status: string | undefined): boolean {
  return status === 'DEPRECATED' || status === 'BLOCKED';
}

/** People get messages with it now. */
export function isLive(status: string | undefined): boolean {
  return status === 'PUBLISHED' || status === 'THROTTLED';
}

/** What state the flows in editors are in. Nobody waits for it who wants to read. */
export class Statuses {
  constructor(
    private readonly flows: Pick<Flows, 'get' | 'read' | 'store'>,
    private readonly log: Log,
  ) {}

  of(ref: FlowRef): string | undefined {
    return this.flows.get(ref)?.status;
  }

  /** Undefined when it cannot be had. Never rejects. */
  async known(ref: FlowRef): Promise<string | undefined> {
    return this.of(ref) ?? (await this.ask(ref, 'person'));
  }

  /** For a flow that is shown: asks when nobody ever has. */
  async shown(ref: FlowRef): Promise<void> {
    await this.flows.store(ref).load();
    if (this.of(ref) === undefined) await this.ask(ref, 'visible');
  }

  /** For a flow that somebody begins to edit: it may be live by now. */
  async edited(ref: FlowRef): Promise<string | undefined> {
    const { readAt = 0 } = this.flows.get(ref) ?? {};
    if (this.of(ref) !== undefined && Math.abs(Date.now() - readAt) < LASTS) return this.of(ref);
    return this.ask(ref, 'visible');
  }

  /** For a flow that was changed. */
  async changed(ref: FlowRef): Promise<void> {
    await this.ask(ref, 'visible');
  }

  private async ask(ref: FlowRef, lane: 'person' | 'visible'): Promise<string | undefined> {
    try {
      return (await this.flows.read(ref, { lane })).status;
    } catch (error) {
      this.log.debug(`status of flow ${ref.flowId}: ${String(error)}`);
      return this.of(ref);
    }
  }
}
