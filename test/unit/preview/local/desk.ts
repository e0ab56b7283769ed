import * as vscode from 'vscode';
import { vi } from 'vitest';
import { parseFlow } from '../../../../src/flowjson/analyse';
import { looksLikeFlow } from '../../../../src/flowjson/model/recognise';
import type { Log } from '../../../../src/platform/log';
import type { Drawn } from '../../../../src/player/player';
import { LocalPreviews } from '../../../../src/preview/local/localPreviews';
import { Play } from '../../../../src/preview/local/play';
import { WalkedPaths } from '../../../../src/preview/local/walkedPaths';
import type { Picture, ToHost, ToPage } from '../../../../src/webview/local/contract';
import { Unpacker } from '../../../../src/webview/local/parcels';
import { MemoryState } from '../../flows/house';
import { FakeDocument } from '../../textDocument';
import { FakePanel } from '../hosted/fakes';
import { FakeMocks } from './playing';

/** A panel of ours, whose page listens as soon as the test lets it. */
export class Panel extends FakePanel {
  override active = false;
  override readonly options = { retainContextWhenHidden: false };

  get messages(): readonly ToPage[] {
    return this.posted as unknown as ToPage[];
  }

  last<Type extends ToPage['type']>(type: Type): Extract<ToPage, { type: Type }> | undefined {
    return this.messages.findLast((message) => message.type === type) as never;
  }

  count(type: ToPage['type']): number {
    return this.messages.filter((message) => message.type === type).length;
  }

  get picture(): Picture {
    const unpacker = new Unpacker();
    const all = this.messages.flatMap((message) =>
      message.type === 'show' ? [unpacker.unpack(message.picture, message.parcels)] : [],
    );
    return all.at(-1)!;
  }

  get screen(): string | undefined {
    return this.picture.projection.screen?.id;
  }

  component(name: string): Drawn {
    const all = (list: readonly Drawn[]): Drawn[] => list.flatMap((one) => [one, ...all(one.children)]);
    const { components, footer } = this.picture.projection.screen!;
    return all([...components, ...(footer ? [footer] : [])]).find(
      (one) => one.name === name || one.type === name,
    )!;
  }

  order(message: ToHost): void {
    this.send(message);
  }
}

interface Editor {
  readonly document: FakeDocument;
  readonly viewColumn: number;
  selection: { active: vscode.Position };
  readonly revealRange: ReturnType<typeof vi.fn>;
}

