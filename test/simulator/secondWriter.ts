import { Refusal } from './answers';
import type { FaultPlace } from './faults';
import { deprecate, publish, remove, rename, replaceJson, type Rules } from './flowRules';
import type { RecordedRequest } from './requests';
import type { StoredFlow, StoredSpace } from './state';
import type { World } from './world';

/** A moment between two requests of a client, or within one. */
export interface Moment {
  /** As for faults: an operation, `PUT` or `GET` of the file store, a whole site, or `*`. */
  readonly place: FaultPlace;
  /** Before the request takes effect, or when it has and is not answered yet. Default: 'before'. */
  readonly moment?: 'before' | 'after';
  /** The how-manieth such request, counted from now. Default: 1. */
  readonly nth?: number;
  /** Only these requests. CAMS itself fetches FilePath from the file store with a GET, too. */
  readonly when?: (request: RecordedRequest) => boolean;
}

/** Anything; the request waits for it, so that a promise holds it as long as a test wants. */
export type SecondAction = (writer: SecondWriter, request: RecordedRequest) => unknown;

export interface Appointment {
  /** Whether the moment has come. */
  readonly acted: boolean;
  clear(): void;
}

interface Entry extends Appointment {
  acted: boolean;
  left: number;
  readonly moment: Moment;
  readonly action: SecondAction;
}

/**
 * Somebody else who works on the same flows: now, or at a moment that nobody else could hit. What the status of a flow does not
 * allow is refused to them as well: each change answers `OK`, or the code of the refusal.
 */
export class SecondWriter {
  private entries: Entry[] = [];

  constructor(private readonly world: Rules & Pick<World, 'state'>) {}

  /** Acts once, at this moment. Of several orders for one moment all act, in their order. */
  when(moment: Moment, action: SecondAction): Appointment {
    const entry: Entry = {
      acted: false,
      left: moment.nth ?? 1,
      moment,
      action,
      clear: () => (this.entries = this.entries.filter((other) => other !== entry)),
    };
    this.entries.push(entry);
    return entry;
  }

  clear(): void {
    this.entries = [];
  }

  replaceJson(flowId: string, text: string): string {
    return this.change(flowId, (_, flow) => replaceJson(this.world, flow, text, 'secondWriter'));
  }

  rename(flowId: string, name: string): string {
    return this.change(flowId, (space, flow) => rename(this.world, { space, flow }, name));
  }

  publish(flowId: string): string {
    return this.change(flowId, (_, flow) => publish(this.world, flow));
  }

  deprecate(flowId: string): string {
    return this.change(flowId, (_, flow) => deprecate(this.world, flow));
  }

  delete(flowId: string): string {
    return this.change(flowId, (space, flow) => remove(this.world, space, flow));
  }

  /** For the sites: a request has come, or has taken effect. */
  async reach(request: RecordedRequest, now: 'before' | 'after'): Promise<void> {
    for (const entry of [...this.entries]) {
      const { place, moment = 'before', when = () => true } = entry.moment;
      const here = place === '*' || place === request.site || place === request.action;
      if (!here || moment !== now || !when(request) || --entry.left > 0) continue;
      entry.clear();
      await entry.action(this, request);
      entry.acted = true;
    }
  }

  private change(flowId: string, change: (space: StoredSpace, flow: StoredFlow) => void): string {
    const found = this.world.state.findFlow(flowId);
    if (!found) return this.world.behaviour.codes.flowNotFound;
    try {
      change(found.space, found.flow);
      return 'OK';
    } catch (error) {
      if (error instanceof Refusal) return error.code;
      throw error;
    }
  }
}
