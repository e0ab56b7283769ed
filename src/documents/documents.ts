import * as vscode from 'vscode';
import type { Accounts } from '../accounts/accounts';
import type { AccountState } from '../accounts/types';
import type { CallOptions } from '../cams/types';
import type { Flows } from '../flows/flows';
import type { FlowRef } from '../flows/types';
import { DisposableStore } from '../platform/disposable';
import type { Log } from '../platform/log';
import { FlowDocument, type Content } from './flowDocument';
import { openDocuments, tabOf } from './flowTabs';
import { flowKey, flowRefOf } from './flowUri';
import { Notices } from './notices';
import { Openings } from './openings';
import { labelOf, noticeOf, unreadable } from './sentences';

/** How long bytes that no editor has taken are kept, in milliseconds: a large flow takes a while to appear. */
const HELD_FOR = 60_000;

interface DocumentsParts {
  readonly accounts: Pick<Accounts, 'get' | 'call' | 'onDidChange'>;
  readonly flows: Pick<Flows, 'get' | 'read'>;
  readonly log: Log;
}

/** The JSON of flows: opens it in tabs and hands it to whoever wants the text. */
export class Documents extends DisposableStore {
  private readonly documents = new Map<string, FlowDocument>();
  private readonly changed = this.register(new vscode.EventEmitter<FlowRef>());

  private readonly openings: Openings;
  private readonly notices: Notices;

  /** The tab of this flow may show another text than CAMS has. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly parts: DocumentsParts) {
    super();
    this.register(
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        const ref = flowRefOf(uri);
        if (ref !== undefined) this.releaseUnlessOpen(ref);
      }),
    );
    this.register(parts.accounts.onDidChange(() => this.followAccounts()));
    this.notices = this.register(new Notices((ref) => this.documents.get(flowKey(ref))?.problem));
    this.openings = new Openings({
      ...parts,
      look: (ref, signal) => this.look(ref, signal),
      failed: (ref) => this.documents.get(flowKey(ref))?.problem !== undefined,
      refresh: (ref) => this.refresh(ref),
    });
  }

  /**
   * Shows a flow's JSON in a tab, in the one that it already has if there is one. It is loaded first,
   * so that cancelling opens nothing; a flow that cannot be read is a tab that says why.
   */
  open(ref: FlowRef, signal?: AbortSignal): Promise<void> {
    return this.openings.open(ref, signal);
  }

  /** The JSON byte for byte: of the open tab if there is one, else as CAMS has it now. */
  async text(ref: FlowRef, options?: CallOptions): Promise<Uint8Array> {
    const base = this.documents.get(flowKey(ref))?.base;
    if (base !== undefined && openDocuments(ref).length > 0) return base.bytes;
    return this.download(ref, options);
  }

  /** What lies on CAMS now, or did a moment ago. */
  async look(ref: FlowRef, signal?: AbortSignal): Promise<Content> {
    const content = await this.document(ref).look(signal);
    this.releaseLater(ref);
    return content;
  }

  /** As `look`, for a tab: what it gets is from now on what it is based on. */
  async read(ref: FlowRef): Promise<Content> {
    const document = this.document(ref);
    const failed = document.problem !== undefined;
    const content = await document.read();
    if (failed) for (const editor of openDocuments(ref)) this.notices.setLanguage(editor);
    this.releaseLater(ref);
    return content;
  }

  /**
   * What a tab shows for a flow that cannot be read. Undefined when it shows the flow already, and when
   * there is no tab: a program that asks gets the error.
   */
  notice(ref: FlowRef, error: unknown, sentences: readonly string[]): Content | undefined {
    if (tabOf(ref) === undefined && !this.openings.has(ref)) return undefined;
    return this.document(ref).standIn(noticeOf(sentences), { error, account: this.accountState(ref) });
  }

  /** Brings an open tab up to date: VS Code then looks at the flow anew. */
  refresh(ref: FlowRef): void {
    this.documents.get(flowKey(ref))?.expire();
    this.changed.fire(ref);
  }

  /** The JSON as CAMS has it now, byte for byte: kept nowhere. */
  async download(ref: FlowRef, options?: CallOptions): Promise<Uint8Array> {
    const request = { flowId: ref.flowId, custSpaceId: ref.spaceId || undefined };
    const asset = await this.parts.accounts.call(ref.accountId, (cams, session) =>
      cams.getFlowJson(session, request, options),
    );
    return asset.bytes;
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
      const download = (signal: AbortSignal) => this.download(ref, { signal });
      document = new FlowDocument(ref, download, () => this.changed.fire(ref));
      this.documents.set(key, document);
    }
    return document;
  }

  /** Who looks without opening (another extension, an opening that was cancelled late) leaves nothing behind. */
  private releaseLater(ref: FlowRef): void {
    if (this.isDisposed || openDocuments(ref).length > 0) return;
    setTimeout(() => this.releaseUnlessOpen(ref), HELD_FOR).unref();
  }

  private releaseUnlessOpen(ref: FlowRef): void {
    if (openDocuments(ref).length === 0) this.documents.get(flowKey(ref))?.release();
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
