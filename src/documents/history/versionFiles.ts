import * as vscode from 'vscode';
import { sentenceOf } from '../../accounts/explain';
import { DisposableStore } from '../../platform/disposable';
import type { Documents } from '../documents';
import { nameIn } from '../flowUri';
import { versionGone } from './history';
import { RemoteTexts } from './remoteTexts';
import type { KeptVersions } from './types';
import { REMOTE, versionRefOf, type VersionRef } from './versionUri';

interface Text {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly size: number;
  read(): Uint8Array | Promise<Uint8Array>;
}

/** Versions of flows as files that can be read: what was kept, and what lies on CAMS now. */
export class VersionFiles extends DisposableStore implements vscode.FileSystemProvider {
  private readonly remotes: RemoteTexts;

  constructor(
    private readonly history: KeptVersions,
    private readonly documents: Pick<Documents, 'download' | 'explain'>,
  ) {
    super();
    this.remotes = new RemoteTexts((ref, options) => documents.download(ref, options));
  }

  /** What was kept never changes; what lies on CAMS is looked at when VS Code asks. */
  readonly onDidChangeFile: vscode.Event<vscode.FileChangeEvent[]> = () => this.watch();

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { at, size } = await this.textOf(uri);
    const permissions = vscode.FilePermission.Readonly;
    return { type: vscode.FileType.File, ctime: at, mtime: at, size, permissions };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const text = await this.textOf(uri);
    try {
      return await text.read();
    } catch (error) {
      throw vscode.FileSystemError.Unavailable(sentenceOf(error));
    }
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    throw vscode.FileSystemError.FileNotFound(uri);
  }

  createDirectory(): void {
    throw refused();
  }

  writeFile(): void {
    throw refused();
  }

  delete(): void {
    throw refused();
  }

  rename(): void {
    throw refused();
  }

  private async textOf(uri: vscode.Uri): Promise<Text> {
    const version = versionRefOf(uri);
    if (version === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return version.id === REMOTE ? this.remoteText(version, nameIn(uri)) : this.keptText(version);
  }

  private async remoteText({ ref }: VersionRef, name: string): Promise<Text> {
    try {
      const { bytes, at } = await this.remotes.look(ref);
      return { at, size: bytes.byteLength, read: () => bytes };
    } catch (error) {
      throw vscode.FileSystemError.Unavailable(this.documents.explain(ref, name, error).join(' '));
    }
  }

  private async keptText({ ref, id }: VersionRef): Promise<Text> {
    const read = () => this.history.read({ ref, id });
    const version = (await this.history.list(ref)).find((each) => each.id === id);
    if (version === undefined) throw vscode.FileSystemError.Unavailable(sentenceOf(versionGone()));
    return { at: version.at, size: version.size, read };
  }
}

function refused(): vscode.FileSystemError {
  return vscode.FileSystemError.NoPermissions(
    vscode.l10n.t('This is a text that the flow had. It can be restored, but not changed.'),
  );
}
