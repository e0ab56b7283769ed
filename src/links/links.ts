import * as vscode from 'vscode';
import type { Accounts } from '../accounts/accounts';
import { AdviceError } from '../accounts/adviceError';
import type { Documents } from '../documents/documents';
import type { KeptVersions } from '../documents/history/history';
import type { Writer } from '../documents/write/writing';
import type { FlowRef } from '../flows/types';
import { setContextKey } from '../platform/contextKeys';
import { DisposableStore } from '../platform/disposable';
import { lazy } from '../platform/lazy';
import type { Log } from '../platform/log';
import { askAccount } from './askAccount';
import { FileWatch, type FileChanges } from './fileWatch';
import { LinkTable, namesOnDisk, type Row } from './linkTable';
import { LocalFiles } from './localFiles';
import { withEnvironment, withLink, withoutLink } from './manifest/edits';
import type { ManifestFile } from './manifest/manifestFile';
import { Manifests } from './manifest/manifests';
import { isBelow, isLinkPath, pathIn } from './manifest/paths';
import { SeenFlows } from './seenFlows';
import { SpaceAccounts, type AskAccount } from './spaceAccounts';
import { stateOf } from './status';
import { Synchroniser } from './sync/synchroniser';
import type { Link, LinkResult, LinkRun, LinkState, ManifestProblem } from './types';

export type { LinkProgress, LinkRun } from './types';

interface LinksParts {
  readonly accounts: Pick<Accounts, 'all' | 'onDidChange'>;
  readonly documents: Pick<Documents, 'download'>;
  readonly history: KeptVersions;
  readonly writer: Writer;
  /** Of this workspace: the chosen environment, which account has a space, what was seen last. */
  readonly state: vscode.Memento;
  readonly askAccount?: AskAccount;
  readonly log: Log;
}

const ENVIRONMENT = 'camsFlows.links.environment';

/** Files that are looked at side by side: some file systems are far away. */
const LOOKS = 16;

/** Changes that follow each other this closely, in milliseconds, are told of together. */
const TOGETHER = 100;

/** Flows as files of the workspace: what is linked to what, how it differs, and the way from one side to the other. */
export class Links extends DisposableStore {
  private readonly changed = this.register(new vscode.EventEmitter<readonly vscode.Uri[] | undefined>());
  /** These files, or all of them. */
  readonly onDidChange = this.changed.event;

