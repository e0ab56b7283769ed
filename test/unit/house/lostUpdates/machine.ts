import * as vscode from 'vscode';
import { Storage } from '../../accounts/house';
import { as, currentLife, forever, unlessOver, type Life } from './lives';
import type { VirtualTime } from './virtualTime';

/** Full: nothing can be written, and what is begun leaves half a file. */
export type DiskState = 'fine' | 'slow' | 'full';

/** Milliseconds that the disk takes for one thing, and a slow one: a share in the network, a scanner of viruses. */
const [DISK, SLOW_DISK] = [1, 400];

/** VS Code gathers what is put into a memento before it writes it: a window that dies takes the rest along. */
const MEMENTO = 100;

/** What stays when windows die: the disk, the shared storage, and for each window its own state and VS Code's backups. */
export class Machine {
  readonly storage = new Storage();
  readonly files = new Map<string, Uint8Array>();
  /** In whose name a file got the name that it has. */
  readonly namedBy = new Map<string, Life | undefined>();
  disk: DiskState = 'fine';
  private readonly states = new Map<number, Map<string, unknown>>();
  /** A window reaches out: it may die before that, or after what it calls when that is done. */
  reach: (operation: string) => () => void = () => () => undefined;

  constructor(private readonly time: VirtualTime) {}

  readonly fs = {
    readFile: (uri: vscode.Uri) => this.onDisk('readFile', () => this.need(uri)),
    writeFile: (uri: vscode.Uri, bytes: Uint8Array) => this.write(uri, bytes),
    rename: (from: vscode.Uri, to: vscode.Uri, options?: { overwrite?: boolean }) =>
      this.onDisk('rename', () => {
        const bytes = this.need(from);
        if (options?.overwrite !== true && this.files.has(to.path))
          throw vscode.FileSystemError.FileExists(to);
        this.files.set(to.path, bytes);
        this.files.delete(from.path);
        this.namedBy.set(to.path, currentLife());
      }),
    delete: (uri: vscode.Uri) =>
      this.onDisk('delete', () => {
        const gone = this.under(uri);
        if (gone.length === 0) throw vscode.FileSystemError.FileNotFound(uri);
        for (const path of gone) this.files.delete(path);
      }),
    stat: (uri: vscode.Uri) =>
      this.onDisk('stat', () => {
        const bytes = this.files.get(uri.path);
        if (bytes === undefined && this.under(uri).length === 0)
          throw vscode.FileSystemError.FileNotFound(uri);
        const type = bytes === undefined ? vscode.FileType.Directory : vscode.FileType.File;
        return { type, ctime: 0, mtime: 0, size: bytes?.byteLength ?? 0 };
      }),
    createDirectory: () => this.onDisk('createDirectory', () => undefined),
    readDirectory: (uri: vscode.Uri) =>
      this.onDisk('readDirectory', () => {
        const names = new Map<string, vscode.FileType>();
        for (const path of this.under(uri)) {
          const [name, ...rest] = path.slice(uri.path.length + 1).split('/');
          names.set(name!, rest.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
        }
        if (names.size === 0) throw vscode.FileSystemError.FileNotFound(uri);
        return [...names];
      }),
    isWritableFileSystem: (scheme: string) => scheme === 'file',
  };

  /** Global state and secrets as one window sees them. */
  sharedBy(life: Life): { globalState: vscode.Memento; secrets: vscode.SecretStorage } {
    const { state, secrets } = this.storage;
    return {
      globalState: {
        ...state,
        update: (key, value) => unlessOver(Promise.resolve(state.update(key, value))),
      },
      secrets: {
        keys: () => unlessOver(Promise.resolve(secrets.keys())),
        get: (key) => unlessOver(Promise.resolve(secrets.get(key))),
        store: (key, value) => unlessOver(Promise.resolve(secrets.store(key, value))),
        delete: (key) => unlessOver(Promise.resolve(secrets.delete(key))),
        onDidChange: (listener) =>
          secrets.onDidChange((event) => {
            if (!life.over) as(life, () => listener(event));
          }),
      },
    };
  }

  /** The state of a window's workspace: kept from one start to the next. */
  workspaceState(window: number): vscode.Memento {
    const kept = this.states.get(window) ?? new Map<string, unknown>();
    this.states.set(window, kept);
    const values = new Map(kept);
    return {
      keys: () => [...values.keys()],
      get: <T>(key: string, otherwise?: T) => (values.has(key) ? values.get(key) : otherwise) as T,
      update: async (key: string, value: unknown) => {
        if (currentLife()?.over === true) return forever;
        const copy: unknown = value === undefined ? undefined : JSON.parse(JSON.stringify(value));
        if (copy === undefined) values.delete(key);
        else values.set(key, copy);
        this.time.after(MEMENTO, () => {
          if (copy === undefined) kept.delete(key);
          else kept.set(key, copy);
        });
      },
    };
  }

  private write(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
    const halfway = () => this.files.set(uri.path, bytes.slice(0, bytes.byteLength / 2));
    return this.onDisk('writeFile', () => {
      halfway();
      if (this.disk === 'full') throw vscode.FileSystemError.Unavailable('no space left on device');
    }).then(() => this.onDisk('writeFile, the rest', () => void this.files.set(uri.path, bytes)));
  }

  private onDisk<T>(operation: string, work: () => T): Promise<T> {
    const done = this.reach(operation);
    return unlessOver(
      this.time
        .sleep(this.disk === 'slow' ? SLOW_DISK : DISK)
        .then(work)
        .finally(done),
    );
  }

  private under(uri: vscode.Uri): string[] {
    return [...this.files.keys()].filter((path) => path === uri.path || path.startsWith(`${uri.path}/`));
  }

  private need(uri: vscode.Uri): Uint8Array {
    const bytes = this.files.get(uri.path);
    if (bytes === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return bytes;
  }
}
