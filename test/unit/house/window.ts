import type * as vscode from 'vscode';
import { vi } from 'vitest';
import type { CommandId } from '../../../src/commands/ids';
import type { FlowNode, Node } from '../../../src/explorer/nodes';
import type * as OutputLogs from '../../../src/platform/outputLog';
import type { Redactor } from '../../../src/platform/redaction';
import { Question } from '../accounts/dialogue';
import type { Storage } from '../accounts/house';
import { MemoryState } from '../flows/house';
import { FakePanel } from '../preview/hosted/fakes';
import type { Disk } from './disk';
import { Editor } from './editor';
import { Seen } from './seen';
import { inTime, until } from './time';

type Api = typeof vscode;
type Handler = (...args: unknown[]) => Promise<unknown>;

export interface Notification {
  readonly level: 'error' | 'warning' | 'information';
  readonly text: string;
  readonly items: readonly string[];
}

/** A page that says 'ready' whenever it is drawn, as a real one does. */
class Panel extends FakePanel {
  constructor(
    seen: Seen,
    override readonly options: vscode.WebviewPanelOptions = { retainContextWhenHidden: true },
  ) {
    super();
    const { pages, posted } = this;
    Object.defineProperty(this.webview, 'html', {
      get: () => pages.at(-1) ?? '',
      set: (page: string) => {
        pages.push(page);
        seen.note('webview html', page);
        queueMicrotask(() => !this.isDisposed && this.send({ type: 'ready' }));
      },
    });
    this.webview.postMessage = async (message) => {
      if (this.isDisposed) throw new Error('Webview is disposed');
      seen.note('webview message', message);
      posted.push(message);
      return true;
    };
  }

  override dispose(): void {
    super.dispose();
  }
}

/** The tree view, with the events that VS Code would fire. */
class View {
  visible = false;
  description: string | undefined;
  message: string | undefined;
  readonly revealed: unknown[] = [];
  readonly visibility;
  readonly selecting;
  readonly expanding;
  readonly collapsing;

  constructor(readonly api: Api) {
    this.visibility = new api.EventEmitter<{ visible: boolean }>();
    this.selecting = new api.EventEmitter<{ selection: readonly unknown[] }>();
    this.expanding = new api.EventEmitter<{ element: unknown }>();
    this.collapsing = new api.EventEmitter<{ element: unknown }>();
  }
  get onDidChangeVisibility() {
    return this.visibility.event;
  }
  get onDidChangeSelection() {
    return this.selecting.event;
  }
  get onDidExpandElement() {
    return this.expanding.event;
  }
  get onDidCollapseElement() {
    return this.collapsing.event;
  }
  readonly reveal = async (node: unknown) => void this.revealed.push(node);
  readonly dispose = () => undefined;

  show(visible: boolean): void {
    this.visible = visible;
    this.visibility.fire({ visible });
  }
}

/** A window of VS Code with the extension in it, wired by its own `activate`; the test is VS Code and the person. */
export class Window {
  readonly seen = new Seen();
  readonly workspaceState = new MemoryState();
  readonly editor: Editor;
  readonly view: View;
  readonly panels: Panel[] = [];
  readonly notifications: Notification[] = [];
  readonly contextKeys: Record<string, unknown> = {};
  readonly clipboard: string[] = [];
  readonly opened: string[] = [];
  /** Commands of VS Code that ours have called. */
  readonly executed: string[] = [];
  /** What they were called with the last time, by command. */
  readonly executedWith = new Map<string, unknown[]>();
  /** What the person presses on a notification; nothing by default. */
  press: (notification: Notification) => string | undefined = () => undefined;
  /** Where the person saves or downloads to. */
  saveTo: vscode.Uri | undefined;
  readonly progress: { title: string; cancel(): void; over: boolean }[] = [];
  readonly handlers = new Map<string, Handler>();
  tree!: vscode.TreeDataProvider<Node>;
  sessions!: vscode.AuthenticationProvider;
  serializer!: vscode.WebviewPanelSerializer;

  private readonly questions: Question[] = [];
  private readonly shown: Question[] = [];
  private readonly asking: ((question: Question) => void)[] = [];
  readonly subscriptions: vscode.Disposable[] = [];