  private readonly manifests: Manifests;
  private readonly spaces: SpaceAccounts;
  private readonly local = new LocalFiles();
  private readonly seenFlows: SeenFlows;
  private readonly synchroniser: Synchroniser;
  private table: LinkTable;
  private names: ReadonlyMap<string, vscode.Uri> = new Map();
  private watch: FileWatch | undefined;
  private touched: Set<vscode.Uri> | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly parts: LinksParts) {
    super();
    const { accounts, state, log } = parts;
    this.manifests = this.register(new Manifests(log));
    this.spaces = new SpaceAccounts(accounts, state, parts.askAccount ?? askAccount);
    this.seenFlows = new SeenFlows(state, log);
    this.table = new LinkTable([], this.spaces);
    this.synchroniser = new Synchroniser({
      ...parts,
      spaces: this.spaces,
      local: this.local,
      seen: this.seenFlows,
      manifests: this.manifests,
      refresh: () => this.rebuild(),
      find: (link) => this.table.find(link),
      marked: (link, synced) => this.table.mark(link, synced),
      touched: (file) => this.touch(file),
    });
    this.register(accounts.onDidChange(() => this.followAccounts()));
    this.register({ dispose: () => clearTimeout(this.timer) });
    this.register({ dispose: () => void this.seenFlows.store() });
  }

  /**
   * Reads the manifests of the workspace and the files that they name, once; from then on it follows their changes. Asks
   * nothing of CAMS.
   */
  readonly load = lazy(async () => {
    this.follow();
    await this.manifests.find();
    await this.readAgain();
  });

  /** Every link of the chosen environment, by path. */
  get all(): readonly LinkState[] {
    return this.table.all(this.environment).map((row) => this.stateOf(row));
  }

  of(file: vscode.Uri): LinkState | undefined {
    const row = this.table.find({ file, environment: this.environment });
    return row && this.stateOf(row);
  }

  /** The links of a file in all environments. */
  everywhere(file: vscode.Uri): readonly Link[] {
    return this.table.of(file).map(({ link }) => link);
  }

  /** The links of these files, and of all files below these folders. */
  under(uris: readonly vscode.Uri[]): readonly LinkState[] {
    const keys = new Set(uris.map((uri) => uri.toString()));
    const isMeant = (file: vscode.Uri) =>
      keys.has(file.toString()) || uris.some((folder) => isBelow(folder, file));
    return this.all.filter(({ link }) => isMeant(link.file));
  }

  /** What a person should put right in the manifests. */
  get problems(): readonly ManifestProblem[] {
    return this.manifests.all.flatMap(({ uri, problems }) =>
      problems.map((error) => ({ manifest: uri, error })),
    );
  }

  /** The environments of the workspace, as their manifests order them. */
  get environments(): readonly string[] {
    return this.table.environments;
  }

  /** The chosen one; the first until somebody chooses. '' where there is none. */
  get environment(): string {
    const chosen = this.parts.state.get<string>(ENVIRONMENT);
    return this.environments.find((name) => name === chosen) ?? this.environments[0] ?? '';
  }

  async choose(environment: string): Promise<void> {
    await this.parts.state.update(ENVIRONMENT, environment);
    await this.readAgain();
  }

  /** The spaces of the environments of the manifest that a file or folder belongs to, by name. */
  environmentsOf(file: vscode.Uri): ReadonlyMap<string, string> {
    return this.manifests.nearest(file).environments;
  }

  /**
   * Links a file to a flow, in the nearest manifest; one in the file's folder is made where there is none. A new environment
   * gets the flow's space. An earlier link of the file in this environment gives way. Rejects with an AdviceError.
   */
  async add(file: vscode.Uri, ref: FlowRef, environment: string): Promise<Link> {
    await this.load();
    requireInWorkspace(file);
    const manifest = this.manifests.nearest(file);
    await manifest.load();
    const path = this.table.find({ file, environment })?.path ?? pathIn(manifest.folder, file) ?? '';
    if (!isLinkPath(path)) throw notLinkable(file);
    await manifest.change(
      ...newEnvironment(manifest, environment, ref.spaceId),
      withLink({ path, environment, flowId: ref.flowId }),
    );
    await this.spaces.remember(ref.spaceId, ref.accountId);
    await this.readAgain();
    const row = this.table.find({ file, environment });
    if (row === undefined) throw new Error(`${path} was linked and is not`);
    return row.link;
  }

  /** The file stays, and the flow. */
  async remove(link: Link): Promise<void> {
    const row = this.table.find(link);
    if (row === undefined) return;
    await row.manifest.change(withoutLink({ path: row.path, environment: link.environment }));
    await this.readAgain();
  }

  /** Gives the manifest of a folder another environment; rejects with an AdviceError where it has one of another space. */
  async addEnvironment(folder: vscode.Uri, name: string, spaceId: string): Promise<void> {
    await this.load();
    requireInWorkspace(folder);
    const manifest = this.manifests.at(folder);
    await manifest.load();
    await manifest.change(...newEnvironment(manifest, name, spaceId));
    await this.readAgain();
  }

  /** Looks at both sides of each: one GetFlowJSONAssest for each flow. */
  check(links: readonly Link[], run?: LinkRun): Promise<readonly LinkResult[]> {
    return this.synchroniser.run('check', links, run);
  }

  /** Flow into file. A file that changed here is a 'conflict' and stays as it is, 'skipped' where CAMS has nothing newer. */
  pull(links: readonly Link[], run?: LinkRun): Promise<readonly LinkResult[]> {
    return this.synchroniser.run('pull', links, run);
  }

  /** File into flow. A flow that changed there is a 'conflict' and stays as it is. */
  push(links: readonly Link[], run?: LinkRun): Promise<readonly LinkResult[]> {
    return this.synchroniser.run('push', links, run);
  }

  /**
   * A person has merged this text of the flow into the file, and saved it: the next push may overwrite it. It is what both
   * sides last had in common from now on (`Link.synced`, and 'base' in the history).
   */
  seen(link: Link, remote: Uint8Array): Promise<void> {
    return this.synchroniser.seen(link, remote);
  }

  /** What both sides last had in common, for a merge; undefined when this computer does not have it. */
  async base({ ref, synced }: Link): Promise<Uint8Array | undefined> {
    return ref === undefined || synced === undefined ? undefined : this.parts.history.find(ref, synced);
  }

  private stateOf({ link }: Row): LinkState {
    const here = this.local.get(link.file);
    if (link.ref === undefined) return stateOf({ link, here, error: this.spaces.missing(link.spaceId) });
    const error = this.seenFlows.errorOf(link.ref);
    return stateOf({ link, here, there: this.seenFlows.get(link.ref), error });
  }

  private follow(): void {
    if (this.watch !== undefined) return;
    this.watch = this.register(
      new FileWatch(
        (uri) => this.manifests.isManifest(uri) || this.table.of(uri).length > 0,
        (changes) => this.inBackground(this.filesChanged(changes)),
      ),
    );
    this.register(
      vscode.workspace.onDidChangeWorkspaceFolders(() =>
        this.inBackground(this.manifests.find().then(() => this.readAgain())),
      ),
    );
  }

  private async filesChanged(changes: FileChanges): Promise<void> {
    const known = this.manifests.all.map(({ uri }) => uri).filter((uri) => changes.concern(uri));
    const found = changes.filter((uri) => this.manifests.isManifest(uri));
    const hasNews = await this.manifests.read([...known, ...found]);
    const files = this.table.all().map(({ link }) => link.file);
    for (const file of files.filter((file) => changes.concern(file))) {
      this.local.expire(file);
      this.touch(file);
    }
    if (hasNews) await this.readAgain();
    else await this.lookAt([...(this.touched ?? [])]);
  }

  private followAccounts(): void {
    const before = JSON.stringify(this.table.all().map(({ link }) => link.ref));
    this.rebuild();
    if (JSON.stringify(this.table.all().map(({ link }) => link.ref)) !== before) this.touch(undefined);
  }

  /** The links as they stand now, with what their files hold. */
  private async readAgain(): Promise<void> {
    this.rebuild();
    const said = this.manifests.all.flatMap(({ folder, entries }) =>
      entries.map(({ path }) => vscode.Uri.joinPath(folder, path)),
    );
    this.names = await namesOnDisk(said);
    this.rebuild();
    await this.lookAt(this.table.all(this.environment).map(({ link }) => link.file));
    this.touch(undefined);
  }

  private async lookAt(files: readonly vscode.Uri[]): Promise<void> {
    const left = files.values();
    const worker = async () => {
      for (const file of left) await this.local.look(file);
    };
    await Promise.all(Array.from({ length: LOOKS }, worker));
  }

  private rebuild(): void {
    const manifests = this.manifests.all;
    this.table = new LinkTable(manifests, this.spaces, this.names);
    setContextKey('camsFlows.links', manifests.length > 0);
  }

  /** `undefined` for all. */
  private touch(file: vscode.Uri | undefined): void {
    if (this.timer === undefined) this.touched = new Set();
    if (file === undefined) this.touched = undefined;
    else this.touched?.add(file);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.changed.fire(this.touched && [...this.touched]);
    }, TOGETHER);
  }

  private inBackground(work: Promise<void>): void {
    work.catch((error: unknown) => this.parts.log.error(`links: ${String(error)}`));
  }
}

function newEnvironment(manifest: ManifestFile, name: string, spaceId: string) {
  const known = manifest.environments.get(name);
  if (known === undefined) return [withEnvironment(name, spaceId)];
  if (known === spaceId) return [];
  throw new AdviceError(
    vscode.l10n.t('The environment "{0}" of this folder is the space "{1}".', name, known),
    vscode.l10n.t('Choose a flow of that space, or another environment.'),
  );
}

function requireInWorkspace(uri: vscode.Uri): void {
  if (vscode.workspace.getWorkspaceFolder(uri) !== undefined) return;
  throw new AdviceError(
    vscode.l10n.t('{0} is not in a folder that is open here.', vscode.workspace.asRelativePath(uri)),
    vscode.l10n.t('Open its folder, then try again.'),
  );
}

function notLinkable(file: vscode.Uri): AdviceError {
  return new AdviceError(
    vscode.l10n.t('{0} cannot be linked to a flow.', vscode.workspace.asRelativePath(file)),
    vscode.l10n.t('The name must end in .flow.json, without colons and backslashes.'),
  );
}
