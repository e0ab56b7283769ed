import * as vscode from 'vscode';
import type { Accounts } from '../accounts/accounts';
import type { CallOptions } from '../cams/types';
import type { Flows } from '../flows/flows';
import type { FlowRef } from '../flows/types';
import { isCancelled, throwIfCancelled } from '../platform/cancellation';
import { DisposableStore } from '../platform/disposable';
import type { Log } from '../platform/log';
import { withLateProgress } from '../platform/progress';
import { sleep } from '../platform/sleep';
import { FlowDocument, type Content } from './flowDocument';
import { openDocuments, tabOf } from './flowTabs';
import { flowRefOf, flowUri } from './flowUri';
import { labelOf, unreadable } from './sentences';

/** How long a flow that has arrived waits for its name, in milliseconds. */
const NAME_GRACE = 1_000;

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
  private readonly openings = new Map<string, Promise<void>>();
  private readonly changed = this.register(new vscode.EventEmitter<FlowRef>());

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
    this.register(parts.accounts.onDidChange(() => this.dropSignedOut()));
  }

  /**
   * Shows a flow's JSON in a tab, in the one that it already has if there is one. It is loaded first,
   * so that cancelling opens nothing; a flow that cannot be read is a tab that says why.
   */
  open(ref: FlowRef, signal?: AbortSignal): Promise<void> {
    const key = keyOf(ref);
    const running = this.openings.get(key);
    if (running !== undefined) return running;
    const opening = this.show(ref, signal).finally(() => this.openings.delete(key));
    this.openings.set(key, opening);
    return opening;
  }

  /** The JSON byte for byte: of the open tab if there is one, else as CAMS has it now. */
  async text(ref: FlowRef, options?: CallOptions): Promise<Uint8Array> {
    const base = this.documents.get(keyOf(ref))?.base;
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
  async read(ref: FlowRef): Promise<Uint8Array> {
    const bytes = await this.document(ref).read();
    this.releaseLater(ref);
    return bytes;
  }

  /** Brings an open tab up to date: VS Code then looks at the flow anew. */
  refresh(ref: FlowRef): void {
    this.documents.get(keyOf(ref))?.expire();
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

  /** Why the flow cannot be shown, in the words of a person. */
  explain(ref: FlowRef, name: string, error: unknown): string {
    const { accounts, flows } = this.parts;
    const label = labelOf(ref, flows.get(ref)?.name ?? name);
    return unreadable(label, error, { signedIn: accounts.get(ref.accountId) !== undefined });
  }

  private async show(ref: FlowRef, signal?: AbortSignal): Promise<void> {
    const found = tabOf(ref);
    const failed = found !== undefined && this.couldNotBeRead(found.tab, ref) ? found.tab : undefined;
    if (found !== undefined && failed === undefined) {
      const options = { viewColumn: found.tab.group.viewColumn };
      await vscode.commands.executeCommand('vscode.open', found.uri, options);
      return;
    }
    const title = vscode.l10n.t('Opening {0}', labelOf(ref, this.parts.flows.get(ref)?.name));
    const name = await withLateProgress(title, (cancelled) => this.load(ref, cancelled), signal);
    throwIfCancelled(signal);
    if (failed !== undefined) await vscode.window.tabGroups.close(failed);
    // Not `showTextDocument`: it opens no tab at all for a flow that cannot be read.
    await vscode.commands.executeCommand('vscode.open', flowUri(ref, name));
  }

  /** Gets the JSON ready for the tab, and the name, which is another request when the flow is in no list. */
  private async load(ref: FlowRef, signal: AbortSignal): Promise<string | undefined> {
    const { flows, log } = this.parts;
    const looking = this.look(ref, signal).catch((error: unknown) => {
      if (isCancelled(error)) throw error;
      log.warn(
        `Flow ${ref.flowId} cannot be opened: ${error instanceof Error ? error.message : String(error)}`,
      );
    });
    const known = flows.get(ref)?.name;
    if (known !== undefined) {
      await looking;
      return known;
    }
    const naming = flows.read(ref, { signal }).then(
      ({ name }) => name,
      () => undefined,
    );
    await looking;
    return Promise.race([naming, sleep(NAME_GRACE, signal).then(() => undefined)]);
  }

  /** The active tab has no document only then; any other tab is read when it comes to the front. */
  private couldNotBeRead(tab: vscode.Tab, ref: FlowRef): boolean {
    return tab.isActive && openDocuments(ref).length === 0;
  }

  private document(ref: FlowRef): FlowDocument {
    const key = keyOf(ref);
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
    if (openDocuments(ref).length === 0) this.documents.get(keyOf(ref))?.release();
  }

  private dropSignedOut(): void {
    for (const [key, { ref }] of this.documents) {
      if (this.parts.accounts.get(ref.accountId) === undefined) this.documents.delete(key);
    }
  }
}

function keyOf(ref: FlowRef): string {
  return flowUri(ref, '').path + ref.accountId;
}
