import { vi } from 'vitest';
import * as vscode from 'vscode';
import type { Account, AccountState } from '../../../src/accounts/types';
import { CredentialsError } from '../../../src/cams/errors';
import type { Cams } from '../../../src/cams/cams';
import type { CallOptions, OneFlow, Session } from '../../../src/cams/types';
import { Documents } from '../../../src/documents/documents';
import { FlowFileSystem } from '../../../src/documents/flowFileSystem';
import { flowRefOf } from '../../../src/documents/flowUri';
import type { FlowsChange } from '../../../src/flows/flows';
import type { FlowStore } from '../../../src/flows/flowStore';
import { sameFlow, type Flow, type FlowRef } from '../../../src/flows/types';
import { CancelledError } from '../../../src/platform/cancellation';
import { silentLog } from '../../../src/platform/log';
import type { Origin } from '../../../src/documents/history/history';
import { Journal } from '../../../src/documents/write/journal';
import { FlowWriter } from '../../../src/documents/write/flowWriter';
import { MemoryState } from '../flows/house';
import { bytesOf, textOf } from './bytes';
import { memoryFiles } from './memoryFiles';
import { Remote } from './remote';
import { TextFile, type Backup, type TextFileHost } from './textFile';

export const ref: FlowRef = { accountId: 'a1', spaceId: 's1', flowId: '42' };

export { bytesOf };

/** As much of a TextDocument as anybody here looks at. */
interface OpenDocument {
  readonly uri: vscode.Uri;
  languageId: string;
  readonly isDirty: boolean;
  getText(): string;
}

type Execute = (command: string, uri: vscode.Uri, options?: object) => Promise<void>;
type Download = (request: OneFlow, options: CallOptions | undefined) => Promise<string>;

