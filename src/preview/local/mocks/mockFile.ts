import * as vscode from 'vscode';
import { say, type Message } from '../../../flowjson/message';
import type { MockEdit } from '../../../player/mock/edit';
import { DisposableStore } from '../../../platform/disposable';
import { unlessMissing } from '../../../platform/files';
import { rewrite } from './documentEdit';
import { template, type MockText } from './mockText';

/** Larger files are not read: nobody writes one by hand. */
const largest = 5 * 1024 * 1024;

/** A `*.flow-mock.json`: as an editor has it, else as it lies on disk. */
export class MockFile extends DisposableStore implements MockText {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  private current = '';
  private why: Message | undefined;
  /** Tells the newest reading from older ones that come later. */
  private readings = 0;
  private queue: Promise<void> = Promise.resolve();

  constructor(private readonly uri: vscode.Uri) {
    super();
    const folder = new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), '*.flow-mock.json');
    const watcher = this.register(vscode.workspace.createFileSystemWatcher(folder));
    const onFile = (changed: vscode.Uri) => {
      if (this.isOurs(changed)) this.read();
    };
    this.register(watcher.onDidChange(onFile));
    this.register(watcher.onDidCreate(onFile));
    this.register(watcher.onDidDelete(onFile));
    const onDocument = (document: vscode.TextDocument) => onFile(document.uri);
    this.register(vscode.workspace.onDidChangeTextDocument(({ document }) => onDocument(document)));
    this.register(vscode.workspace.onDidOpenTextDocument(onDocument));
    this.register(vscode.workspace.onDidCloseTextDocument(onDocument));
    this.read();
  }

  get text(): string {
    return this.current;
  }

  get trouble(): Message | undefined {
    return this.why;
  }

  /** One after the other: each begins with what the one before it has left. */
  edit(change: MockEdit): Promise<void> {
    const work = this.queue.then(() => this.write(change));
    this.queue = work.catch(() => undefined);
    return work;
  }

  async show(column: vscode.ViewColumn): Promise<void> {
    if ((await unlessMissing(vscode.workspace.fs.stat(this.uri))) === undefined) await this.create(template);
    const document = await vscode.workspace.openTextDocument(this.uri);
    await vscode.window.showTextDocument(document, { viewColumn: column });
  }

  private isOurs(uri: vscode.Uri): boolean {
    return uri.toString() === this.uri.toString();
  }

  private read(): void {
    this.readings += 1;
    const open = vscode.workspace.textDocuments.find(({ uri, isClosed }) => !isClosed && this.isOurs(uri));
    if (open) this.set(open.getText(), undefined);
    else void this.readFile(this.readings);
  }

  private async readFile(reading: number): Promise<void> {
    let [text, why] = ['', undefined as Message | undefined];
    try {
      const bytes = await unlessMissing(vscode.workspace.fs.readFile(this.uri));
      if ((bytes?.length ?? 0) > largest) why = say('It is too large.');
      else if (bytes) text = new TextDecoder().decode(bytes);
    } catch {
      why = say('It cannot be read.');
    }
    if (reading === this.readings && !this.isDisposed) this.set(text, why);
  }

  private set(text: string, why: Message | undefined): void {
    if (text === this.current && why === this.why) return;
    this.current = text;
    this.why = why;
    this.changed.fire();
  }

  private async write(change: MockEdit): Promise<void> {
    if ((await unlessMissing(vscode.workspace.fs.stat(this.uri))) === undefined) {
      await this.create(change(''));
      return;
    }
    const document = await vscode.workspace.openTextDocument(this.uri);
    const wasDirty = document.isDirty;
    await rewrite(document, change(document.getText()));
    // What somebody is at stays theirs to save.
    if (!wasDirty && !(await isSaved(document)))
      throw new Error(vscode.l10n.t('It was changed, but could not be saved.'));
  }

  /** Never over a file that somebody has made meanwhile. */
  private async create(text: string): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    edit.createFile(this.uri, { contents: new TextEncoder().encode(text), overwrite: false });
    if (!(await vscode.workspace.applyEdit(edit))) {
      throw new Error(vscode.l10n.t('The file could not be made.'));
    }
    this.read();
  }
}

async function isSaved(document: vscode.TextDocument): Promise<boolean> {
  return !document.isDirty || (await document.save());
}
