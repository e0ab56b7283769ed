import * as vscode from 'vscode';
import type { Accounts } from '../accounts/accounts';
import type { AccountState } from '../accounts/types';
import type { CallOptions } from '../cams/types';
import type { Flows } from '../flows/flows';
import type { FlowRef } from '../flows/types';
import { DisposableStore } from '../platform/disposable';
import type { Log } from '../platform/log';
import { Bases } from './base/bases';
import { sameMeaning, type Base, type Content } from './content';
import { FlowDocument } from './flowDocument';
import { openDocuments, tabOf } from './flowTabs';
import { flowKey, flowRefOf, nameIn } from './flowUri';
import { Notices } from './notices';
import { Openings } from './openings';
import { ReadOnlyFlows } from './readOnly';
import { FirstEdits } from './save/firstEdits';
import { Questions } from './save/questions';
import { Saving } from './save/saving';
import { labelOf, noticeOf, unreadable } from './sentences';
import { Statuses } from './statuses';
import { download } from './write/look';
import type { FlowWriter } from './write/flowWriter';
import type { KeptVersions } from './history/history';

/** How long bytes that no editor has taken are kept, in milliseconds: a large flow takes a while to appear. */
const HELD_FOR = 60_000;

export interface DocumentsParts {
  readonly accounts: Pick<Accounts, 'get' | 'call' | 'onDidChange'>;
  readonly flows: Pick<Flows, 'get' | 'read' | 'store' | 'onDidChange'>;
  readonly writer: Pick<FlowWriter, 'write' | 'prepare'>;
  readonly history: Pick<KeptVersions, 'keep'>;
  /** How many errors the language finds in a flow. */
  readonly errorsIn: (text: string) => Promise<number>;
  /** Shared by all windows. */
  readonly state: vscode.Memento;
  /** Of this window. */
  readonly workspaceState: vscode.Memento;
  readonly log: Log;
}

/** The JSON of flows: opens it in tabs, saves it, and hands it to whoever wants the text. */
export class Documents extends DisposableStore {
  readonly saving: Saving;
  /** The flows that VS Code must not let anybody save. */
  readonly readOnly: ReadOnlyFlows;
  private readonly documents = new Map<string, FlowDocument>();
  private readonly changed = this.register(new vscode.EventEmitter<FlowRef>());

  private readonly statuses: Statuses;
  private readonly bases: Bases;
  private readonly openings: Openings;
  private readonly notices: Notices;

  /** The tab of this flow may show another text than CAMS has. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly parts: DocumentsParts) {
    super();
    const { accounts, flows, log } = parts;
    const nameOf = (ref: FlowRef) => flows.get(ref)?.name;
    const statuses = (this.statuses = new Statuses(flows, log));
    const firstEdits = new FirstEdits({ state: parts.state, statuses, nameOf });
    this.bases = this.register(
      new Bases({
        state: parts.workspaceState,
        restored: (ref, base) => this.document(ref).noteTime(base.mtime, base.ctime),
        edited: (ref, document, base) => {
          if (this.isNotice(document.uri, ref)) return;
          this.keepBase(ref, base);
          void firstEdits.edited(ref);
        },
      }),
    );
    this.saving = new Saving({
      ...parts,
      bases: this.bases,
      statuses,
      questions: new Questions({ ...parts, statuses }),
      document: (ref) => this.document(ref),
      nameOf,
      labelOf: (ref, uri) => labelOf(ref, nameOf(ref) ?? nameIn(uri)),
      found: (ref, content) => this.found(ref, content),
      refresh: (ref) => this.refresh(ref),
    });
    this.register(vscode.workspace.onDidCloseTextDocument(({ uri }) => this.closed(uri)));
    this.register(vscode.workspace.onDidOpenTextDocument(({ uri }) => this.opened(uri)));
    this.register(accounts.onDidChange(() => this.followAccounts()));
    this.notices = this.register(new Notices((ref) => this.documents.get(flowKey(ref))?.problem));
    this.readOnly = this.register(new ReadOnlyFlows({ flows, changed: (ref) => this.changed.fire(ref) }));
    this.openings = new Openings({
      ...parts,
      look: (ref, signal) => this.look(ref, signal),
      failed: (ref) => this.documents.get(flowKey(ref))?.problem !== undefined,
      refresh: (ref) => this.refresh(ref),
    });
    for (const { uri } of vscode.workspace.textDocuments) this.opened(uri);
  }

  /**
   * Shows a flow's JSON in a tab, in the one that it already has if there is one. It is loaded first,
   * so that cancelling opens nothing; a flow that cannot be read is a tab that says why.
   */
  open(ref: FlowRef, signal?: AbortSignal): Promise<void> {
    return this.openings.open(ref, signal);
  }

  /** The JSON: of the open tab if there is one, with what was typed there, else byte for byte as CAMS has it now. */
  async text(ref: FlowRef, options?: CallOptions): Promise<Uint8Array> {
    const shown = openDocuments(ref).filter(({ uri }) => !this.isNotice(uri, ref));
    const dirty = shown.find(({ isDirty }) => isDirty);
    if (dirty !== undefined) return new TextEncoder().encode(dirty.getText());
    const bytes = shown.map(({ uri }) => this.bases.of(uri)?.bytes).find((one) => one !== undefined);
    return bytes ?? this.download(ref, options);
  }

  /** What the text in this editor began as; undefined where nobody knows. */
  baseOf(uri: vscode.Uri): Base | undefined {
    return this.bases.of(uri);
  }

