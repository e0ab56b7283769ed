import { vi } from 'vitest';
import * as vscode from 'vscode';
import type { Account, AccountState } from '../../../src/accounts/types';
import { CredentialsError } from '../../../src/cams/errors';
import type { Cams } from '../../../src/cams/cams';
import type { CallOptions, OneFlow, Session } from '../../../src/cams/types';
import { Documents } from '../../../src/documents/documents';
import { FlowFileSystem } from '../../../src/documents/flowFileSystem';
import { flowRefOf } from '../../../src/documents/flowUri';
import { sameFlow, type Flow, type FlowRef } from '../../../src/flows/types';
import { CancelledError } from '../../../src/platform/cancellation';
import { silentLog } from '../../../src/platform/log';

export const ref: FlowRef = { accountId: 'a1', spaceId: 's1', flowId: '42' };

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

type Execute = (command: string, uri: vscode.Uri, options?: object) => Promise<void>;
type Download = (request: OneFlow, options: CallOptions | undefined) => Promise<string>;

/** Documents in a window of which the test plays every other part: accounts, flows, CAMS and VS Code's tabs. */
export function house(download: Download = async () => '{"version":"7.2"}') {
  const accountsChanged = new vscode.EventEmitter<void>();
  const closed = new vscode.EventEmitter<vscode.TextDocument>();
  const opened = new vscode.EventEmitter<vscode.TextDocument>();
  const states = new Map<string, AccountState>([['a1', 'ready']]);
  const names = new Map<string, string>([['42', 'Sign up']]);
  const requests: OneFlow[] = [];
  const notifications: { title: string; cancel(): void; ended: boolean }[] = [];
  const tabs: { uri: vscode.Uri; active: boolean; viewColumn: number }[] = [];
  /** What is in front in a column and no text. */
  const panels: { viewType: string; viewColumn: number }[] = [];
  const textDocuments: { uri: vscode.Uri; languageId: string }[] = [];

  const cams = {
    getFlowJson: async (_session: Session, request: OneFlow, options?: CallOptions) => {
      requests.push(request);
      const cancelled = new Promise<never>((_, reject) =>
        options?.signal?.addEventListener('abort', () => reject(new CancelledError())),
      );
      return { bytes: bytesOf(await Promise.race([download(request, options), cancelled])) };
    },
  } as unknown as Cams;
  const accounts = {
    get: (id: string) => (states.has(id) ? ({ id, state: states.get(id) } as Account) : undefined),
    call: async <T>(id: string, operation: (cams: Cams, session: Session) => Promise<T>) => {
      if (!states.has(id)) throw new CredentialsError({ operation: 'SignIn', code: 'SignedOut' });
      const result = await operation(cams, {} as Session);
      if (!states.has(id)) throw new CancelledError();
      return result;
    },
    onDidChange: accountsChanged.event,
  };
  const flowOf = (ref: FlowRef): Flow | undefined => {
    const name = names.get(ref.flowId);
    return name === undefined ? undefined : { ref, name, added: false };
  };
  const flows = {
    get: vi.fn(flowOf),
    read: vi.fn(async (ref: FlowRef): Promise<Flow> => ({ ref, added: true })),
  };

  const groups = () => {
    const columns = [...new Set([...panels, ...tabs].map(({ viewColumn }) => viewColumn))];
    return columns.map((viewColumn) => ({
      viewColumn,
      activeTab: panels
        .filter((panel) => panel.viewColumn === viewColumn)
        .map(({ viewType }) => ({ input: new vscode.TabInputWebview(viewType) }))[0],
      tabs: tabs
        .filter((tab) => tab.viewColumn === viewColumn)
        .map((tab) => ({
          input: new vscode.TabInputText(tab.uri),
          isActive: tab.active,
          group: { viewColumn },
        })),
    }));
  };
  Object.assign(vscode.window, {
    tabGroups: {
      get all() {
        return groups();
      },
      get activeTabGroup() {
        return groups()[0] ?? { tabs: [] };
      },
    },
    withProgress: (
      options: { title: string },
      task: (progress: object, token: unknown) => Promise<unknown>,
    ) => {
      const source = new vscode.CancellationTokenSource();
      const shown = { title: options.title, cancel: () => source.cancel(), ended: false };
      notifications.push(shown);
      return task({ report: () => undefined }, source.token).finally(() => (shown.ended = true));
    },
  });
  Object.assign(vscode.workspace, {
    textDocuments,
    onDidCloseTextDocument: closed.event,
    onDidOpenTextDocument: opened.event,
  });
  const lenses: vscode.CodeLensProvider[] = [];
  Object.assign(vscode.languages, {
    registerCodeLensProvider: (_selector: object, provider: vscode.CodeLensProvider) => {
      lenses.push(provider);
      return new vscode.Disposable(() => lenses.splice(lenses.indexOf(provider), 1));
    },
    // As VS Code does it: the document goes and comes back with the other language, and is never missing.
    setTextDocumentLanguage: async (document: { languageId: string }, languageId: string) => {
      closed.fire(document as vscode.TextDocument);
      document.languageId = languageId;
      opened.fire(document as vscode.TextDocument);
      return document;
    },
  });

  const documents = new Documents({ accounts, flows, log: silentLog });
  const filesChanged = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const files = new FlowFileSystem(documents, filesChanged);

  /** VS Code reads again what it was told of. */
  filesChanged.event(async (events) => {
    for (const { uri } of events)
      await Promise.all([files.stat(uri), files.readFile(uri)]).catch(() => undefined);
  });

  /** VS Code asks for both at once when it opens a file. */
  const openTab = async (uri: vscode.Uri, viewColumn = 1) => {
    for (const tab of tabs) if (tab.viewColumn === viewColumn) tab.active = false;
    tabs.push({ uri, active: true, viewColumn });
    const [stat, bytes] = await Promise.all([files.stat(uri), files.readFile(uri)]);
    const document = { uri, languageId: 'json' };
    textDocuments.push(document);
    opened.fire(document as vscode.TextDocument);
    return { stat, bytes, document };
  };
  const executeCommand = vi.fn<Execute>(async (command, uri) => {
    if (command !== 'vscode.open') throw new Error(command);
    const tab = tabs.find((tab) => tab.uri.toString() === uri.toString());
    if (tab === undefined) await openTab(uri);
    else tab.active = true;
  });
  Object.assign(vscode.commands, { executeCommand });

  return {
    documents,
    files,
    requests,
    notifications,
    tabs,
    panels,
    textDocuments,
    names,
    flows,
    openTab,
    executeCommand,
    filesChanged,
    signOut(id: string) {
      states.delete(id);
      accountsChanged.fire();
    },
    setState(id: string, state: AccountState) {
      states.set(id, state);
      accountsChanged.fire();
    },
    /** The titles and commands above a document. */
    lensesOf: (document: object) =>
      (lenses[0]!.provideCodeLenses(document as vscode.TextDocument, {} as never) as vscode.CodeLens[]).map(
        ({ command }) => command!,
      ),
    /** VS Code forgets the document of a tab that a person closes. */
    close(ref: FlowRef) {
      const gone = (uri: vscode.Uri) => {
        const other = flowRefOf(uri);
        return other !== undefined && sameFlow(other, ref);
      };
      tabs.splice(0, tabs.length, ...tabs.filter(({ uri }) => !gone(uri)));
      const left = textDocuments.filter(({ uri }) => gone(uri));
      textDocuments.splice(0, textDocuments.length, ...textDocuments.filter(({ uri }) => !gone(uri)));
      for (const document of left) closed.fire(document as vscode.TextDocument);
    },
  };
}
