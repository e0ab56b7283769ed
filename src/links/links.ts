import type * as vscode from 'vscode';
import type { Accounts } from '../accounts/accounts';
import type { AdviceError } from '../accounts/adviceError';
import type { Documents } from '../documents/documents';
import type { KeptVersions } from '../documents/history/history';
import type { Writer } from '../documents/write/writing';
import type { FlowRef, SpaceRef } from '../flows/types';
import { DisposableStore } from '../platform/disposable';
import type { Log } from '../platform/log';
import { askAccount } from './askAccount';
import { LinkedFiles } from './linkedFiles';
import { LinkEditor, type Pair } from './linkEditor';
import { LocalFiles } from './localFiles';
import { Manifests } from './manifest/manifests';
import { isBelow } from './manifest/paths';
import { SeenFlows } from './seenFlows';
import { SpaceAccounts, type AskAccount } from './spaceAccounts';
import { stateOf } from './status';
import { Synchroniser } from './sync/synchroniser';
import type { Link, LinkResult, LinkRun, LinkState, ManifestProblem } from './types';

interface LinksParts {
  readonly accounts: Pick<Accounts, 'all' | 'onDidChange'>;
  readonly documents: Pick<Documents, 'download'>;
  readonly history: KeptVersions;
  readonly writer: Writer;
  /** Of this workspace: the chosen environment, which account has a space, what was seen last. */
  readonly state: vscode.Memento;
  /** Default: a list to choose from. */
  readonly askAccount?: AskAccount;
  readonly log: Log;
}

const ENVIRONMENT = 'camsFlows.links.environment';

/** Flows as files of the workspace: what is linked to what, how it differs, and the way from one side to the other. */
export class Links extends DisposableStore {
  private readonly manifests: Manifests;
  private readonly spaces: SpaceAccounts;
  private readonly local = new LocalFiles();
  private readonly seenFlows: SeenFlows;
  private readonly files: LinkedFiles;
  private readonly editor: LinkEditor;
  private readonly synchroniser: Synchroniser;

  /** These files, or all of them. */
  readonly onDidChange: vscode.Event<readonly vscode.Uri[] | undefined>;

  constructor(private readonly parts: LinksParts) {
    super();
    const { accounts, state, log } = parts;
    const { local } = this;
    const manifests = (this.manifests = this.register(new Manifests(log)));
    const spaces = (this.spaces = new SpaceAccounts(accounts, state, parts.askAccount ?? askAccount));
    const seen = (this.seenFlows = this.register(new SeenFlows(state, log)));
    const files = (this.files = this.register(new LinkedFiles({ manifests, spaces, local, log })));
    this.onDidChange = files.onDidChange;
    this.editor = new LinkEditor({ files, manifests, spaces });
    this.synchroniser = new Synchroniser({ ...parts, manifests, spaces, local, seen, files });
    this.register(accounts.onDidChange(() => files.rebuild()));
    this.register(parts.history.onDidChange((ref) => void this.noticeSent(ref)));
  }

  /**
   * Reads the manifests of the workspace and the files that they name, once; from then on it follows their changes. Asks
   * nothing of CAMS.
   */
  load(): Promise<void> {
    return this.files.load();
  }

  /** Every link of the chosen environment, by path. */
  get all(): readonly LinkState[] {
    return this.files.table.all(this.environment).map(({ link }) => this.stateOf(link));
  }

  of(file: vscode.Uri): LinkState | undefined {
    const row = this.files.table.find({ file, environment: this.environment });
    return row && this.stateOf(row.link);
  }

  /** The links of a file in all environments. */
  everywhere(file: vscode.Uri): readonly Link[] {
    return this.files.table.of(file).map(({ link }) => link);
  }

  /** Every link of any environment, by path. */
  inEnvironment(environment: string): readonly Link[] {
    return this.files.table.all(environment).map(({ link }) => link);
  }