  constructor(
    readonly api: Api,
    readonly storage: Storage,
    readonly disk: Disk,
    settings: Readonly<Record<string, string>>,
    /** Lines of the log before the redactor has seen them. */
    readonly rawLog: readonly string[],
    /** The path of the folder that is open. */
    root?: string,
  ) {
    this.editor = new Editor(api, this.seen);
    this.view = new View(api);
    const { seen } = this;
    const question = () => new Question((shown) => this.ask(shown));
    const tell =
      (level: Notification['level']) =>
      async (text: string, ...rest: (string | vscode.MessageOptions)[]) => {
        seen.note('notification', text, ...rest);
        const notification = { level, text, items: rest.filter((item) => typeof item === 'string') };
        this.notifications.push(notification);
        return this.press(notification);
      };
    const line = (level: string) => (text: string) => seen.note('log', `${level} ${text}`);
    Object.assign(api.window, {
      createOutputChannel: () => ({
        trace: line('trace'),
        debug: line('debug'),
        info: line('info'),
        warn: line('warn'),
        error: line('error'),
        show: () => undefined,
        dispose: () => undefined,
      }),
      createTreeView: (viewId: string, options: vscode.TreeViewOptions<Node>) => {
        if (viewId !== 'camsFlows.flows') return new View(api);
        this.tree = options.treeDataProvider;
        return this.view;
      },
      registerFileDecorationProvider: () => new api.Disposable(() => undefined),
      registerWebviewPanelSerializer: (type: string, serializer: vscode.WebviewPanelSerializer) => {
        if (type === 'camsFlows.preview') this.serializer = serializer;
        return new api.Disposable(() => undefined);
      },
      createWebviewPanel: (
        _type: string,
        _title: string,
        _column: unknown,
        options: vscode.WebviewPanelOptions,
      ) => this.newPanel(options),
      createInputBox: question,
      createQuickPick: question,
      showQuickPick: async (items: { label: string }[]) => {
        seen.note('question', items);
        return undefined;
      },
      showErrorMessage: tell('error'),
      showWarningMessage: tell('warning'),
      showInformationMessage: tell('information'),
      setStatusBarMessage: (text: string) => seen.note('notification', text),
      showSaveDialog: async (options: unknown) => (seen.note('question', options), this.saveTo),
      showOpenDialog: async () => this.saveTo && [this.saveTo],
      withProgress: (
        options: { title?: string },
        task: (progress: object, token: unknown) => Promise<unknown>,
      ) => {
        const source = new api.CancellationTokenSource();
        const shown = { title: options.title ?? '', cancel: () => source.cancel(), over: false };
        this.progress.push(shown);
        seen.note('notification', options.title);
        const report = (step: unknown) => seen.note('notification', step);
        return task({ report }, source.token).finally(() => (shown.over = true));
      },
    });
    Object.assign(api.workspace, {
      fs: disk.fsOf(api),
      workspaceFolders: root === undefined ? undefined : [{ uri: api.Uri.file(root) }],
      asRelativePath: ({ path }: vscode.Uri) => path.replace(`${root}/`, ''),
      getWorkspaceFolder: ({ path }: vscode.Uri) =>
        root !== undefined && (path === root || path.startsWith(`${root}/`)) ? {} : undefined,
      onDidChangeConfiguration: () => new api.Disposable(() => undefined),
      onDidRenameFiles: () => new api.Disposable(() => undefined),
      onDidChangeWorkspaceFolders: () => new api.Disposable(() => undefined),
      findFiles: async (glob: string | vscode.RelativePattern) => {
        const [folder, pattern] = typeof glob === 'string' ? [root, glob] : [glob.baseUri.path, glob.pattern];
        const ending = pattern.replace(/^\*\*\/\*?/, '');
        const found = [...disk.files.keys()].filter(
          (path) =>
            path.startsWith(`${folder}/`) && path.endsWith(ending) && !path.includes('/node_modules/'),
        );
        return found.map((path) => api.Uri.file(path));
      },
      createFileSystemWatcher: () => ({
        onDidCreate: () => new api.Disposable(() => undefined),
        onDidChange: () => new api.Disposable(() => undefined),
        onDidDelete: () => new api.Disposable(() => undefined),
        dispose: () => undefined,
      }),
      getConfiguration: () => ({
        get: (key: string, otherwise: string) => settings[key] ?? otherwise,
        inspect: (key: string) => ({ key, globalValue: settings[key] }),
      }),
    });
    Object.assign(api.extensions, { getExtension: () => undefined });
    Object.assign(api.env, {
      language: 'en',
      uiKind: api.UIKind.Desktop,
      remoteName: undefined,
      clipboard: {
        writeText: async (text: string) => (seen.note('clipboard', text), void this.clipboard.push(text)),
      },
      asExternalUri: async (uri: vscode.Uri) => uri,
      openExternal: async (target: unknown) => {
        seen.note('browser', String(target));
        this.opened.push(String(target));
        return true;
      },
    });
    Object.assign(api.authentication, {
      registerAuthenticationProvider: (
        _id: string,
        _label: string,
        provider: vscode.AuthenticationProvider,
      ) => {
        this.sessions = provider;
        return new api.Disposable(() => undefined);
      },
    });
    Object.assign(api.commands, {
      registerCommand: (id: string, handler: Handler) => {
        this.handlers.set(id, handler);
        return new api.Disposable(() => this.handlers.delete(id));
      },
      executeCommand: (id: string, ...args: unknown[]) => this.execute(id, args),
    });
  }

  /** Runs a command of ours as VS Code would. It must not reject, and not hang. */
  async run(id: CommandId, ...args: unknown[]): Promise<void> {
    await inTime(id, this.handlers.get(id)!(...args));
  }

