import * as vscode from 'vscode';
import { setContextKey } from '../platform/contextKeys';
import { DisposableStore } from '../platform/disposable';
import { lazy } from '../platform/lazy';
import type { Log } from '../platform/log';
import { workOn } from '../platform/workers';
import { FileWatch, type FileChanges } from './fileWatch';
import { LinkTable, namesOnDisk } from './linkTable';
import type { LocalFiles } from './localFiles';
import type { Manifests } from './manifest/manifests';
import type { SpaceAccounts } from './spaceAccounts';

interface LinkedFilesParts {
  readonly manifests: Manifests;
  readonly spaces: SpaceAccounts;
  readonly local: LocalFiles;
  readonly log: Log;
}

/** Files that are looked at side by side: some file systems are far away. */
const LOOKS = 16;

/** Changes that follow each other this closely, in milliseconds, are told of together. */
const TOGETHER = 100;

/** What the manifests say and the files hold now, and word of every change. Asks nothing of CAMS. */
export class LinkedFiles extends DisposableStore {
  private readonly changed = this.register(new vscode.EventEmitter<readonly vscode.Uri[] | undefined>());
  /** These files, or all of them. */
  readonly onDidChange = this.changed.event;

  private current: LinkTable;
  private names: ReadonlyMap<string, vscode.Uri> = new Map();
  private isWatching = false;
  /** The files to tell of; 'all' of them. */
  private touched: Set<vscode.Uri> | 'all' = new Set();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly parts: LinkedFilesParts) {
    super();
    this.current = new LinkTable([], parts.spaces);
    this.register({ dispose: () => clearTimeout(this.timer) });
  }

  get table(): LinkTable {
    return this.current;
  }

  /** Once; from then on it follows every change. */
  readonly load = lazy(async () => {
    this.watch();
    await this.find();
  });

  /** The links as they stand now, with what their files hold. */
  async readAgain(): Promise<void> {
    this.rebuild();
    const { all } = this.parts.manifests;
    setContextKey('camsFlows.links', all.length > 0);
    const said = all.flatMap(({ folder, entries }) =>
      entries.map(({ path }) => vscode.Uri.joinPath(folder, path)),
    );
    this.names = await namesOnDisk(said);
    this.rebuild();
    await this.lookAt(this.table.all().map(({ link }) => link.file));
    this.touch('all');
  }

  /** The links as they stand now, without a look at their files. Tells when they belong to other accounts. */
  rebuild(): void {
    const { manifests, spaces } = this.parts;
    const before = this.table.refs;
    this.current = new LinkTable(manifests.all, spaces, this.names);
    if (this.table.refs !== before) this.touch('all');
  }

  /** Tells of it in a moment. */
  touch(file: vscode.Uri | 'all'): void {
    if (file === 'all') this.touched = file;
    else if (this.touched !== 'all') this.touched.add(file);
    this.timer ??= setTimeout(() => {
      const { touched } = this;
      this.touched = new Set();
      this.timer = undefined;
      this.changed.fire(touched === 'all' ? undefined : [...touched]);
    }, TOGETHER);
  }

  private async find(): Promise<void> {
    await this.parts.manifests.find();
    await this.readAgain();
  }

  private watch(): void {
    if (this.isWatching) return;
    this.isWatching = true;
    const { manifests } = this.parts;
    const matters = (uri: vscode.Uri) => manifests.isManifest(uri) || this.table.of(uri).length > 0;
    this.register(new FileWatch(matters, (changes) => this.inBackground(this.follow(changes))));
    this.register(vscode.workspace.onDidChangeWorkspaceFolders(() => this.inBackground(this.find())));
  }

  private async follow(changes: FileChanges): Promise<void> {
    const { manifests, local } = this.parts;
    const known = manifests.all.map(({ uri }) => uri).filter((uri) => changes.concern(uri));
    const found = changes.filter((uri) => manifests.isManifest(uri));
    const files = this.table.files.filter((file) => changes.concern(file));
    for (const file of files) local.expire(file);
    if (await manifests.read([...known, ...found])) return this.readAgain();
    await this.lookAt(files);
    for (const file of files) this.touch(file);
  }

  private async lookAt(files: readonly vscode.Uri[]): Promise<void> {
    const distinct = new Map(files.map((file) => [file.toString(), file])).values();
    await workOn(distinct, LOOKS, (file) => this.parts.local.look(file));
  }

  private inBackground(work: Promise<void>): void {
    work.catch((error: unknown) => this.parts.log.error(`links: ${String(error)}`));
  }
}
