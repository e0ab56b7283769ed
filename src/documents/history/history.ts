import * as vscode from 'vscode';
import type { Accounts } from '../../accounts/accounts';
import { AdviceError } from '../../accounts/adviceError';
import type { FlowRef } from '../../flows/types';
import { DisposableStore } from '../../platform/disposable';
import type { Log } from '../../platform/log';
import { fingerprintOf } from '../fingerprint';
import { flowKey } from '../flowUri';
import { meaningOf } from '../meaning';
import { folderOf } from './folders';
import { HistoryDisk } from './historyDisk';
import type { KeptVersions, Origin, Version } from './types';
import { Upkeep } from './upkeep';
import { dateOf, distinct, type VersionFile } from './versionList';
import { fileNameOf, idOf } from './versionName';

export type { KeptVersions, Origin, Version } from './types';

/** 20 versions a flow, 200 MB in all. */
const LIMITS = { versions: 20, bytes: 200_000_000 };

interface HistoryParts {
  readonly accounts: Pick<Accounts, 'all'>;
  /** Where the versions lie. */
  readonly folder: vscode.Uri;
  readonly log: Log;
}

/**
 * A file for each version; its name says all that the list needs. There is no index and no lock, so nothing can be out of
 * step with the files, after a crash or while several windows write: a version is there from the moment in which its
 * file gets its name, and only the same bytes under a later time, or the limits, take it away.
 */
export class History extends DisposableStore implements KeptVersions {
  private readonly changed = this.register(new vscode.EventEmitter<FlowRef>());
  readonly onDidChange = this.changed.event;
  private readonly disk = new HistoryDisk(vscode.workspace.fs);
  private readonly upkeep: Upkeep;
  /** The last keeping of each flow: the next one waits for it, lest two have the same time. */
  private readonly keeping = new Map<string, Promise<unknown>>();
  /** The flows that somebody here has asked about, by their folder. */
  private readonly known = new Map<string, FlowRef>();

  constructor(
    private readonly parts: HistoryParts,
    private readonly limits = LIMITS,
  ) {
    super();
    this.upkeep = new Upkeep({
      ...parts,
      limits,
      disk: this.disk,
      removed: (folder) => this.tellOf(folder),
    });
  }

  async keep(ref: FlowRef, bytes: Uint8Array, origin: Origin): Promise<Version> {
    const key = flowKey(ref);
    const before = this.keeping.get(key) ?? Promise.resolve();
    const keeping = before.catch(() => undefined).then(() => this.keepNow(ref, bytes, origin));
    this.keeping.set(key, keeping);
    try {
      return await keeping;
    } finally {
      if (this.keeping.get(key) === keeping) this.keeping.delete(key);
    }
  }

  async list(ref: FlowRef): Promise<readonly Version[]> {
    const files = distinct(await this.versionsOf(ref)).slice(0, this.limits.versions);
    return files.map((file) => versionOf(ref, file));
  }

  async read({ ref, id }: Pick<Version, 'ref' | 'id'>): Promise<Uint8Array> {
    // Another window may have kept the same bytes again meanwhile: then they lie under another name.
    for (let attempts = 3; attempts > 0; attempts--) {
      const file = (await this.versionsOf(ref)).find((each) => each.id === id);
      if (file === undefined) break;
      const bytes = await this.disk.read(this.folderOf(ref), file);
      if (bytes === undefined) continue;
      if (idOf(fingerprintOf(bytes)) !== id) throw damaged();
      return bytes;
    }
    throw versionGone();
  }

  async find(ref: FlowRef, meaning: string): Promise<Uint8Array | undefined> {
    for (const version of await this.list(ref)) {
      if (version.meaning !== meaning) continue;
      try {
        return await this.read(version);
      } catch (error) {
        if (!(error instanceof AdviceError)) throw error;
      }
    }
    return undefined;
  }

  private async keepNow(ref: FlowRef, bytes: Uint8Array, origin: Origin): Promise<Version> {
    const folder = this.folderOf(ref);
    const id = idOf(fingerprintOf(bytes));
    const [newest] = await this.versionsOf(ref);
    if (newest?.id === id && saysMore(newest.origin, origin) && (await this.holds(ref, newest, bytes))) {
      return versionOf(ref, newest);
    }
    // Also when the clock was set back, the newest version is the one that was kept last.
    const at = Math.max(Date.now(), newest === undefined ? 0 : dateOf(newest) + 1);
    const name = { at, origin, size: bytes.byteLength, id, meaning: meaningOf(bytes) };
    const file = fileNameOf(name);
    await this.disk.put(folder, file, bytes);
    void this.upkeep.after(folder, { ...name, file });
    this.changed.fire(ref);
    return versionOf(ref, name);
  }

  private async holds(ref: FlowRef, file: VersionFile, bytes: Uint8Array): Promise<boolean> {
    const kept = await this.disk.read(this.folderOf(ref), file).catch(() => undefined);
    return kept !== undefined && Buffer.compare(kept, bytes) === 0;
  }

  private versionsOf(ref: FlowRef): Promise<VersionFile[]> {
    return this.disk.versions(this.folderOf(ref));
  }

  private folderOf(ref: FlowRef): vscode.Uri {
    const folder = folderOf(this.parts.folder, ref);
    this.known.set(folder.path, ref);
    return folder;
  }

  private tellOf(folder: vscode.Uri): void {
    const ref = this.known.get(folder.path);
    if (ref !== undefined) this.changed.fire(ref);
  }
}

/**
 * A text that is opened again stays what it was: "saved from here five days ago" tells more than "opened just now". For
 * all else time and origin belong together, so the later ones count.
 */
function saysMore(before: Origin, now: Origin): boolean {
  return now === 'base' && before !== 'base';
}

function versionOf(ref: FlowRef, { id, origin, at, size, meaning }: Omit<VersionFile, 'file'>): Version {
  const { accountId, spaceId, flowId } = ref;
  return { ref: { accountId, spaceId, flowId }, id, origin, at, size, meaning };
}

/** Why a version that somebody has seen cannot be had. */
export function versionGone(): AdviceError {
  return new AdviceError(
    vscode.l10n.t('This version of the flow is not on this computer any more.'),
    vscode.l10n.t('The last 20 versions of each flow are kept, and 200 MB in all. Pick another version.'),
  );
}

function damaged(): AdviceError {
  return new AdviceError(
    vscode.l10n.t('This version of the flow is damaged: its file on this computer is not what was written.'),
    vscode.l10n.t('Pick another version.'),
  );
}
