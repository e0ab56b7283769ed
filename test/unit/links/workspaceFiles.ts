import * as vscode from 'vscode';
import { fingerprintOf } from '../../../src/documents/fingerprint';

type Operation = 'readFile' | 'writeFile' | 'rename' | 'stat' | 'readDirectory';

interface Options {
  /** As most people's disks: one file for all spellings in upper and lower case. */
  readonly ignoresCase?: boolean;
  readonly folders?: readonly string[];
}

/** A workspace in memory behind `vscode.workspace`: files, what VS Code tells of their changes, and editors. */
export function workspaceFiles({ ignoresCase = false, folders = ['/w'] }: Options = {}) {
  const files = new Map<string, { path: string; bytes: Uint8Array; mtime: number }>();
  /** What the next operations on a path do instead. */
  const faults: { operation: Operation; path: RegExp; error: Error }[] = [];
  const editors: { uri: vscode.Uri; isDirty: boolean }[] = [];
  const reads: string[] = [];
  const writes: string[] = [];
  let clock = 0;
  let readOnly = false;

  const changed = new vscode.EventEmitter<vscode.Uri>();
  const created = new vscode.EventEmitter<vscode.Uri>();
  const deleted = new vscode.EventEmitter<vscode.Uri>();
  const saved = new vscode.EventEmitter<{ uri: vscode.Uri }>();
  const foldersChanged = new vscode.EventEmitter<void>();

  const at = (path: string) => vscode.Uri.from({ scheme: 'memory', path });
  const key = (path: string) => (ignoresCase ? path.toLowerCase() : path);
  const meet = (operation: Operation, uri: vscode.Uri) => {
    const fault = faults.find((fault) => fault.operation === operation && fault.path.test(uri.path));
    if (fault !== undefined) throw fault.error;
  };
  const need = (uri: vscode.Uri) => {
    const file = files.get(key(uri.path));
    if (file === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return file;
  };
  const put = (uri: vscode.Uri, bytes: Uint8Array) => {
    const known = files.get(key(uri.path));
    files.set(key(uri.path), { path: known?.path ?? uri.path, bytes, mtime: (clock += 1) });
    (known === undefined ? created : changed).fire(uri);
  };

  const fs = {
    async stat(uri: vscode.Uri) {
      meet('stat', uri);
      const { bytes, mtime } = need(uri);
      return { type: vscode.FileType.File, mtime, ctime: 0, size: bytes.byteLength };
    },
    async readFile(uri: vscode.Uri) {
      meet('readFile', uri);
      reads.push(uri.path);
      return need(uri).bytes;
    },
    async writeFile(uri: vscode.Uri, bytes: Uint8Array) {
      meet('writeFile', uri);
      put(uri, bytes);
    },
    async rename(from: vscode.Uri, to: vscode.Uri) {
      meet('rename', to);
      const { bytes } = need(from);
      files.delete(key(from.path));
      writes.push(to.path);
      put(to, bytes);
    },
    async delete(uri: vscode.Uri) {
      need(uri);
      files.delete(key(uri.path));
      deleted.fire(uri);
    },
    async readDirectory(uri: vscode.Uri) {
      meet('readDirectory', uri);
      const inside = [...files.values()].filter(({ path }) => path.startsWith(`${uri.path}/`));
      return inside
        .map(({ path }) => path.slice(uri.path.length + 1))
        .filter((name) => !name.includes('/'))
        .map((name) => [name, vscode.FileType.File]);
    },
    isWritableFileSystem: () => !readOnly,
  };

  Object.assign(vscode.workspace, {
    fs,
    textDocuments: editors,
    onDidSaveTextDocument: saved.event,
    onDidChangeWorkspaceFolders: foldersChanged.event,
    createFileSystemWatcher: () => ({
      onDidChange: changed.event,
      onDidCreate: created.event,
      onDidDelete: deleted.event,
      dispose: () => undefined,
    }),
    findFiles: async (pattern: string) => {
      const name = pattern.replace('**/', '/');
      const paths = [...files.values()].map(({ path }) => path);
      return paths.filter((path) => path.endsWith(name) && !path.includes('/node_modules/')).map(at);
    },
    asRelativePath: (uri: vscode.Uri) => uri.path.replace(/^\/w\//, ''),
    getWorkspaceFolder: (uri: vscode.Uri) =>
      folders.find((folder) => uri.path === folder || uri.path.startsWith(`${folder}/`)),
  });

  return {
    at,
    faults,
    editors,
    reads,
    writes,
    put: (path: string, text: string) => put(at(path), new TextEncoder().encode(text)),
    text: (path: string) => {
      const file = files.get(key(path));
      return file && new TextDecoder().decode(file.bytes);
    },
    remove: (path: string) => {
      for (const { path: other } of [...files.values()]) {
        if (other === path || other.startsWith(`${path}/`)) files.delete(key(other));
      }
      deleted.fire(at(path));
    },
    bytes: (path: string) => files.get(key(path))?.bytes,
    has: (path: string) => files.has(key(path)),
    fingerprint: (path: string) => fingerprintOf(need(at(path)).bytes),
    makeReadOnly: () => (readOnly = true),
    names: () => [...files.values()].map(({ path }) => path).sort(),
  };
}
