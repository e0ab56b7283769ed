import type * as vscode from 'vscode';

type Api = typeof vscode;

/** What `workspace.fs` of all windows writes to: one disk, in memory. */
export class Disk {
  readonly files = new Map<string, Uint8Array>();
  private clock = 0;
  private readonly times = new WeakMap<Uint8Array, number>();

  /** As one window sees it: its errors are of the classes of its own `vscode`. */
  fsOf({ FileSystemError, FileType }: Api) {
    const need = (uri: vscode.Uri): Uint8Array => {
      const bytes = this.files.get(uri.path);
      if (bytes === undefined) throw FileSystemError.FileNotFound(uri);
      return bytes;
    };
    const under = (uri: vscode.Uri) =>
      [...this.files.keys()].filter((path) => path === uri.path || path.startsWith(`${uri.path}/`));
    return {
      stat: async (uri: vscode.Uri) => {
        const { byteLength: size } = need(uri);
        return { type: FileType.File, ctime: 0, mtime: this.timeOf(need(uri)), size };
      },
      readFile: async (uri: vscode.Uri) => need(uri),
      writeFile: async (uri: vscode.Uri, bytes: Uint8Array) => void this.files.set(uri.path, bytes),
      rename: async (from: vscode.Uri, to: vscode.Uri) => {
        this.files.set(to.path, need(from));
        this.files.delete(from.path);
      },
      delete: async (uri: vscode.Uri) => {
        const gone = under(uri);
        if (gone.length === 0) throw FileSystemError.FileNotFound(uri);
        for (const path of gone) this.files.delete(path);
      },
      readDirectory: async (uri: vscode.Uri): Promise<[string, vscode.FileType][]> => {
        const found = new Map<string, vscode.FileType>();
        for (const path of under(uri)) {
          const [name, ...more] = path.slice(uri.path.length + 1).split('/');
          found.set(name!, more.length === 0 ? FileType.File : FileType.Directory);
        }
        return [...found];
      },
      isWritableFileSystem: (scheme: string) => ['file', 'cams-flow'].includes(scheme),
    };
  }

  /** Other bytes were written at another time. */
  private timeOf(bytes: Uint8Array): number {
    const known = this.times.get(bytes);
    if (known !== undefined) return known;
    this.clock += 1;
    this.times.set(bytes, this.clock);
    return this.clock;
  }

  put(path: string, text: string): void {
    this.files.set(path, new TextEncoder().encode(text));
  }

  get texts(): string[] {
    return [...this.files].map(([path, bytes]) => `${path}\n${new TextDecoder().decode(bytes)}`);
  }

  textOf(path: string): string | undefined {
    const bytes = this.files.get(path);
    return bytes && new TextDecoder().decode(bytes);
  }

  namesIn(folder: string): string[] {
    const names = [...this.files.keys()].filter((path) => path.startsWith(`${folder}/`));
    return names.map((path) => path.slice(folder.length + 1)).filter((name) => !name.startsWith('.'));
  }
}