  /** What lies on CAMS now, or did a moment ago. */
  async look(ref: FlowRef, signal?: AbortSignal): Promise<Content> {
    const content = await this.document(ref).look(signal);
    this.releaseLater(ref);
    return content;
  }

  /** As `look`, for whoever reads the file: an editor, or anybody else. */
  async read(ref: FlowRef, uri: vscode.Uri): Promise<Content> {
    const document = this.document(ref);
    const failed = document.problem !== undefined;
    const look = this.saving.lookOf(uri);
    if (look !== undefined) await look;
    const content = await document.read();
    this.bases.handOut(ref, uri, content);
    if (failed) for (const editor of openDocuments(ref)) this.notices.setLanguage(editor);
    this.releaseLater(ref);
    return content;
  }

  /**
   * What a file is, for VS Code: the text that its editor began as, as long as CAMS has that in whatever spelling, so that
   * nothing seems to have changed; else what lies there.
   */
  async stat(ref: FlowRef, uri: vscode.Uri): Promise<Base> {
    const saving = await this.saving.stat(uri, ref);
    if (saving !== undefined) return saving;
    const remote = await this.look(ref);
    const base = this.bases.of(uri);
    return base !== undefined && sameMeaning(base, remote) ? base : remote;
  }

  /** True for a tab that shows why its flow cannot be read. */
  isNotice(uri: vscode.Uri, ref: FlowRef): boolean {
    return this.documents.get(flowKey(ref))?.problem !== undefined && this.bases.of(uri) === undefined;
  }

  /**
   * What a tab shows for a flow that cannot be read. Undefined when it shows the flow already, and when
   * there is no tab: a program that asks gets the error.
   */
  notice(ref: FlowRef, uri: vscode.Uri, error: unknown, sentences: readonly string[]): Content | undefined {
    if (tabOf(ref) === undefined && !this.openings.has(ref)) return undefined;
    if (openDocuments(ref).some((one) => one.isDirty || this.bases.of(one.uri) !== undefined))
      return undefined;
    if (this.bases.of(uri) !== undefined) return undefined;
    return this.document(ref).standIn(noticeOf(sentences), { error, account: this.accountState(ref) });
  }

  /** Brings an open tab up to date: VS Code then looks at the flow anew. */
  refresh(ref: FlowRef): void {
    this.documents.get(flowKey(ref))?.expire();
    this.changed.fire(ref);
  }

  /** The JSON as CAMS has it now, byte for byte: kept nowhere. */
  download(ref: FlowRef, options?: CallOptions): Promise<Uint8Array> {
    return download(this.parts.accounts, ref, options);
  }

  /** Why the flow cannot be read and what to do, in the words of a person. */
  explain(ref: FlowRef, name: string, error: unknown): string[] {
    const label = labelOf(ref, this.parts.flows.get(ref)?.name ?? name);
    return unreadable(label, error, this.accountState(ref));
  }

  private accountState({ accountId }: FlowRef): AccountState | 'signedOut' {
    return this.parts.accounts.get(accountId)?.state ?? 'signedOut';
  }

  private document(ref: FlowRef): FlowDocument {
    const key = flowKey(ref);
    let document = this.documents.get(key);
    if (document === undefined) {
      document = new FlowDocument(ref, {
        download: (signal) => this.download(ref, { signal }),
        found: (content) => this.found(ref, content),
      });
      this.documents.set(key, document);
    }
    return document;
  }

  /** Editors that began as another text learn of this one. */
  private found(ref: FlowRef, content: Content): void {
    const bases = openDocuments(ref).map(({ uri }) => this.bases.of(uri));
    if (bases.some((base) => base !== undefined && !sameMeaning(base, content))) this.changed.fire(ref);
  }

  /** For a merge later on. A disk that does not take it is told of before anything is overwritten. */
  private keepBase(ref: FlowRef, base: Base | undefined): void {
    if (base?.bytes === undefined) return;
    this.parts.history.keep(ref, base.bytes, 'base').catch((error: unknown) => {
      this.parts.log.warn(`flow ${ref.flowId}: what is edited cannot be kept: ${String(error)}`);
    });
  }

  private opened(uri: vscode.Uri): void {
    const ref = flowRefOf(uri);
    if (ref !== undefined && !this.isNotice(uri, ref)) void this.statuses.shown(ref);
  }

  private closed(uri: vscode.Uri): void {
    const ref = flowRefOf(uri);
    if (ref === undefined) return;
    if (!openDocuments(ref).some((one) => one.uri.toString() === uri.toString())) this.saving.forget(uri);
    this.releaseUnlessOpen(ref);
  }

  /** Who looks without opening (another extension, an opening that was cancelled late) leaves nothing behind. */
  private releaseLater(ref: FlowRef): void {
    if (this.isDisposed || openDocuments(ref).length > 0) return;
    setTimeout(() => this.releaseUnlessOpen(ref), HELD_FOR).unref();
  }

  private releaseUnlessOpen(ref: FlowRef): void {
    if (openDocuments(ref).length > 0) return;
    this.documents.get(flowKey(ref))?.release();
    this.bases.forget(ref);
  }

  private forget(key: string, ref: FlowRef): void {
    // A text that is still in a tab can still be copied and saved elsewhere.
    if (openDocuments(ref).length > 0) this.documents.get(key)?.expire();
    else this.documents.delete(key);
  }

  /** What was signed out is read no more, and notices give way when the account can read again. */
  private followAccounts(): void {
    for (const [key, { ref, problem }] of this.documents) {
      const state = this.accountState(ref);
      if (state === 'signedOut') this.forget(key, ref);
      else if (state === 'ready' && problem !== undefined && problem.account !== 'ready') this.refresh(ref);
    }
  }
}
