import fs from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';

/** `workspace.fs` over the disk of this machine, as VS Code has it for files. */
export const realDisk = {
  isWritableFileSystem: () => true,
  stat: async (uri: vscode.Uri): Promise<vscode.FileStat> => {
    const { ctimeMs, mtimeMs, size } = await known(fs.stat(uri.fsPath), uri);
    return { type: vscode.FileType.File, ctime: ctimeMs, mtime: mtimeMs, size };
  },
  readFile: (uri: vscode.Uri): Promise<Uint8Array> => known(fs.readFile(uri.fsPath), uri),
  writeFile: async (uri: vscode.Uri, bytes: Uint8Array): Promise<void> => {
    await fs.mkdir(path.dirname(uri.fsPath), { recursive: true });
    await fs.writeFile(uri.fsPath, bytes);
  },
  rename: (from: vscode.Uri, to: vscode.Uri): Promise<void> => known(fs.rename(from.fsPath, to.fsPath), from),
  delete: (uri: vscode.Uri): Promise<void> => known(fs.rm(uri.fsPath, { recursive: true }), uri),
  readDirectory: async (uri: vscode.Uri): Promise<[string, vscode.FileType][]> => {
    const entries = await known(fs.readdir(uri.fsPath, { withFileTypes: true }), uri);
    return entries.map((entry) => [
      entry.name,
      entry.isDirectory() ? vscode.FileType.Directory : vscode.FileType.File,
    ]);
  },
};

async function known<T>(work: Promise<T>, uri: vscode.Uri): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw isGone ? vscode.FileSystemError.FileNotFound(uri) : error;
  }
}
