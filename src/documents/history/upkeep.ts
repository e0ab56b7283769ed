import * as vscode from 'vscode';
import type { Accounts } from '../../accounts/accounts';
import type { Log } from '../../platform/log';
import { accountFolder } from './folders';
import type { HistoryDisk } from './historyDisk';
import { distinct, olderFirst, versionsAmong, type VersionFile } from './versionList';
import { partTimeOf } from './versionName';

/** Other windows write too, so the sum is counted anew after this long, in milliseconds. */
const COUNT_GOOD_FOR = 60_000;

/** Nobody still writes a file that was begun so long ago, in milliseconds. */
const PART_GIVEN_UP_AFTER = 3_600_000;

/**
 * How long the versions of an account stay that nobody is signed in to, in milliseconds: signing out by mistake, or to
 * renew keys, loses nothing, and what belongs to a former customer does not lie around for ever.
 */
const KEPT_AFTER_SIGN_OUT = 30 * 86_400_000;

const GONE = 'signed-out-';

function goneSince(file: string): number | undefined {
  const [, time] = /^signed-out-(\d+)$/.exec(file) ?? [];
  return time === undefined ? undefined : Number(time);
}

interface UpkeepParts {
  readonly accounts: Pick<Accounts, 'all'>;
  readonly folder: vscode.Uri;
  readonly disk: HistoryDisk;
  readonly limits: { readonly versions: number; readonly bytes: number };
  readonly log: Log;
  /** Versions of the flow with this folder were removed to make room. */
  readonly removed: (folder: vscode.Uri) => void;
}

interface Placed extends VersionFile {
  readonly folder: vscode.Uri;
}

/**
 * Takes away what is too much, after a version was kept and without making anybody wait for it. Other windows do the
 * same at the same time: what is gone already is as good.
 */
export class Upkeep {
  private last: Promise<void> = Promise.resolve();
  /** Bytes of all versions, as they were counted and what was added and removed here since. */
  private sum = Infinity;
  private countedAt = 0;

  constructor(private readonly parts: UpkeepParts) {}

  /** Never rejects. `kept` stays, whatever the limits say. */
  after(folder: vscode.Uri, kept: VersionFile): Promise<void> {
    this.last = this.last
      .then(async () => {
        this.sum += kept.size;
        await this.trim(folder, kept);
        if (this.sum <= this.parts.limits.bytes && this.isCountGood()) return;
        await this.makeRoom(await this.count(), kept);
      })
      .catch((error: unknown) => this.parts.log.warn(`flow history: ${String(error)}`));
    return this.last;
  }

  private isCountGood(): boolean {
    const age = Date.now() - this.countedAt;
    return age >= 0 && age < COUNT_GOOD_FOR;
  }

  /** One flow: no version twice, and not too many. */
  private async trim(folder: vscode.Uri, kept: VersionFile): Promise<void> {
    const versions = await this.versionsIn(folder);
    const stay = new Set(distinct(versions).slice(0, this.parts.limits.versions));
    for (const version of versions) {
      if (!stay.has(version) && version.file !== kept.file) await this.remove(version);
    }
  }

  /** All versions on the disk; those of accounts that are long gone are removed on the way. */
  private async count(): Promise<Placed[]> {
    const { folder: root, disk } = this.parts;
    const all: Placed[] = [];
    for (const account of (await disk.entries(root)).folders) {
      const parent = vscode.Uri.joinPath(root, account);
      const { folders, files } = await disk.entries(parent);
      const isOver = await this.isLongGone(account, parent, files);
      for (const flow of folders) {
        for (const version of await this.versionsIn(vscode.Uri.joinPath(parent, flow))) {
          if (isOver) await this.remove(version);
          else all.push(version);
        }
      }
    }
    this.sum = all.reduce((sum, { size }) => sum + size, 0);
    this.countedAt = Date.now();
    return all;
  }

  /** Nobody tells when an account was signed out, so its folder remembers since when it is missing. */
  private async isLongGone(account: string, folder: vscode.Uri, files: readonly string[]): Promise<boolean> {
    const { accounts, disk } = this.parts;
    const isSignedIn = accounts.all.some(({ id }) => accountFolder(id) === account);
    const marks = files.filter((file) => goneSince(file) !== undefined);
    if (isSignedIn) for (const mark of marks) await disk.remove(folder, mark);
    else if (marks.length === 0) await disk.mark(folder, `${GONE}${Date.now()}`);
    else return marks.some((mark) => Date.now() - goneSince(mark)! > KEPT_AFTER_SIGN_OUT);
    return false;
  }

  /** The oldest go first, whichever flow they are of. */
  private async makeRoom(all: readonly Placed[], kept: VersionFile): Promise<void> {
    const shrunk = new Map<string, vscode.Uri>();
    for (const version of [...all].sort(olderFirst)) {
      if (this.sum <= this.parts.limits.bytes) break;
      if (version.file === kept.file) continue;
      await this.remove(version);
      shrunk.set(version.folder.path, version.folder);
    }
    for (const folder of shrunk.values()) this.parts.removed(folder);
  }

  /** Newest first. What a crash has left half written is removed on the way. */
  private async versionsIn(folder: vscode.Uri): Promise<Placed[]> {
    const { files } = await this.parts.disk.entries(folder);
    for (const file of files) {
      const begun = partTimeOf(file);
      if (begun === undefined || Math.abs(Date.now() - begun) < PART_GIVEN_UP_AFTER) continue;
      await this.parts.disk.remove(folder, file);
    }
    return versionsAmong(files).map((version) => ({ ...version, folder }));
  }

  private async remove({ folder, file, size }: Placed): Promise<void> {
    await this.parts.disk.remove(folder, file);
    this.sum -= size;
  }
}