/** Documents in a window of which the test plays every other part: accounts, flows, CAMS and VS Code's tabs. */
export function house(
  download: Download | Remote = async () => '{"version":"7.2"}',
  { globalState = new MemoryState(), workspaceState = new MemoryState(), disk = memoryFiles() } = {},
) {
  const accountsChanged = new vscode.EventEmitter<void>();
  const closed = new vscode.EventEmitter<vscode.TextDocument>();
  const opened = new vscode.EventEmitter<vscode.TextDocument>();
  const states = new Map<string, AccountState>([['a1', 'ready']]);
  const names = new Map<string, string>([['42', 'Sign up']]);
  const statuses = new Map<string, string>([['42', 'DRAFT']]);
  const requests: OneFlow[] = [];
  const notifications: { title: string; cancel(): void; ended: boolean }[] = [];
  const tabs: { uri: vscode.Uri; active: boolean; viewColumn: number }[] = [];
  /** What is in front in a column and no text. */
  const panels: { viewType: string; viewColumn: number }[] = [];
  const textDocuments: OpenDocument[] = [];
  const changedText = new vscode.EventEmitter<vscode.TextDocumentChangeEvent>();
  const settings: Record<string, string | boolean> = {};
  const asked: { text: string; detail?: string; items: string[] }[] = [];
  const told: string[] = [];
  const kept: { text: string; origin: Origin }[] = [];
  const executed: unknown[][] = [];
  /** What the person presses on a message. */
  const person: { press: (message: { text: string; items: string[] }) => string | undefined } = {
    press: () => undefined,
  };
  const errors = { count: 0 };

  const reading = {
    getFlowJson: async (_session: Session, request: OneFlow, options?: CallOptions) => {
      requests.push(request);
      const cancelled = new Promise<never>((_, reject) =>
        options?.signal?.addEventListener('abort', () => reject(new CancelledError())),
      );
      const text = (download as Download)(request, options);
      return { bytes: bytesOf(await Promise.race([text, cancelled])) };
    },
  } as unknown as Cams;
  const cams = download instanceof Remote ? download.service : reading;
  const session = { accountId: 'a1', endpoint: '', credential: async () => ({}) } as unknown as Session;
  const accounts = {
    get: (id: string) => (states.has(id) ? ({ id, state: states.get(id) } as Account) : undefined),
    call: async <T>(id: string, operation: (cams: Cams, session: Session) => Promise<T>) => {
      if (!states.has(id)) throw new CredentialsError({ operation: 'SignIn', code: 'SignedOut' });
      const result = await operation(cams, session);
      if (!states.has(id)) throw new CancelledError();
      return result;
    },
    onDidChange: accountsChanged.event,
  };
  const flowOf = (ref: FlowRef): Flow | undefined => {
    const name = names.get(ref.flowId);
    return name === undefined
      ? undefined
      : { ref, name, status: statuses.get(ref.flowId), readAt: Date.now(), added: false };
  };
  const flowsChanged = new vscode.EventEmitter<FlowsChange>();
  const flows = {
    get: vi.fn(flowOf),
    read: vi.fn(async (ref: FlowRef): Promise<Flow> => flowOf(ref) ?? { ref, added: true }),
    store: () => ({ load: async () => undefined }) as unknown as FlowStore,
    onDidChange: flowsChanged.event,
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
  const tell = async (text: string, ...rest: (string | { detail?: string })[]) => {
    const items = rest.filter((item) => typeof item === 'string');
    const [options] = rest.filter((item) => typeof item !== 'string');
    asked.push({ text, items, ...(options?.detail === undefined ? {} : { detail: options.detail }) });
    return person.press({ text, items });
  };
  Object.assign(vscode.window, {
    showInformationMessage: tell,
    showWarningMessage: tell,
    setStatusBarMessage: (text: string) => told.push(text),
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
    onDidChangeTextDocument: changedText.event,
    getConfiguration: (section: string) => ({
      get: (key: string, otherwise: unknown) => settings[`${section}.${key}`] ?? otherwise,
      inspect: (key: string) => ({ globalValue: settings[`${section}.${key}`] }),
    }),
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

  const history = {
    keep: async (_ref: FlowRef, bytes: Uint8Array, origin: Origin) => {
      kept.push({ text: textOf(bytes), origin });
      return {} as never;
    },
  };
  const journal = new Journal(disk.folder, silentLog);
  const writer = new FlowWriter({ accounts, history, journal, log: silentLog });
  const documents = new Documents({
    accounts,
    flows,
    writer,
    history,
    errorsIn: async () => errors.count,
    state: globalState,
    workspaceState,
    log: silentLog,
  });
  const filesChanged = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const files = new FlowFileSystem(documents, filesChanged, silentLog);

  const open = new Map<string, TextFile>();
  /** VS Code looks again at what it was told of. */
  filesChanged.event(async (events) => {
    for (const { uri } of events) await open.get(uri.toString())?.fileChanged();
  });

  const documentOf = (file: TextFile): OpenDocument => ({
    uri: file.uri,
    languageId: 'json',
    get isDirty() {
      return file.isDirty;
    },
    getText: () => file.text,
  });
  const { Manual, AfterDelay, FocusOut } = vscode.TextDocumentSaveReason;
  const reasons = { explicit: Manual, auto: AfterDelay, focus: FocusOut, window: FocusOut };
  const newFile = (uri: vscode.Uri, host: TextFileHost = {}) => {
    const file = new TextFile(files, uri, {
      ...host,
      willSave: (_file, reason) => documents.saving.announce(uri, reasons[reason]),
      changed: () => {
        const document = textDocuments.find((one) => one.uri.toString() === uri.toString());
        if (document !== undefined) changedText.fire({ document, contentChanges: [] } as never);
      },
    });
    open.set(uri.toString(), file);
    return file;
  };
  const appear = (file: TextFile) => {
    const document = documentOf(file);
    textDocuments.push(document);
    opened.fire(document as vscode.TextDocument);
    return document;
  };

  /** VS Code asks for stat and text at once when it opens a file. */
  const openTab = async (uri: vscode.Uri, viewColumn = 1, host?: TextFileHost) => {
    for (const tab of tabs) if (tab.viewColumn === viewColumn) tab.active = false;
    tabs.push({ uri, active: true, viewColumn });
    const file = newFile(uri, host);
    await file.resolve();
    const document = appear(file);
    return { stat: file.known!, bytes: bytesOf(file.text), document, file };
  };
  /** After a restart: a tab with edits comes back without a look at its file. */
  const restoreTab = (uri: vscode.Uri, backup: Backup, host?: TextFileHost) => {
    tabs.push({ uri, active: true, viewColumn: 1 });
    const file = newFile(uri, host);
    file.restore(backup);
    return { file, document: appear(file) };
  };
  const executeCommand = vi.fn<Execute>(async (command, uri, ...rest) => {
    executed.push([command, uri, ...rest]);
    if (command.startsWith('camsFlows.') || command === 'vscode.diff') return;
    if (command !== 'vscode.open') throw new Error(command);
    const tab = tabs.find((tab) => tab.uri.toString() === uri.toString());
    if (tab === undefined) await openTab(uri);
    else tab.active = true;
  });
  Object.assign(vscode.commands, { executeCommand });

  return {
    documents,
    files,
    writer,
    disk,
    globalState,
    workspaceState,
    settings,
    asked,
    told,
    kept,
    executed,
    person,
    errors,
    statuses,
    restoreTab,
    setStatus(status: string) {
      statuses.set('42', status);
      flowsChanged.fire({ space: ref, flows: [ref] });
    },
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
      lenses
        .flatMap(
          (provider) =>
            provider.provideCodeLenses(document as vscode.TextDocument, {} as never) as vscode.CodeLens[],
        )
        .map(({ command }) => command!),
    /** VS Code forgets the document of a tab that a person closes. */
    close(ref: FlowRef) {
      const gone = (uri: vscode.Uri) => {
        const other = flowRefOf(uri);
        return other !== undefined && sameFlow(other, ref);
      };
      tabs.splice(0, tabs.length, ...tabs.filter(({ uri }) => !gone(uri)));
      for (const { uri } of textDocuments) if (gone(uri)) open.get(uri.toString())?.dispose();
      const left = textDocuments.filter(({ uri }) => gone(uri));
      textDocuments.splice(0, textDocuments.length, ...textDocuments.filter(({ uri }) => !gone(uri)));
      for (const document of left) closed.fire(document as vscode.TextDocument);
    },
  };
}
