import * as vscode from 'vscode';
import { parseFlow } from '../flowjson/analyse';
import { throwIfCancelled } from '../platform/cancellation';
import { DisposableStore } from '../platform/disposable';
import { showInformationMessage } from '../platform/messages';
import { withProgress, type Report } from '../platform/progress';
import type { Check } from './check';
import { add, counted, nothing, type Count } from './count';
import { flowFiles } from './flowFiles';
import type { FlowTexts } from './flowTexts';
import type { Levels } from './levels';
import { isOriginal } from './original';
import { placeIn, placeInFile } from './place';
import type { Problems } from './problems';
import { readText } from './readText';

/** VS Code opens no larger text either. */
const LARGEST_FILE = 50 * 1024 * 1024;

interface Result {
  readonly checked: number;
  readonly unreadable: number;
  readonly count: Count;
}

/**
 * "Check All Flows". Files that are not open keep what was found in them, and from then on are checked again whenever
 * they change; open ones are the business of `Diagnostics`.
 */
export class WorkspaceCheck extends DisposableStore {
  /** The files that have been checked, with their latest look: only that one may show anything. */
  private readonly looks = new Map<string, object>();
  private watcher: vscode.FileSystemWatcher | undefined;

  constructor(
    private readonly texts: FlowTexts,
    private readonly check: Check,
    private readonly problems: Problems,
    levels: Levels,
  ) {
    super();
    this.register(vscode.workspace.onDidCloseTextDocument(({ uri }) => this.lookAgain(uri)));
    this.register(levels.onDidChange(() => this.lookAtAllAgain()));
    this.register(vscode.workspace.onDidChangeWorkspaceFolders(() => this.dropStrangers()));
    this.register({ dispose: () => this.looks.clear() });
  }

  /** Checks everything and tells the person how it went. Rejects with CancelledError when they cancel. */
  async run(): Promise<void> {
    const result = await withProgress(vscode.l10n.t('Checking all flows'), (signal, report) =>
      this.checkAll(signal, report),
    );
    const showProblems = vscode.l10n.t('Show Problems');
    const { error, warning, info } = result.count;
    const buttons = error + warning + info > 0 ? [showProblems] : [];
    const choice = await showInformationMessage(summaryOf(result), ...buttons);
    if (choice === showProblems) await vscode.commands.executeCommand('workbench.actions.view.problems');
  }

  private async checkAll(signal: AbortSignal, report: Report): Promise<Result> {
    this.watch();
    const documents = vscode.workspace.textDocuments.filter(
      (document) => isOriginal(document) && this.texts.of(document),
    );
    const open = new Set(documents.map(({ uri }) => uri.toString()));
    const files = (await found(signal)).filter((uri) => !open.has(uri.toString()));
    const total = documents.length + files.length;
    let result: Result = { checked: 0, unreadable: 0, count: nothing };
    const take = (count: Count | undefined): void => {
      throwIfCancelled(signal);
      result = count
        ? { ...result, checked: result.checked + 1, count: add(result.count, count) }
        : { ...result, unreadable: result.unreadable + 1 };
      report({ message: `${result.checked + result.unreadable}/${total}`, increment: 100 / total });
    };
    for (const document of documents) take(await this.lookAtDocument(document, signal));
    for (const uri of files) take(await this.lookAtFile(uri, signal));
    return result;
  }

  /** Nothing where the document was closed or changed meanwhile: then somebody else says what is in it. */
  private async lookAtDocument(document: vscode.TextDocument, signal: AbortSignal): Promise<Count> {
    const flow = this.texts.of(document);
    const { version } = document;
    const isOutdated = () => signal.aborted || document.isClosed || document.version !== version;
    return counted((flow && (await this.check.run(flow, placeIn(document), isOutdated))) ?? []);
  }

  /** Undefined where the file cannot be read. */
  private async lookAtFile(uri: vscode.Uri, signal?: AbortSignal): Promise<Count | undefined> {
    const key = uri.toString();
    const mine = {};
    this.looks.set(key, mine);
    const isOutdated = () => signal?.aborted === true || this.looks.get(key) !== mine || this.isOpen(uri);
    try {
      const { size } = await vscode.workspace.fs.stat(uri);
      if (size > LARGEST_FILE) throw new Error(`${size} bytes are too many`);
      const text = await readText(uri);
      if (isOutdated()) return nothing;
      return counted((await this.check.run(parseFlow(text), placeInFile(uri, text), isOutdated)) ?? []);
    } catch {
      if (!isOutdated()) this.problems.clear(uri);
      return undefined;
    }
  }

  /** Also folders, whose files go without a word, and files that come back: many programs save by replacing a file. */
  private watch(): void {
    if (this.watcher !== undefined) return;
    this.watcher = this.register(vscode.workspace.createFileSystemWatcher('**/*'));
    this.register(this.watcher.onDidChange((uri) => this.lookAgain(uri)));
    this.register(this.watcher.onDidCreate((uri) => this.lookAgain(uri)));
    this.register(this.watcher.onDidDelete((uri) => this.clearBelow(uri)));
  }

  private clearBelow(gone: vscode.Uri): void {
    const path = gone.toString();
    for (const key of this.looks.keys()) {
      const uri = vscode.Uri.parse(key);
      if ((key === path || key.startsWith(`${path}/`)) && !this.isOpen(uri)) this.problems.clear(uri);
    }
  }

  private lookAgain(uri: vscode.Uri): void {
    if (this.looks.has(uri.toString()) && !this.isOpen(uri)) void this.lookAtFile(uri);
  }

  private lookAtAllAgain(): void {
    for (const key of this.looks.keys()) this.lookAgain(vscode.Uri.parse(key));
  }

  /** A folder that has left the workspace takes its files with it. */
  private dropStrangers(): void {
    for (const key of [...this.looks.keys()]) {
      const uri = vscode.Uri.parse(key);
      if (vscode.workspace.getWorkspaceFolder(uri) !== undefined) continue;
      this.looks.delete(key);
      if (!this.isOpen(uri)) this.problems.clear(uri);
    }
  }

  private isOpen(uri: vscode.Uri): boolean {
    const key = uri.toString();
    return vscode.workspace.textDocuments.some(
      (document) => document.uri.toString() === key && this.texts.of(document) !== undefined,
    );
  }
}

function found(signal: AbortSignal): Promise<vscode.Uri[]> {
  const source = new vscode.CancellationTokenSource();
  signal.addEventListener('abort', () => source.cancel());
  return flowFiles(source.token).finally(() => source.dispose());
}

function summaryOf({ checked, unreadable, count: { error, warning, info } }: Result): string {
  const { l10n } = vscode;
  if (checked + unreadable === 0)
    return l10n.t('There is no Flow JSON here: no file named *.flow.json, and none that is open.');
  const sentences = [
    error + warning + info === 0
      ? l10n.t('Flows checked: {0}. Nothing was found.', checked)
      : l10n.t('Flows checked: {0}. Errors: {1}, warnings: {2}, hints: {3}.', checked, error, warning, info),
  ];
  if (unreadable > 0) sentences.push(l10n.t('Files that cannot be read: {0}.', unreadable));
  return sentences.join(' ');
}
