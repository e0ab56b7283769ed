import type * as vscode from 'vscode';
import { languageFeatures } from '../languageFeatures';
import { FakeDocument } from '../textDocument';
import type { Seen } from './seen';

type Api = typeof vscode;

/** What the language offers in a text: tested elsewhere, nobody asks for it here. */
const registrations = languageFeatures.map((feature) => `register${feature}Provider`);

/** The editor area of a window: tabs, and the documents that VS Code has read for them. */
export class Editor {
  readonly tabs: { uri: vscode.Uri; active: boolean }[] = [];
  readonly documents: FakeDocument[] = [];
  readonly lensProviders: vscode.CodeLensProvider[] = [];
  files!: vscode.FileSystemProvider;
  private readonly closed;
  private readonly opened;
  private readonly changed;

  constructor(
    private readonly api: Api,
    private readonly seen: Seen,
  ) {
    this.closed = new api.EventEmitter<unknown>();
    this.opened = new api.EventEmitter<unknown>();
    this.changed = new api.EventEmitter<unknown>();
    const group = () => ({
      viewColumn: 1,
      tabs: this.tabs.map(({ uri, active }) => ({
        input: new api.TabInputText(uri),
        isActive: active,
        group: { viewColumn: 1 },
      })),
      get activeTab() {
        return this.tabs.find(({ isActive }) => isActive);
      },
    });
    const nothingHappens = () => new api.Disposable(() => undefined);
    const front = () => this.front;
    Object.defineProperty(api.window, 'activeTextEditor', { configurable: true, get: front });
    Object.assign(api.window, {
      tabGroups: {
        get all() {
          return [group()];
        },
        get activeTabGroup() {
          return group();
        },
        onDidChangeTabs: nothingHappens,
      },
      showTextDocument: async () => undefined,
      onDidChangeActiveTextEditor: nothingHappens,
      onDidChangeTextEditorSelection: nothingHappens,
      visibleTextEditors: [],
    });
    Object.assign(api.workspace, {
      textDocuments: this.documents,
      onDidCloseTextDocument: this.closed.event,
      onDidOpenTextDocument: this.opened.event,
      onDidChangeTextDocument: this.changed.event,
      onDidSaveTextDocument: nothingHappens,
      onWillSaveTextDocument: nothingHappens,
      openTextDocument: async (wanted: vscode.Uri | { content: string }) => {
        if ('content' in wanted) {
          seen.note('text', wanted.content);
          return undefined;
        }
        const document = await this.load(wanted);
        if (document === undefined) throw new Error(`cannot open ${wanted.toString()}`);
        return document;
      },
      registerFileSystemProvider: (scheme: string, provider: vscode.FileSystemProvider) => {
        if (scheme !== 'cams-flow') return new api.Disposable(() => undefined);
        this.files = provider;
        provider.onDidChangeFile((events) => void this.readAgain(events));
        return new api.Disposable(() => undefined);
      },
    });
    Object.assign(api.languages, Object.fromEntries(registrations.map((name) => [name, nothingHappens])), {
      createDiagnosticCollection: () => ({
        set: (_uri: vscode.Uri, diagnostics: readonly vscode.Diagnostic[]) =>
          seen.note('problem', diagnostics),
        delete: () => undefined,
        dispose: () => undefined,
      }),
      getDiagnostics: () => [],
      onDidChangeDiagnostics: nothingHappens,
      createLanguageStatusItem: () => ({ dispose: () => undefined }),
      registerCodeLensProvider: (_selector: object, provider: vscode.CodeLensProvider) => {
        this.lensProviders.push(provider);
        return new api.Disposable(() => this.lensProviders.splice(this.lensProviders.indexOf(provider), 1));
      },
      // As VS Code does it: the document goes and comes back with the other language.
      setTextDocumentLanguage: async (document: FakeDocument, languageId: string) => {
        this.closed.fire(document);
        document.languageId = languageId;
        this.opened.fire(document);
        return document;
      },
    });
  }

  /** The tab in front, as `window.activeTextEditor`. */
  private get front() {
    const uri = this.tabs.find(({ active }) => active)?.uri;
    const document = this.documents.find((one) => one.uri.toString() === uri?.toString());
    const selection = new this.api.Selection(0, 0, 0, 0);
    return document && { document, selection, viewColumn: 1 };
  }

  /** What `vscode.open` does: a file that cannot be read is an error page in its tab, not an error of the command. */
  async open(uri: vscode.Uri): Promise<void> {
    for (const tab of this.tabs) tab.active = false;
    const known = this.tabs.find((tab) => tab.uri.toString() === uri.toString());
    if (known !== undefined) known.active = true;
    else this.tabs.push({ uri, active: true });
    this.seen.note('tab', uri.toString(), uri.toString(true));
    await this.load(uri);
  }

  private async load(uri: vscode.Uri): Promise<FakeDocument | undefined> {
    const known = this.documentOf(uri);
    if (known !== undefined || uri.scheme !== 'cams-flow') return known;
    const bytes = await this.read(uri);
    if (bytes === undefined) return undefined;
    const document = new FakeDocument(uri, new TextDecoder().decode(bytes));
    this.documents.push(document);
    this.seen.note('text', document.text);
    this.opened.fire(document);
    return document;
  }

  /** VS Code looks at a document that comes to the front, and reads it when it has another time or size. */
  close(uri: vscode.Uri): void {
    const isIt = (other: { uri: vscode.Uri }) => other.uri.toString() === uri.toString();
    const document = this.documents.find(isIt);
    this.tabs.splice(0, this.tabs.length, ...this.tabs.filter((tab) => !isIt(tab)));
    if (document === undefined) return;
    this.documents.splice(this.documents.indexOf(document), 1);
    document.isClosed = true;
    this.closed.fire(document);
  }

  closeAll(): void {
    for (const { uri } of [...this.tabs]) this.close(uri);
  }

  documentOf(uri: vscode.Uri | undefined): FakeDocument | undefined {
    return this.documents.find((document) => document.uri.toString() === uri?.toString());
  }

  /** The document in front. */
  get active(): FakeDocument | undefined {
    return this.documentOf(this.tabs.find(({ active }) => active)?.uri);
  }

  /** The buttons above a document. */
  lensesOf(document: FakeDocument): vscode.Command[] {
    const lenses = this.lensProviders.flatMap(
      (provider) => provider.provideCodeLenses(document as never, undefined as never) as vscode.CodeLens[],
    );
    this.seen.note(
      'lens',
      lenses.map(({ command }) => command),
    );
    return lenses.map(({ command }) => command!);
  }

  /** What other extensions, or VS Code itself, may ask of a file at any time. */
  async read(uri: vscode.Uri): Promise<Uint8Array | undefined> {
    try {
      const [, bytes] = await Promise.all([this.files.stat(uri), this.files.readFile(uri)]);
      return bytes;
    } catch (error) {
      this.seen.note('error', error);
      return undefined;
    }
  }

  private async readAgain(events: readonly vscode.FileChangeEvent[]): Promise<void> {
    for (const { uri } of events) {
      const document = this.documentOf(uri);
      if (document === undefined) continue;
      const bytes = await this.read(uri);
      if (bytes === undefined) continue;
      document.text = new TextDecoder().decode(bytes);
      this.seen.note('text', document.text);
      this.changed.fire({ document, contentChanges: [{}] });
    }
  }
}
