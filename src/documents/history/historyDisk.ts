import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { unlessMissing } from '../../platform/files';
import { versionsAmong, type VersionFile } from './versionList';
import { partNameOf } from './versionName';

/** Folders and files of one level of the history. */
interface Entries {
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

/** The files of the history. Several windows work on them at once, so anything may be gone at any time. */
export class HistoryDisk {
  constructor(private readonly fs: vscode.FileSystem) {}

  /** What lies in a folder; nothing when there is none. */
  async entries(folder: vscode.Uri): Promise<Entries> {
    const entries = (await unlessMissing(this.fs.readDirectory(folder))) ?? [];
    const ofType = (wanted: vscode.FileType) =>
      entries.filter(([, type]) => (type & wanted) !== 0).map(([name]) => name);
    return { folders: ofType(vscode.FileType.Directory), files: ofType(vscode.FileType.File) };
  }

  /** Newest first. */
  async versions(folder: vscode.Uri): Promise<VersionFile[]> {
    return versionsAmong((await this.entries(folder)).files);
  }

  /** Undefined when it is gone. */
  async read(folder: vscode.Uri, { file }: VersionFile): Promise<Uint8Array | undefined> {
    return unlessMissing(this.fs.readFile(vscode.Uri.joinPath(folder, file)));
  }

  /** Under another name first: half a file is never a version. */
  async put(folder: vscode.Uri, file: string, bytes: Uint8Array): Promise<void> {
    const part = vscode.Uri.joinPath(folder, partNameOf(Date.now(), randomUUID()));
    try {
      await this.fs.writeFile(part, bytes);
      await this.fs.rename(part, vscode.Uri.joinPath(folder, file), { overwrite: true });
    } catch (error) {
      // A disk that is full has better use for its space.
      await this.fs.delete(part).then(undefined, () => undefined);
      throw error;
    }
  }

  /** A file whose name is all that it says. */
  async mark(folder: vscode.Uri, name: string): Promise<void> {
    await this.fs.writeFile(vscode.Uri.joinPath(folder, name), new Uint8Array());
  }

  async remove(folder: vscode.Uri, file: string): Promise<void> {
    await unlessMissing(this.fs.delete(vscode.Uri.joinPath(folder, file)));
  }
}
