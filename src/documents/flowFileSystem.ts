import * as vscode from 'vscode';
import type { Documents } from './documents';
import { flowRefOf } from './flowUri';

export class FlowFileSystem implements vscode.FileSystemProvider, vscode.Disposable {
  readonly onDidChangeFile: vscode.Event<vscode.FileChangeEvent[]>;

  constructor(
    private readonly documents: Documents,
    changed: vscode.EventEmitter<vscode.FileChangeEvent[]>,
  ) {
    this.onDidChangeFile = changed.event;
  }

  dispose(): void {
    return;
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const bytes = await this.readFile(uri);
    return {
      type: vscode.FileType.File,
      ctime: 0,
      mtime: 0,
      size: bytes.byteLength,
      permissions: vscode.FilePermission.Readonly,
    };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const ref = flowRefOf(uri);
    if (ref === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return this.documents.text(ref);
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  writeFile(uri: vscode.Uri, _content: Uint8Array, _options: unknown): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
  createDirectory(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  delete(uri: vscode.Uri, _options: unknown): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  rename(from: vscode.Uri, _to: vscode.Uri, _options: unknown): void {
    throw vscode.FileSystemError.NoPermissions(from);
  }
}