/** A window in front of which somebody sits, with the local previews in it. */
export function desk() {
  const selected = new vscode.EventEmitter<unknown>();
  const fronted = new vscode.EventEmitter<unknown>();
  const changed = new vscode.EventEmitter<unknown>();
  const opened = new vscode.EventEmitter<unknown>();
  const closed = new vscode.EventEmitter<unknown>();
  const renamed = new vscode.EventEmitter<unknown>();
  const diagnosed = new vscode.EventEmitter<{ uris: vscode.Uri[] }>();
  const documents: FakeDocument[] = [];
  const editors: Editor[] = [];
  const panels: Panel[] = [];
  const lines: string[] = [];
  const line = (text: string) => void lines.push(text);
  const log: Log = { trace: line, debug: line, info: line, warn: line, error: line };
  const diagnostics = new Map<string, vscode.Diagnostic[]>();
  const mocks: FakeMocks[] = [];
  const globalState = new MemoryState();
  let active: Editor | undefined;

  const editorOf = (document: FakeDocument, viewColumn = 1): Editor => {
    let editor = editors.find((one) => one.document === document);
    if (editor === undefined) {
      let selection = { active: new vscode.Position(0, 0) };
      editor = {
        document,
        viewColumn,
        revealRange: vi.fn(),
        get selection() {
          return selection;
        },
        set selection(next) {
          selection = next;
          selected.fire({ textEditor: editor });
        },
      };
      editors.push(editor);
    }
    return editor;
  };
  const front = (editor: Editor | undefined) => {
    active = editor;
    fronted.fire(editor);
  };
  const world = {
    panels,
    editors,
    lines,
    mocks,
    globalState,
    onCams: new Set<string>(),
    /** Files that can be read, by their URI. */
    files: new Map<string, string>(),
    get active() {
      return active;
    },
    /** The column in which the person is. */
    activeColumn: 1,
    createWebviewPanel: vi.fn<(...args: unknown[]) => unknown>(() => {
      const panel = new Panel();
      panels.push(panel);
      return panel;
    }),
    showTextDocument: vi.fn(
      async (document: FakeDocument, options: { viewColumn?: number; preserveFocus?: boolean } = {}) => {
        const editor = editorOf(document, options.viewColumn);
        if (options.preserveFocus !== true) front(editor);
        return editor;
      },
    ),
    executeCommand: vi.fn<(...args: unknown[]) => Promise<unknown>>(async () => undefined),
    applyEdit: vi.fn<(edit: unknown) => Promise<boolean>>(async () => true),
    showSaveDialog: vi.fn<(options: unknown) => Promise<vscode.Uri | undefined>>(async () => undefined),
    showQuickPick: vi.fn<(items: unknown) => Promise<unknown>>(async () => undefined),
    showInformationMessage: vi.fn<(...args: string[]) => Promise<string | undefined>>(async () => undefined),
    writeFile: vi.fn<(uri: vscode.Uri, bytes: Uint8Array) => Promise<void>>(async () => undefined),
    /** VS Code reads a text; nobody sees it yet. */
    load(uri: string, text: string): FakeDocument {
      const document = new FakeDocument(vscode.Uri.parse(uri), text);
      documents.push(document);
      opened.fire(document);
      return document;
    },
    /** The person opens a text in an editor. */
    openEditor(uri: string, text: string): FakeDocument {
      const document = world.load(uri, text);
      front(editorOf(document));
      return document;
    },
    toFront: (document: FakeDocument | undefined) => front(document && editorOf(document)),
    type(document: FakeDocument, at: number, removed: number, text: string): void {
      document.text = document.text.slice(0, at) + text + document.text.slice(at + removed);
      changed.fire({ document, contentChanges: [{ rangeOffset: at, rangeLength: removed, text }] });
    },
    put(document: FakeDocument, offset: number): void {
      const position = document.positionAt(offset);
      editorOf(document).selection = new vscode.Selection(position, position);
    },
    close(document: FakeDocument, { keepTab = false } = {}): void {
      documents.splice(documents.indexOf(document), 1);
      const at = editors.findIndex((editor) => editor.document === document);
      if (!keepTab && at >= 0) editors.splice(at, 1);
      document.isClosed = true;
      closed.fire(document);
    },
    rename(from: string, to: string): void {
      renamed.fire({ files: [{ oldUri: vscode.Uri.parse(from), newUri: vscode.Uri.parse(to) }] });
    },
    diagnose(
      document: FakeDocument,
      found: readonly { at: string; text: string; source?: string; severity?: vscode.DiagnosticSeverity }[],
    ): void {
      const list = found.map(
        ({ at, text, source = 'WhatsApp Flow', severity = vscode.DiagnosticSeverity.Error }) => {
          const start = document.text.indexOf(at);
          const range = new vscode.Range(document.positionAt(start), document.positionAt(start + at.length));
          return Object.assign(new vscode.Diagnostic(range, text, severity), { source, code: 'some-rule' });
        },
      );
      diagnostics.set(document.uri.toString(), list);
      diagnosed.fire({ uris: [document.uri] });
    },
  };
  Object.assign(vscode.window, {
    createWebviewPanel: world.createWebviewPanel,
    showTextDocument: world.showTextDocument,
    showSaveDialog: world.showSaveDialog,
    showQuickPick: world.showQuickPick,
    showInformationMessage: world.showInformationMessage,
    onDidChangeActiveTextEditor: fronted.event,
    onDidChangeTextEditorSelection: selected.event,
    visibleTextEditors: editors,
    tabGroups: {
      get all() {
        const tabs = editors.map(({ document }) => ({ input: new vscode.TabInputText(document.uri) }));
        return [{ viewColumn: 1, tabs }];
      },
      get activeTabGroup() {
        return { activeTab: editors[0], viewColumn: world.activeColumn };
      },
    },
  });
  Object.defineProperty(vscode.window, 'activeTextEditor', { configurable: true, get: () => active });
  Object.assign(vscode.workspace, {
    textDocuments: documents,
    onDidChangeTextDocument: changed.event,
    onDidOpenTextDocument: opened.event,
    onDidCloseTextDocument: closed.event,
    onDidRenameFiles: renamed.event,
    applyEdit: world.applyEdit,
    asRelativePath: ({ path }: vscode.Uri) => path.slice(1),
    workspaceFolders: [{ uri: vscode.Uri.parse('file:///work') }],
    fs: { isWritableFileSystem: (scheme: string) => scheme === 'file', writeFile: world.writeFile },
    openTextDocument: async (uri: vscode.Uri) => {
      const text = world.files.get(uri.toString());
      if (text === undefined) throw new Error(`cannot open ${uri.toString()}`);
      return world.load(uri.toString(), text);
    },
  });
  Object.assign(vscode.languages, {
    onDidChangeDiagnostics: diagnosed.event,
    getDiagnostics: (uri: vscode.Uri) => diagnostics.get(uri.toString()) ?? [],
  });
  Object.assign(vscode.commands, { executeCommand: world.executeCommand });
  Object.assign(vscode.env, { language: 'en', uiKind: vscode.UIKind.Desktop, remoteName: undefined });

  const read = new WeakMap<object, { version: number; flow: ReturnType<typeof parseFlow> | undefined }>();
  const walks = new WalkedPaths();
  const previews = new LocalPreviews({
    texts: {
      of: (document) => {
        const known = read.get(document);
        if (known?.version === document.version) return known.flow;
        const text = document.getText();
        const isFlow = document.uri.path.endsWith('.flow.json') || looksLikeFlow(text);
        const flow = isFlow ? parseFlow(text, known?.flow) : undefined;
        read.set(document, { version: document.version, flow });
        return flow;
      },
    },
    extensionUri: vscode.Uri.parse('file:///extension'),
    globalState: globalState,
    log,
    isOnCams: (uri) => world.onCams.has(uri.toString()),
    play: (document, flow) => {
      mocks.push(new FakeMocks());
      const endpoints = { onDidChange: new vscode.EventEmitter<void>().event, of: () => undefined };
      return new Play({ uri: document.uri, mocks: mocks.at(-1)!, endpoints, walks, log }, flow);
    },
  });
  return { ...world, world, previews };
}

/** All that was asked for is done. */
export const settle = () => vi.advanceTimersByTimeAsync(20);
