import {
  EventEmitter,
  FileSystemError,
  Uri,
  window,
  workspace,
  type Memento,
  type TextDocument,
  type WorkspaceEdit,
} from 'vscode';
import { FakeDocument } from '../../textDocument';

class Document extends FakeDocument {
  isDirty = false;
  constructor(
    uri: Uri,
    text: string,
    private readonly files: Files,
  ) {
    super(uri, text);
  }
  async save(): Promise<boolean> {
    this.isDirty = false;
    this.files.disk.set(this.uri.path, this.text);
    return true;
  }
}

/** Files on a disk and in editors, as far as mocks need them. */
export class Files {
  readonly disk = new Map<string, string>();
  /** What reading comes to. */
  broken: Error | undefined;
  shown: TextDocument | undefined;
  readonly memento: Memento;
  private readonly documents: Document[] = [];
  private readonly onDisk = new EventEmitter<Uri>();
  private readonly changed = new EventEmitter<{ document: TextDocument }>();
  private readonly opened = new EventEmitter<TextDocument>();
  private readonly closed = new EventEmitter<TextDocument>();

  constructor() {
    const kept = new Map<string, unknown>();
    this.memento = {
      keys: () => [...kept.keys()],
      get: (key: string, fallback?: unknown) => kept.get(key) ?? fallback,
      update: async (key: string, value: unknown) => void kept.set(key, value),
    } as Memento;
    Object.assign(workspace, {
      textDocuments: this.documents,
      onDidChangeTextDocument: this.changed.event,
      onDidOpenTextDocument: this.opened.event,
      onDidCloseTextDocument: this.closed.event,
      createFileSystemWatcher: () => ({
        onDidChange: this.onDisk.event,
        onDidCreate: this.onDisk.event,
        onDidDelete: this.onDisk.event,
        dispose: () => undefined,
      }),
      fs: {
        isWritableFileSystem: (scheme: string) => ['file', 'cams-flow'].includes(scheme),
        stat: async (uri: Uri) => this.read(uri),
        readFile: async (uri: Uri) => new TextEncoder().encode(this.read(uri)),
      },
      openTextDocument: async (what: Uri | { content: string }) =>
        what instanceof Uri
          ? this.openEditor(what.path)
          : this.add(Uri.parse('untitled:Untitled-9'), what.content),
      applyEdit: async (edit: WorkspaceEdit) => this.apply(edit as never),
    });
    Object.assign(window, {
      visibleTextEditors: [],
      showTextDocument: async (document: TextDocument) => void (this.shown = document),
    });
  }

  openEditor(path: string): TextDocument {
    const known = this.documents.find(({ uri }) => uri.path === path);
    return (
      (known as unknown as TextDocument | undefined) ?? this.add(Uri.file(path), this.read(Uri.file(path)))
    );
  }

  type(document: TextDocument, text: string): void {
    const ours = document as unknown as Document;
    ours.text = text;
    ours.isDirty = true;
    this.changed.fire({ document });
  }

  close(document: TextDocument): void {
    const ours = document as unknown as Document;
    ours.isClosed = true;
    this.documents.splice(this.documents.indexOf(ours), 1);
    this.closed.fire(document);
  }

  /** Somebody else writes or removes a file. */
  touch(path: string, text: string | undefined): void {
    if (text === undefined) this.disk.delete(path);
    else this.disk.set(path, text);
    this.onDisk.fire(Uri.file(path));
  }

  private read(uri: Uri): string {
    const text = this.disk.get(uri.path);
    if (text === undefined) throw FileSystemError.FileNotFound(uri);
    if (this.broken) throw this.broken;
    return text;
  }

  private add(uri: Uri, text: string): TextDocument {
    const document = new Document(uri, text, this);
    this.documents.push(document);
    this.opened.fire(document as unknown as TextDocument);
    return document as unknown as TextDocument;
  }

  private apply(edit: {
    replaced: { uri: Uri; range: Parameters<FakeDocument['getText']>[0]; text: string }[];
    created: { uri: Uri; contents: Uint8Array }[];
  }): boolean {
    for (const { uri, contents } of edit.created) {
      if (this.disk.has(uri.path)) return false;
      this.touch(uri.path, new TextDecoder().decode(contents));
    }
    for (const { uri, range, text } of edit.replaced) {
      const document = this.documents.find((one) => one.uri.toString() === uri.toString())!;
      const [start, end] = [document.offsetAt(range!.start), document.offsetAt(range!.end)];
      const before = document.text;
      this.type(document as unknown as TextDocument, before.slice(0, start) + text + before.slice(end));
    }
    return true;
  }
}
