import * as vscode from 'vscode';
import { DisposableStore } from '../../platform/disposable';
import type { Documents } from '../documents';
import type { KeptVersions } from './history';

/** Versions of flows as files that can be read: what was kept, and what lies on CAMS now. */
export class VersionFiles extends DisposableStore implements vscode.FileSystemProvider {
  readonly onDidChangeFile: vscode.Event<vscode.FileChangeEvent[]> = () =>
    new vscode.Disposable(() => undefined);

  constructor(
    private readonly history: KeptVersions,
    private readonly documents: Pick<Documents, 'download'>,
  ) {
    super();
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    await this.history.list({ accountId: '', spaceId: '', flowId: '' });
    await this.documents.download({ accountId: '', spaceId: '', flowId: '' });
    throw vscode.FileSystemError.FileNotFound(uri);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    throw vscode.FileSystemError.FileNotFound(uri);
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    throw vscode.FileSystemError.FileNotFound(uri);
  }

  createDirectory(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
}
