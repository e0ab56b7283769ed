import * as vscode from 'vscode';
import { currentLife, type Life } from './lives';
import type { Machine } from './machine';

/** What the program asks or tells a person with buttons. */
export interface Message {
  readonly text: string;
  readonly items: readonly string[];
}

/** VS Code around the program in one window, as far as the program looks at it. */
export class Desk {
  readonly documents: vscode.TextDocument[] = [];
  readonly opened = new vscode.EventEmitter<vscode.TextDocument>();
  readonly closed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly changed = new vscode.EventEmitter<vscode.TextDocumentChangeEvent>();
  readonly saved = new vscode.EventEmitter<vscode.TextDocument>();
  readonly willSave = new vscode.EventEmitter<vscode.TextDocumentWillSaveEvent>();
  readonly running: vscode.CancellationTokenSource[] = [];
  /** Everything that a person was told, in order. */
  readonly told: string[] = [];
  onTold: (text: string) => void = () => undefined;
  /** What the person presses. */
  press: (message: Message) => string | undefined = () => undefined;
  /** Two texts side by side, or one, in an editor. */
  show: (uris: readonly vscode.Uri[]) => Promise<void> = async () => undefined;

  constructor(readonly machine: Machine) {}

  tell(text: string, rest: readonly unknown[]): Promise<unknown> {
    const items = rest.filter((item) => typeof item === 'string' || isItem(item));
    const titles = items.map((item) => (typeof item === 'string' ? item : item.title));
    this.told.push(text);
    this.onTold(text);
    const pressed = this.press({ text, items: titles });
    return Promise.resolve(pressed === undefined ? undefined : items[titles.indexOf(pressed)]);
  }

  async withProgress(
    options: { title?: string },
    task: (progress: object, token: unknown) => Promise<unknown>,
  ): Promise<unknown> {
    const source = new vscode.CancellationTokenSource();
    this.told.push(options.title ?? '');
    this.running.push(source);
    try {
      return await task({ report: () => undefined }, source.token);
    } finally {
      this.running.splice(this.running.indexOf(source), 1);
    }
  }

  async execute(command: string, args: readonly unknown[]): Promise<unknown> {
    if (command === 'vscode.open') await this.show([args[0] as vscode.Uri]);
    if (command === 'vscode.diff') await this.show([args[0] as vscode.Uri, args[1] as vscode.Uri]);
    if (command.startsWith('workbench.action.files.')) throw new Error(`nobody asked for ${command}`);
    return undefined;
  }
}

const isItem = (item: unknown): item is vscode.MessageItem =>
  typeof item === 'object' && item !== null && 'title' in item;

const desks = new WeakMap<Life, Desk>();

/** The desk of the window in whose name the code runs that asks. */
const here = (): Desk => {
  const life = currentLife();
  const desk = life && desks.get(life);
  if (desk === undefined) throw new Error('no window asks');
  return desk;
};

export function giveDesk(life: Life, desk: Desk): void {
  desks.set(life, desk);
}

/** Puts the desks behind the `vscode` of this process. */
export function installDesks(): void {
  const nothing = new vscode.Disposable(() => undefined);
  const silent = () => nothing;
  const tell = (text: string, ...rest: unknown[]) => here().tell(text, rest);
  define(vscode.workspace, {
    fs: () => here().machine.fs,
    textDocuments: () => here().documents,
    onDidOpenTextDocument: () => here().opened.event,
    onDidCloseTextDocument: () => here().closed.event,
    onDidChangeTextDocument: () => here().changed.event,
    onDidSaveTextDocument: () => here().saved.event,
    onWillSaveTextDocument: () => here().willSave.event,
    workspaceFolders: () => [{ uri: vscode.Uri.file('/work'), name: 'work', index: 0 }],
  });
  Object.assign(vscode.workspace, {
    onDidChangeConfiguration: silent,
    onDidChangeWorkspaceFolders: silent,
    onDidRenameFiles: silent,
    onDidDeleteFiles: silent,
    asRelativePath: (uri: vscode.Uri) => uri.path,
    getWorkspaceFolder: () => undefined,
    getConfiguration: () => ({
      get: (_key: string, otherwise: unknown) => otherwise,
      inspect: () => undefined,
    }),
    createFileSystemWatcher: () => ({
      onDidCreate: silent,
      onDidChange: silent,
      onDidDelete: silent,
      dispose: () => undefined,
    }),
  });
  define(vscode.window, {
    tabGroups: () => tabGroupsOf(here()),
    onDidChangeWindowState: () => silent,
    activeTextEditor: () => undefined,
    visibleTextEditors: () => [],
  });
  Object.assign(vscode.window, {
    showErrorMessage: tell,
    showWarningMessage: tell,
    showInformationMessage: tell,
    setStatusBarMessage: (text: string) => (here().told.push(text), nothing),
    createStatusBarItem: () => {
      const { told } = here();
      const item = { show: () => undefined, hide: () => undefined, dispose: () => undefined };
      return Object.defineProperty(item, 'text', {
        get: () => '',
        set: (text: string) => void told.push(text),
      });
    },
    withProgress: (options: object, task: Parameters<Desk['withProgress']>[1]) =>
      here().withProgress(options, task),
    onDidChangeActiveTextEditor: silent,
    onDidChangeVisibleTextEditors: silent,
  });
  Object.assign(vscode.languages, {
    registerCodeLensProvider: silent,
    setTextDocumentLanguage: async (document: object) => document,
    getDiagnostics: () => [],
    onDidChangeDiagnostics: silent,
  });
  Object.assign(vscode.commands, {
    executeCommand: async (command: string, ...args: unknown[]) =>
      currentLife() === undefined ? undefined : here().execute(command, args),
  });
}

function tabGroupsOf({ documents }: Desk) {
  const tabs = documents.map(({ uri }) => ({
    input: new vscode.TabInputText(uri as never),
    isActive: true,
    group: { viewColumn: 1 },
  }));
  const group = { viewColumn: 1, tabs, activeTab: tabs[0] };
  return {
    all: [group],
    activeTabGroup: group,
    onDidChangeTabs: () => new vscode.Disposable(() => undefined),
  };
}

function define(target: object, getters: Record<string, () => unknown>): void {
  for (const [key, get] of Object.entries(getters)) {
    Object.defineProperty(target, key, { configurable: true, get });
  }
}
