import * as vscode from 'vscode';
import { bytesOf } from './bytes';

type Operation = 'readFile' | 'writeFile' | 'rename' | 'delete' | 'readDirectory';

/** A folder in memory behind `workspace.fs`, as forgiving about upper and lower case as most people's disks. */
export function memoryFiles() {
  const files = new Map<string, { path: string; bytes: Uint8Array }>();
  const key = (uri: vscode.Uri) => uri.path.toLowerCase();
  const writes: string[] = [];
  /** What the next operations on a path do instead. */
  const faults: { operation: Operation; path: RegExp; error: Error }[] = [];

  const meet = (operation: Operation, uri: vscode.Uri) => {
    const fault = faults.find((fault) => fault.operation === operation && fault.path.test(uri.path));
    if (fault !== undefined) throw fault.error;
  };
  const need = (uri: vscode.Uri) => {
    const file = files.get(key(uri));
    if (file === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return file;
  };
  const fs = {
    async readFile(uri: vscode.Uri) {
      meet('readFile', uri);
      return need(uri).bytes;
    },
    async writeFile(uri: vscode.Uri, bytes: Uint8Array) {
      meet('writeFile', uri);
      files.set(key(uri), { path: uri.path, bytes });
    },
    async rename(from: vscode.Uri, to: vscode.Uri, options: { overwrite: boolean }) {
      meet('rename', to);
      if (!options.overwrite && files.has(key(to))) throw vscode.FileSystemError.FileExists(to);
      const { bytes } = need(from);
      files.delete(key(from));
      files.set(key(to), { path: to.path, bytes });
      writes.push(nameOf(to.path));
    },
    async delete(uri: vscode.Uri) {
      meet('delete', uri);
      need(uri);
      files.delete(key(uri));
    },
    async readDirectory(uri: vscode.Uri) {
      meet('readDirectory', uri);
      return [...files.values()].map(({ path }) => [nameOf(path), vscode.FileType.File] as const);
    },
    isWritableFileSystem: (scheme: string) => scheme === 'file',
  };
  Object.assign(vscode.workspace, { fs });

  const folder = vscode.Uri.file('/downloads');
  return {
    folder,
    fs,
    faults,
    /** Names in the order in which they were put in place, our record left out. */
    writes: () => writes.filter((name) => !name.startsWith('.')),
    names: () => [...files.values()].map(({ path }) => nameOf(path)).sort(),
    text: (name: string) => {
      const file = files.get(key(vscode.Uri.joinPath(folder, name)));
      return file && new TextDecoder().decode(file.bytes);
    },
    put: (name: string, text: string) => fs.writeFile(vscode.Uri.joinPath(folder, name), bytesOf(text)),
    remove: (name: string) => fs.delete(vscode.Uri.joinPath(folder, name)),
  };
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