  /** The links of these files, and of all files below these folders. */
  under(uris: readonly vscode.Uri[]): readonly LinkState[] {
    const keys = new Set(uris.map((uri) => uri.toString()));
    return this.all.filter(
      ({ link: { file } }) => keys.has(file.toString()) || uris.some((folder) => isBelow(folder, file)),
    );
  }

  /** What a person should put right in the manifests. */
  get problems(): readonly ManifestProblem[] {
    return this.manifests.all.flatMap(({ uri, problems }) =>
      problems.map((error) => ({ manifest: uri, error })),
    );
  }

  /** The environments of the workspace, as their manifests order them. */
  get environments(): readonly string[] {
    return this.files.table.environments;
  }

  /** The chosen one; the first until somebody chooses. '' where there is none. */
  get environment(): string {
    const chosen = this.parts.state.get<string>(ENVIRONMENT);
    return this.environments.find((name) => name === chosen) ?? this.environments[0] ?? '';
  }

  async choose(environment: string): Promise<void> {
    await this.parts.state.update(ENVIRONMENT, environment);
    this.files.touch('all');
  }

  /** The folders that have a manifest, the nearer to a file the later. */
  get folders(): readonly vscode.Uri[] {
    return this.manifests.all.map(({ folder }) => folder);
  }

  /** The environments of the manifest that a file belongs to, each with its space. */
  environmentsOf(file: vscode.Uri): ReadonlyMap<string, string> {
    return this.manifests.nearest(file).environments;
  }

  /**
   * Links a file to a flow, in the nearest manifest; one in the file's folder is made where there is none. A new environment
   * gets the flow's space. An earlier link of the file in this environment gives way. Rejects with an AdviceError.
   */
  add(file: vscode.Uri, ref: FlowRef, environment: string): Promise<Link> {
    return this.editor.add(file, ref, environment);
  }

  /** As `add`, for many: each manifest is written once. */
  addMany(pairs: readonly Pair[], environment: string): Promise<readonly Link[]> {
    return this.editor.addMany(pairs, environment);
  }

  /** Why `add` would reject now; undefined when it may be tried. */
  obstacle(file: vscode.Uri, space: SpaceRef, environment: string): AdviceError | undefined {
    return this.editor.obstacle(file, space, environment);
  }

  /** The files stay, and the flows. */
  remove(links: readonly Link[]): Promise<void> {
    return this.editor.remove(links);
  }

  /** Gives the manifest of a folder another environment; rejects with an AdviceError where it has one of another space. */
  addEnvironment(folder: vscode.Uri, name: string, spaceId: string): Promise<void> {
    return this.editor.addEnvironment(folder, name, spaceId);
  }

  /** Looks at both sides of each: one GetFlowJSONAssest for each flow. */
  check(links: readonly Link[], run?: LinkRun): Promise<readonly LinkResult[]> {
    return this.synchroniser.run('check', links, run);
  }

  /** Flow into file. A file that changed here is a 'conflict' and stays as it is; 'skipped' where CAMS has nothing newer. */
  pull(links: readonly Link[], run?: LinkRun): Promise<readonly LinkResult[]> {
    return this.synchroniser.run('pull', links, run);
  }

  /** File into flow. A flow that changed there is a 'conflict' and stays as it is; 'skipped' where the file has nothing newer. */
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

  /** The flow was saved elsewhere in this window, or its saving was tried: what CAMS had is no longer what it has. */
  private async noticeSent(ref: FlowRef): Promise<void> {
    if (this.seenFlows.get(ref) === undefined) return;
    const [newest] = await this.parts.history.list(ref).catch(() => []);
    if (newest?.origin !== 'sent' || newest.meaning === this.seenFlows.get(ref)?.meaning) return;
    this.seenFlows.forget(ref);
    this.files.touch('all');
  }

  private stateOf(link: Link): LinkState {
    const here = this.local.get(link.file);
    if (link.ref === undefined) return stateOf({ link, here, error: this.spaces.missing(link.spaceId) });
    const error = this.seenFlows.errorOf(link.ref);
    return stateOf({ link, here, there: this.seenFlows.get(link.ref), error });
  }
}
