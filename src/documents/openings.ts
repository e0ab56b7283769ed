import * as vscode from 'vscode';
import type { Flows } from '../flows/flows';
import type { FlowRef } from '../flows/types';
import { isCancelled, throwIfCancelled } from '../platform/cancellation';
import type { Log } from '../platform/log';
import { withLateProgress } from '../platform/progress';
import { sleep } from '../platform/sleep';
import { columnForText } from '../platform/textColumn';
import { tabOf } from './flowTabs';
import { flowKey, flowUri } from './flowUri';
import { labelOf } from './sentences';

/** How long a flow that has arrived waits for its name, in milliseconds. */
const NAME_GRACE = 1_000;

interface OpeningsParts {
  readonly flows: Pick<Flows, 'get' | 'read'>;
  readonly log: Log;
  /** Gets the JSON ready for the tab. */
  readonly look: (ref: FlowRef, signal: AbortSignal) => Promise<unknown>;
  /** True when the flow's tab shows a notice in its place. */
  readonly failed: (ref: FlowRef) => boolean;
  /** Makes VS Code look at an open flow anew. */
  readonly refresh: (ref: FlowRef) => void;
}

/** Opens flows in tabs. */
export class Openings {
  private readonly running = new Map<string, Promise<void>>();

  constructor(private readonly parts: OpeningsParts) {}

  has(ref: FlowRef): boolean {
    return this.running.has(flowKey(ref));
  }

  /** One opening for all who ask for the same flow meanwhile. */
  open(ref: FlowRef, signal?: AbortSignal): Promise<void> {
    const key = flowKey(ref);
    let opening = this.running.get(key);
    if (opening === undefined) {
      opening = this.show(ref, signal).finally(() => this.running.delete(key));
      this.running.set(key, opening);
    }
    return opening;
  }

  private async show(ref: FlowRef, signal?: AbortSignal): Promise<void> {
    const found = tabOf(ref);
    if (found === undefined) {
      const name = await this.load(ref, signal);
      await vscode.commands.executeCommand('vscode.open', flowUri(ref, name), {
        viewColumn: columnForText(),
      });
      return;
    }
    if (this.parts.failed(ref)) {
      this.parts.refresh(ref);
      await this.load(ref, signal);
    }
    const options = { viewColumn: found.tab.group.viewColumn };
    await vscode.commands.executeCommand('vscode.open', found.uri, options);
  }

  /** Gets JSON and name, with progress when it takes a while. That the JSON cannot be had is for the tab to say. */
  private async load(ref: FlowRef, signal?: AbortSignal): Promise<string | undefined> {
    const title = vscode.l10n.t('Opening {0}', labelOf(ref, this.parts.flows.get(ref)?.name));
    const name = await withLateProgress(title, (cancelled) => this.nameOnceLooked(ref, cancelled), signal);
    throwIfCancelled(signal);
    return name;
  }

  /** The name of a flow that is in no list is a request more, which goes along with the others. */
  private async nameOnceLooked(ref: FlowRef, signal: AbortSignal): Promise<string | undefined> {
    const { flows, log, look } = this.parts;
    const looking = look(ref, signal).catch((error: unknown) => {
      if (isCancelled(error)) throw error;
      log.warn(`flow ${ref.flowId}: ${error instanceof Error ? error.message : String(error)}`);
    });
    const known = flows.get(ref)?.name;
    if (known !== undefined) {
      await looking;
      return known;
    }
    const naming = flows.read(ref, { signal }).then(
      ({ name }) => name,
      () => undefined,
    );
    await looking;
    return Promise.race([naming, sleep(NAME_GRACE, signal).then(() => undefined)]);
  }
}
