/**
 * The part of the `vscode` API that unit tests meet: real behaviour where it is simple (events, URIs,
 * positions), and an error for everything nobody has thought about.
 */
import { vi } from 'vitest';
import { URI, Utils } from 'vscode-uri';

export const Uri = Object.assign(URI, { joinPath: Utils.joinPath.bind(Utils) });

export class Disposable {
  constructor(private readonly callback: () => unknown) {}
  static from(...items: { dispose(): unknown }[]): Disposable {
    return new Disposable(() => items.forEach((item) => item.dispose()));
  }
  dispose(): void {
    this.callback();
  }
}

export class EventEmitter<T> {
  private listeners = new Set<(value: T) => unknown>();
  readonly event = (
    listener: (value: T) => unknown,
    thisArg?: unknown,
    disposables?: { dispose(): unknown }[],
  ) => {
    const bound = thisArg === undefined ? listener : listener.bind(thisArg);
    this.listeners.add(bound);
    const disposable = new Disposable(() => this.listeners.delete(bound));
    disposables?.push(disposable);
    return disposable;
  };
  fire(value: T): void {
    for (const listener of [...this.listeners]) listener(value);
  }
  dispose(): void {
    this.listeners.clear();
  }
}

export class CancellationTokenSource {
  private readonly emitter = new EventEmitter<void>();
  readonly token = {
    isCancellationRequested: false,
    onCancellationRequested: this.emitter.event,
  };
  cancel(): void {
    if (this.token.isCancellationRequested) return;
    this.token.isCancellationRequested = true;
    this.emitter.fire();
  }
  dispose(): void {
    this.emitter.dispose();
  }
}

export class Position {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}
}
export class Range {
  readonly start: Position;
  readonly end: Position;
  constructor(start: Position, end: Position);
  constructor(startLine: number, startCharacter: number, endLine: number, endCharacter: number);
  constructor(...at: [Position, Position] | [number, number, number, number]) {
    this.start = at.length === 2 ? at[0] : new Position(at[0], at[1]);
    this.end = at.length === 2 ? at[1] : new Position(at[2], at[3]);
  }
}
export class Location {
  constructor(
    readonly uri: URI,
    readonly range: Range,
  ) {}
}
export const DiagnosticSeverity = { Error: 0, Warning: 1, Information: 2, Hint: 3 } as const;
export const DiagnosticTag = { Unnecessary: 1, Deprecated: 2 } as const;
export class DiagnosticRelatedInformation {
  constructor(
    readonly location: Location,
    readonly message: string,
  ) {}
}
export class Diagnostic {
  source?: string;
  code?: unknown;
  tags?: number[];
  relatedInformation?: DiagnosticRelatedInformation[];
  constructor(
    readonly range: Range,
    readonly message: string,
    readonly severity: number = DiagnosticSeverity.Error,
  ) {}
}
export class CodeActionKind {
  static readonly Empty = new CodeActionKind('');
  static readonly QuickFix = new CodeActionKind('quickfix');
  static readonly Refactor = new CodeActionKind('refactor');
  static readonly RefactorExtract = new CodeActionKind('refactor.extract');
  static readonly RefactorMove = new CodeActionKind('refactor.move');
  static readonly RefactorRewrite = new CodeActionKind('refactor.rewrite');
  static readonly SourceFixAll = new CodeActionKind('source.fixAll');
  constructor(readonly value: string) {}
  append(part: string): CodeActionKind {
    return new CodeActionKind(`${this.value}.${part}`);
  }
  contains(other: CodeActionKind): boolean {
    return this.value === '' || `${other.value}.`.startsWith(`${this.value}.`);
  }
  intersects(other: CodeActionKind): boolean {
    return this.contains(other) || other.contains(this);
  }
}
export class CodeAction {
  edit?: WorkspaceEdit;
  command?: { title: string; command: string; arguments?: unknown[] };
  diagnostics?: Diagnostic[];
  isPreferred?: boolean;
  constructor(
    readonly title: string,
    readonly kind?: CodeActionKind,
  ) {}
}
export class WorkspaceEdit {
  readonly replaced: { uri: URI; range: Range; text: string; metadata?: unknown }[] = [];
  replace(uri: URI, range: Range, text: string, metadata?: unknown): void {
    this.replaced.push({ uri, range, text, metadata });
  }
  readonly created: { uri: URI; contents?: Uint8Array; overwrite?: boolean }[] = [];
  createFile(uri: URI, options: { contents?: Uint8Array; overwrite?: boolean } = {}): void {
    this.created.push({ uri, ...options });
  }
}
export class Selection extends Range {
  get active(): Position {
    return this.end;
  }
}
export class RelativePattern {
  readonly baseUri: unknown;

