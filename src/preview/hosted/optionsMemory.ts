import type * as vscode from 'vscode';
import type { FlowRef } from '../../flows/types';
import type { Log } from '../../platform/log';
import { defaultOptions, problemsOf, readOptions, type PreviewOptions } from '../../webview/hosted/options';

const KEY = 'camsFlows.preview.options';
/** More flows than anybody tries out in a month; the one that was not changed for longest goes first. */
const MOST = 100;

/**
 * The options of each flow's preview. A flow token or a phone number may be personal, so they lie where
 * secrets lie, all under one key: what cannot be listed must not be scattered.
 */
export class OptionsMemory {
  constructor(
    private readonly secrets: vscode.SecretStorage,
    private readonly log: Log,
  ) {}

  async get(ref: FlowRef): Promise<PreviewOptions> {
    const all = await this.read();
    return all.get(keyOf(ref)) ?? defaultOptions;
  }

  async set(ref: FlowRef, options: PreviewOptions): Promise<void> {
    await this.change((all) => {
      all.delete(keyOf(ref));
      all.set(keyOf(ref), options);
    });
  }

  /** Forgets the flows of accounts that are no longer signed in. */
  async keepAccounts(isKnown: (accountId: string) => boolean): Promise<void> {
    await this.change((all) => {
      for (const key of all.keys()) if (!isKnown(key.split('/', 1)[0] ?? '')) all.delete(key);
    });
  }

  private async change(edit: (all: Map<string, PreviewOptions>) => void): Promise<void> {
    // Read each time: another window may have written in between.
    const all = await this.read();
    const before = JSON.stringify([...all]);
    edit(all);
    const after = JSON.stringify([...all].slice(-MOST));
    if (after === before) return;
    try {
      await (all.size === 0 ? this.secrets.delete(KEY) : this.secrets.store(KEY, after));
    } catch {
      // A locked key ring costs the memory of the options, not the preview.
      this.log.warn('preview options could not be stored');
    }
  }

  private async read(): Promise<Map<string, PreviewOptions>> {
    const all = new Map<string, PreviewOptions>();
    try {
      const stored: unknown = JSON.parse((await this.secrets.get(KEY)) ?? '[]');
      for (const entry of Array.isArray(stored) ? (stored as unknown[]) : []) {
        const [key, value] = Array.isArray(entry) ? (entry as unknown[]) : [];
        const options = readOptions(value);
        const isUsable = options !== undefined && Object.keys(problemsOf(options)).length === 0;
        if (typeof key === 'string' && isUsable) all.set(key, options);
      }
    } catch {
      this.log.warn('preview options could not be read');
    }
    return all;
  }
}

function keyOf(ref: FlowRef): string {
  return [ref.accountId, ref.spaceId, ref.flowId].join('/');
}
