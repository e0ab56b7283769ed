import picomatch from 'picomatch';
import { vi } from 'vitest';
import * as vscode from 'vscode';
import { languageFeatures } from '../languageFeatures';
import { FakeDocument } from '../textDocument';

/** The text editor of VS Code as the language sees it: documents, files, settings, and what is shown about them. */
export class FakeEditor {
  readonly documents: FakeDocument[] = [];
  readonly files = new Map<string, string>();
  readonly settings = new Map<string, unknown>();
  /** What the Problems view shows, by URI. */
  readonly problems = new Map<string, readonly vscode.Diagnostic[]>();
  readonly statusItems: vscode.LanguageStatusItem[] = [];
  readonly told: string[] = [];
  /** What the person presses on a message. */
  press: string | undefined;
  folder: vscode.WorkspaceFolder | undefined = {
    uri: vscode.Uri.file('/work'),
    name: 'work',
    index: 0,
  };
  front: FakeDocument | undefined;
  hasJsonFeatures = true;
  readonly opened = new vscode.EventEmitter<unknown>();
  readonly changed = new vscode.EventEmitter<unknown>();
  readonly closed = new vscode.EventEmitter<unknown>();
  readonly saved = new vscode.EventEmitter<unknown>();
  readonly configured = new vscode.EventEmitter<unknown>();
  readonly activated = new vscode.EventEmitter<unknown>();
  readonly folders = new vscode.EventEmitter<unknown>();
  private readonly watchers: { pattern: string; events: Record<string, vscode.EventEmitter<vscode.Uri>> }[] =
    [];

  constructor() {
    const fileOf = (uri: vscode.Uri): string => {
      const text = this.files.get(uri.path);
      if (text === undefined) throw vscode.FileSystemError.FileNotFound(uri);
      return text;
    };
    const front = () => this.front && { document: this.front };
    const folders = () => this.folder && [this.folder];
    Object.defineProperty(vscode.window, 'activeTextEditor', { configurable: true, get: front });
    Object.defineProperty(vscode.workspace, 'workspaceFolders', { configurable: true, get: folders });
    Object.assign(vscode.workspace, {
      textDocuments: this.documents,
      onDidOpenTextDocument: this.opened.event,
      onDidChangeTextDocument: this.changed.event,
      onDidCloseTextDocument: this.closed.event,
      onDidSaveTextDocument: this.saved.event,
      onDidChangeConfiguration: this.configured.event,
      onDidChangeWorkspaceFolders: this.folders.event,
      getConfiguration: (section: string) => ({
        get: (key: string, otherwise: unknown) => this.settings.get(`${section}.${key}`) ?? otherwise,
      }),
      getWorkspaceFolder: (uri: vscode.Uri) =>
        this.folder && `${uri.path}/`.startsWith(`${this.folder.uri.path}/`) ? this.folder : undefined,
      fs: {
        isWritableFileSystem: (scheme: string) =>
          scheme === 'untitled' ? undefined : !['git', 'cams-flow-version'].includes(scheme),
        stat: async (uri: vscode.Uri) => ({ size: fileOf(uri).length }),
        readFile: async (uri: vscode.Uri) => new TextEncoder().encode(fileOf(uri)),
      },
      decode: async (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
      findFiles: async ({ pattern }: vscode.RelativePattern) =>
        [...this.files.keys()]
          .filter((path) => this.matches(pattern, path))
          .map((path) => vscode.Uri.file(path)),
      createFileSystemWatcher: (pattern: string) => this.newWatcher(pattern),
    });
    Object.assign(vscode.window, {
      onDidChangeActiveTextEditor: this.activated.event,
      showInformationMessage: async (text: string) => (this.told.push(text), this.press),
      withProgress: (_options: unknown, task: (progress: object, token: unknown) => Promise<unknown>) =>
        task({ report: () => undefined }, new vscode.CancellationTokenSource().token),
    });
    Object.assign(vscode.languages, {
      match: ({ pattern }: { pattern: string | vscode.RelativePattern }, { uri }: FakeDocument) =>
        this.matches(typeof pattern === 'string' ? pattern : pattern.pattern, uri.path) ? 10 : 0,
      createDiagnosticCollection: () => ({
        set: (uri: vscode.Uri, problems: readonly vscode.Diagnostic[]) =>
          this.problems.set(uri.toString(), problems),
        delete: (uri: vscode.Uri) => this.problems.delete(uri.toString()),
        dispose: () => this.problems.clear(),
      }),
      createLanguageStatusItem: () => {
        const item = { dispose: () => void this.statusItems.splice(0) } as vscode.LanguageStatusItem;
        this.statusItems.push(item);
        return item;
      },
    });
    for (const feature of languageFeatures) {
      Object.assign(vscode.languages, {
        [`register${feature}Provider`]: () => new vscode.Disposable(() => undefined),
      });
    }
    Object.assign(vscode.extensions, {
      getExtension: () => (this.hasJsonFeatures ? {} : undefined),
    });
  }

  open(path: string, text: string, languageId = 'json', scheme = 'file'): FakeDocument {
    const document = new FakeDocument(vscode.Uri.file(path).with({ scheme }), text, languageId);
    this.documents.push(document);
    this.opened.fire(document);
    return document;
  }

  type(document: FakeDocument, text: string): void {
    document.text = text;
    this.changed.fire({ document, contentChanges: [{}] });
  }

  close(document: FakeDocument): void {
    this.documents.splice(this.documents.indexOf(document), 1);
    document.isClosed = true;
    this.closed.fire(document);
  }

  bringToFront(document: FakeDocument | undefined): void {
    this.front = document;
    this.activated.fire(undefined);
  }

  configure(key: string, value: unknown): void {
    this.settings.set(key, value);
    this.configured.fire({ affectsConfiguration: (section: string) => section === key });
  }

  /** Another program writes a file, or removes it. */
  write(path: string, text: string | undefined): void {
    const event = text === undefined ? 'onDidDelete' : this.files.has(path) ? 'onDidChange' : 'onDidCreate';
    if (text === undefined) this.files.delete(path);
    else this.files.set(path, text);
    for (const { pattern, events } of this.watchers) {
      if (picomatch.isMatch(path, pattern, { dot: true })) events[event]!.fire(vscode.Uri.file(path));
    }
  }

  /** `severity code`, in the order of the Problems view. */
  problemsOf(path: string): string[] | undefined {
    const words = ['error', 'warning', 'info'];
    return this.problems
      .get(vscode.Uri.file(path).toString())
      ?.map(({ severity, code }) => `${words[severity]} ${code as string}`);
  }

  private matches(pattern: string, path: string): boolean {
    return picomatch.isMatch(path.replace('/work/', ''), pattern);
  }

  private newWatcher(pattern: string): object {
    const events = Object.fromEntries(
      ['onDidCreate', 'onDidChange', 'onDidDelete'].map((name) => [
        name,
        new vscode.EventEmitter<vscode.Uri>(),
      ]),
    );
    this.watchers.push({ pattern, events });
    const heard = Object.entries(events).map(([name, emitter]) => [name, emitter.event]);
    return { ...Object.fromEntries(heard), dispose: () => undefined };
  }
}

/** Lets the language do what it has waited for: 150 ms after the last key, and the turns that it needs. */
export async function afterTyping(): Promise<void> {
  await vi.advanceTimersByTimeAsync(150);
  await turns();
}

/** Lets everything happen that waits for no clock. */
export async function turns(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