  /** The next question to the person. */
  next(what = 'a question'): Promise<Question> {
    const question = this.questions.shift();
    if (question !== undefined) return Promise.resolve(question);
    return inTime(what, new Promise((resolve) => this.asking.push(resolve)));
  }

  /** A question that has come and that nobody has seen yet. */
  peek(): Question | undefined {
    return this.questions[0];
  }

  /** Presses Escape until no question is left. */
  async escapeAll(): Promise<void> {
    for (const question of this.shown) {
      if (!question.disposed) question.escape();
      await until('the question goes', () => question.disposed);
    }
    this.questions.length = 0;
    if (this.shown.some(({ disposed }) => !disposed)) await this.escapeAll();
    this.shown.length = 0;
  }

  async children(node?: Node): Promise<Node[]> {
    const nodes = await inTime('getChildren', Promise.resolve(this.tree.getChildren(node)));
    for (const child of nodes ?? []) await this.itemOf(child);
    return nodes ?? [];
  }

  async itemOf(node: Node): Promise<vscode.TreeItem> {
    const item = await this.tree.getTreeItem(node);
    this.seen.note('tree', item);
    return item;
  }

  /** The tooltip of a flow, as when a person points at its row. */
  async hover(node: FlowNode): Promise<string> {
    const { token } = new this.api.CancellationTokenSource();
    const item = await this.itemOf(node);
    const resolved = await inTime('hover', Promise.resolve(this.tree.resolveTreeItem!(item, node, token)));
    const tooltip = resolved?.tooltip ?? '';
    const text = typeof tooltip === 'string' ? tooltip : tooltip.value;
    this.seen.note('tree', text);
    return text;
  }

  /** Rows under a space, once CAMS has answered: flows, or a note that says why not. */
  listed(space: Node): Promise<Node[]> {
    return until('the rows of a space', async () => {
      const rows = await this.children(space);
      const isLoading = rows.some((row) => row.kind === 'note' && row.reason === '');
      return !isLoading && rows;
    });
  }

  /** Closes the window: everything is disposed, in VS Code's order. */
  close(): void {
    for (const item of this.subscriptions.splice(0).reverse()) item.dispose();
  }

  newPanel(options?: vscode.WebviewPanelOptions): Panel {
    const panel = new Panel(this.seen, options);
    this.panels.push(panel);
    panel.onDidDispose(() => void this.panels.splice(this.panels.indexOf(panel), 1));
    return panel;
  }

  private ask(question: Question): void {
    const { title, prompt, placeholder, items, validationMessage } = question;
    this.seen.note('question', title, prompt, placeholder, items, validationMessage);
    this.shown.push(question);
    const waiting = this.asking.shift();
    if (waiting === undefined) this.questions.push(question);
    else waiting(question);
  }

  private async execute(id: string, args: unknown[]): Promise<unknown> {
    this.seen.note('command', id, args);
    if (id === 'setContext') {
      this.contextKeys[args[0] as string] = args[1];
      return undefined;
    }
    if (id === 'vscode.open') return this.editor.open(args[0] as vscode.Uri);
    const handler = this.handlers.get(id);
    if (handler !== undefined) return handler(...args);
    this.executed.push(id);
    this.executedWith.set(id, args);
    return undefined;
  }
}

/** The real output log, listened to before the redactor. */
async function tapped(original: () => Promise<unknown>, lines: string[]): Promise<typeof OutputLogs> {
  const { createOutputLog } = (await original()) as typeof OutputLogs;
  return {
    createOutputLog: (redactor) =>
      createOutputLog(
        Object.assign(Object.create(redactor) as Redactor, {
          redact: (text: string) => (lines.push(text), redactor.redact(text)),
        }),
      ),
  };
}

/**
 * Opens a window: a `vscode` of its own and a copy of the program of its own, over the storage and the disk that
 * all windows share. The program is loaded, but has asked for nothing.
 */
export async function openWindow({
  storage,
  disk,
  settings,
  root,
}: {
  storage: Storage;
  disk: Disk;
  settings: Readonly<Record<string, string>>;
  root?: string;
}): Promise<Window> {
  vi.resetModules();
  const raw: string[] = [];
  vi.doMock('../../../src/platform/outputLog', (original) => tapped(original, raw));
  const api = await import('vscode');
  const { activate } = await import('../../../src/extension');
  const window = new Window(api, storage, disk, settings, raw, root);
  const context = {
    subscriptions: window.subscriptions,
    globalState: storage.state,
    workspaceState: window.workspaceState,
    secrets: storage.secrets,
    globalStorageUri: api.Uri.file('/storage'),
    extensionUri: api.Uri.file('/extension'),
    extension: { packageJSON: { version: '1.2.3' } },
  };
  activate(context as unknown as vscode.ExtensionContext);
  // Its own copy of the program, before the next window makes another one; and while no time limit runs.
  await window.run('camsFlows.help.log');
  await import('../../../src/cams/service');
  await import('../../../src/language/language');
  return window;
}
