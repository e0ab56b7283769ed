import * as vscode from 'vscode';
import type { Flow } from '../../flows/types';
import { extension, safeName } from '../fileName';
import { fingerprintOf } from '../fingerprint';
import { fingerprintOfFile, replaceFile } from './files';
import { DownloadRecord, type Entry } from './record';

/**
 * What became of a flow. 'kept': a person changed the file and CAMS has nothing newer. 'beside': both
 * changed, so the download has a file of its own.
 */
export type Outcome = 'new' | 'updated' | 'unchanged' | 'kept' | 'beside';

export interface Kept {
  readonly outcome: Outcome;
  readonly file: string;
}

/** A folder on disk that flows are downloaded into. It never overwrites what a person made or changed. */
export class DownloadFolder {
  private constructor(
    readonly uri: vscode.Uri,
    private readonly record: DownloadRecord,
    /** What lies there, by its name as systems compare that do not tell upper from lower case. */
    private readonly there: ReadonlyMap<string, string>,
    /** Names that belong to a flow. */
    private readonly claimed: Set<string>,
  ) {}

  static async open(uri: vscode.Uri): Promise<DownloadFolder> {
    const record = await DownloadRecord.read(uri);
    const names = await vscode.workspace.fs.readDirectory(uri);
    const there = new Map(names.map(([name]) => [folded(name), name]));
    return new DownloadFolder(uri, record, there, new Set(record.files().map(folded)));
  }

  /** How many flows of a space were downloaded into it before. */
  count(spaceId: string): number {
    return this.record.count(spaceId);
  }

  /** Rejects when nothing can be written here. */
  save(): Promise<void> {
    return this.record.save();
  }

  /** What lies here of an earlier download: 'unchanged', or 'kept' when a person changed it. */
  async find({ ref }: Flow): Promise<Kept | undefined> {
    const entry = this.record.get(ref.spaceId, ref.flowId);
    const sha256 = entry && (await fingerprintOfFile(this.at(entry.file)));
    if (entry === undefined || sha256 === undefined) return undefined;
    return { outcome: sha256 === entry.sha256 ? 'unchanged' : 'kept', file: entry.file };
  }

  /** Puts a download where it belongs. */
  async put(flow: Flow, bytes: Uint8Array): Promise<Kept> {
    const entry = this.record.get(flow.ref.spaceId, flow.ref.flowId);
    const kept = entry === undefined ? await this.add(flow, bytes) : await this.update(flow, bytes, entry);
    if (kept.outcome !== 'kept') {
      const { spaceId, flowId } = flow.ref;
      const time = new Date().toISOString();
      await this.record.set(spaceId, flowId, { file: kept.file, sha256: fingerprintOf(bytes), time });
    }
    return kept;
  }

  private async update(flow: Flow, bytes: Uint8Array, { file, sha256 }: Entry): Promise<Kept> {
    const downloaded = fingerprintOf(bytes);
    const here = await fingerprintOfFile(this.at(file));
    if (here === downloaded) return { outcome: 'unchanged', file };
    if (here === undefined || here === sha256) {
      await replaceFile(this.at(file), bytes);
      return { outcome: here === undefined ? 'new' : 'updated', file };
    }
    if (downloaded === sha256) return { outcome: 'kept', file };
    return { outcome: 'beside', file: (await this.add(flow, bytes)).file };
  }

  /** Finds a name that nobody has; a file that already says the same is taken over. */
  private async add(flow: Flow, bytes: Uint8Array): Promise<Kept> {
    for (const candidate of namesFor(flow)) {
      const name = folded(candidate);
      if (this.claimed.has(name)) continue;
      this.claimed.add(name);
      try {
        const file = this.there.get(name) ?? candidate;
        const here = await fingerprintOfFile(this.at(file));
        if (here === fingerprintOf(bytes)) return { outcome: 'unchanged', file };
        if (here !== undefined) continue;
        await replaceFile(this.at(file), bytes);
        return { outcome: 'new', file };
      } catch (error) {
        this.claimed.delete(name);
        throw error;
      }
    }
    throw new Error('names never end');
  }

  private at(file: string): vscode.Uri {
    return vscode.Uri.joinPath(this.uri, file);
  }
}

/** `<name>.<id>.flow.json`, then `<name>.<id>.2.flow.json` and so on. */
function* namesFor({ ref, name }: Flow): Generator<string> {
  const id = safeName(ref.flowId, 'flow');
  const readable = safeName(name, ref.flowId);
  const stem = readable === id ? id : `${readable}.${id}`;
  yield stem + extension;
  for (let number = 2; ; number += 1) yield `${stem}.${number}${extension}`;
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