  constructor(
    readonly base: unknown,
    readonly pattern: string,
  ) {
    this.baseUri = base;
  }
}
export class CodeLens {
  constructor(
    readonly range: Range,
    readonly command?: unknown,
  ) {}
}

export class TabInputWebview {
  constructor(readonly viewType: string) {}
}

export class TabInputText {
  constructor(readonly uri: URI) {}
}

export class ThemeColor {
  constructor(readonly id: string) {}
}
export class ThemeIcon {
  constructor(
    readonly id: string,
    readonly color?: ThemeColor,
  ) {}
}
export class DataTransferItem {
  constructor(readonly value: unknown) {}
  async asString(): Promise<string> {
    return typeof this.value === 'string' ? this.value : JSON.stringify(this.value);
  }
  asFile(): unknown {
    return undefined;
  }
}
export class DataTransfer {
  private readonly items = new Map<string, DataTransferItem>();
  get(mime: string): DataTransferItem | undefined {
    return this.items.get(mime);
  }
  set(mime: string, item: DataTransferItem): void {
    this.items.set(mime, item);
  }
  [Symbol.iterator](): IterableIterator<[string, DataTransferItem]> {
    return this.items[Symbol.iterator]();
  }
}
export class FileDecoration {
  propagate?: boolean;
  constructor(
    readonly badge?: string,
    readonly tooltip?: string,
    readonly color?: ThemeColor,
  ) {}
}
export class MarkdownString {
  isTrusted: unknown;
  supportThemeIcons = false;
  supportHtml = false;
  constructor(public value = '') {}
  appendMarkdown(text: string): this {
    this.value += text;
    return this;
  }
  appendCodeblock(code: string, language = ''): this {
    this.value += `\n\`\`\`${language}\n${code}\n\`\`\`\n`;
    return this;
  }
  appendText(text: string): this {
    this.value += text.replace(/[\\`*_{}[\]()#+\-.!|<>]/g, '\\$&');
    return this;
  }
}
export const CompletionItemKind = {
  Field: 4,
  Variable: 5,
  Class: 6,
  Property: 9,
  Value: 11,
  Snippet: 14,
} as const;
export class CompletionItem {
  [property: string]: unknown;
  constructor(
    readonly label: string,
    readonly kind: number,
  ) {}
}
export class SnippetString {
  constructor(readonly value: string) {}
}
export class TextEdit {
  constructor(
    readonly range: Range,
    readonly newText: string,
  ) {}
}
export class Hover {
  constructor(
    readonly contents: MarkdownString[],
    readonly range?: Range,
  ) {}
}
export class InlayHint {
  paddingLeft = false;
  constructor(
    readonly position: Position,
    readonly label: string,
  ) {}
}
export class Color {
  constructor(
    readonly red: number,
    readonly green: number,
    readonly blue: number,
    readonly alpha: number,
  ) {}
}
export class ColorInformation {
  constructor(
    readonly range: Range,
    readonly color: Color,
  ) {}
}
export class ColorPresentation {
  constructor(readonly label: string) {}
}
export class TreeItem {
  [property: string]: unknown;
  constructor(
    public label: unknown,
    public collapsibleState = 0,
  ) {}
}
export const TreeItemCollapsibleState = { None: 0, Collapsed: 1, Expanded: 2 } as const;
export const FileType = { Unknown: 0, File: 1, Directory: 2, SymbolicLink: 64 } as const;
export const FilePermission = { Readonly: 1 } as const;
export const FileChangeType = { Changed: 1, Created: 2, Deleted: 3 } as const;
export const TextDocumentSaveReason = { Manual: 1, AfterDelay: 2, FocusOut: 3 } as const;
export const TextEditorRevealType = {
  Default: 0,
  InCenter: 1,
  InCenterIfOutsideViewport: 2,
  AtTop: 3,
} as const;
export const ViewColumn = { Active: -1, Beside: -2, One: 1, Two: 2 } as const;
export const ProgressLocation = { SourceControl: 1, Window: 10, Notification: 15 } as const;
export const UIKind = { Desktop: 1, Web: 2 } as const;
export const ExtensionMode = { Production: 1, Development: 2, Test: 3 } as const;
export const QuickPickItemKind = { Separator: -1, Default: 0 } as const;
export const QuickInputButtons = { Back: { iconPath: new ThemeIcon('arrow-left') } } as const;
export const InputBoxValidationSeverity = { Info: 1, Warning: 2, Error: 3 } as const;

export class FileSystemError extends Error {
  constructor(
    message: string | URI = '',
    readonly code = 'Unknown',
  ) {
    super(typeof message === 'string' ? message : message.toString());
  }
  static FileNotFound = (message?: string | URI) => new FileSystemError(message, 'FileNotFound');
  static FileExists = (message?: string | URI) => new FileSystemError(message, 'FileExists');
  static FileNotADirectory = (message?: string | URI) => new FileSystemError(message, 'FileNotADirectory');
  static FileIsADirectory = (message?: string | URI) => new FileSystemError(message, 'FileIsADirectory');
  static NoPermissions = (message?: string | URI) => new FileSystemError(message, 'NoPermissions');
  static Unavailable = (message?: string | URI) => new FileSystemError(message, 'Unavailable');
}

/** Fills `{0}` and `{name}` like VS Code does, in English. */
function translate(message: string | { message: string; args?: unknown }, ...args: unknown[]): string {
  const text = typeof message === 'string' ? message : message.message;
  const values = typeof message === 'string' ? args : [message.args];
  const named = (typeof values[0] === 'object' && values[0] !== null ? values[0] : values) as Record<
    string,
    unknown
  >;
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => (key in named ? String(named[key]) : whole));
}
export const l10n = { t: translate, bundle: undefined, uri: undefined };

/** An object whose unknown members throw: a test that needs one gives it, by `vi.spyOn` or assignment. */
function strict<T extends object>(name: string, known: T): T & Record<string, ReturnType<typeof vi.fn>> {
  return new Proxy(known, {
    get(target, key) {
      if (key in target || typeof key === 'symbol') return Reflect.get(target, key) as unknown;
      throw new Error(`vscode.${name}.${key} is not part of the test double: give it in the test`);
    },
  }) as T & Record<string, ReturnType<typeof vi.fn>>;
}

export const commands = strict('commands', { executeCommand: vi.fn(async () => undefined) });
export const window = strict('window', {
  onDidChangeWindowState: vi.fn<(listener: unknown) => Disposable>(() => new Disposable(() => undefined)),
  tabGroups: { all: [], activeTabGroup: { tabs: [] } },
});
export const workspace = strict('workspace', {
  isTrusted: true,
  onDidGrantWorkspaceTrust: vi.fn<(listener: unknown) => Disposable>(() => new Disposable(() => undefined)),
  onDidCloseTextDocument: vi.fn<(listener: unknown) => Disposable>(() => new Disposable(() => undefined)),
});
export const languages = strict('languages', {});
export const env = strict('env', {});
export const authentication = strict('authentication', {});
export const extensions = strict('extensions', {});
