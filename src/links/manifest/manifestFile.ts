import * as vscode from 'vscode';
import { AdviceError } from '../../accounts/adviceError';
import { sentenceOf } from '../../accounts/explain';
import { readIfThere, replaceFile } from '../../documents/download/files';
import type { Log } from '../../platform/log';
import { readContent, type Content, type Entry } from './content';
import { withMarks, type Change, type Mark } from './edits';
import { folderOf } from './paths';

/** How often marks are written while many files go by, in milliseconds: the text grows with the number of links. */
const WRITE_EVERY = 2_000;

const nothing: Content = { environments: new Map(), entries: [], flaws: [] };

/**
 * One `cams-flows.json`: what it says, and changes to it one after the other. Every change is an edit of the text that
 * lies there at that moment, which may have come from Git meanwhile.
 */
export class ManifestFile {
  private text: string | undefined;
  private said: Content = nothing;
  private broken: AdviceError | undefined;
  /** Why the marks could not be written the last time. */
  private failure: AdviceError | undefined;
  private readonly marks = new Map<string, Mark>();
  /** It says something else than was told by `load`. */
  private hasNews = false;
  private last: Promise<unknown> = Promise.resolve();
  private writtenAt = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    readonly uri: vscode.Uri,
    private readonly log: Log,
  ) {}

  get folder(): vscode.Uri {
    return folderOf(this.uri);
  }

  get exists(): boolean {
    return this.text !== undefined || this.broken !== undefined;
  }

  get environments(): ReadonlyMap<string, string> {
    return this.said.environments;
  }

  /** Its links, with what was marked and is still to be written. */
  get entries(): readonly Entry[] {
    return this.said.entries.map((entry) => {
      const mark = this.marks.get(keyOf(entry));
      return mark?.flowId === entry.flowId ? { ...entry, synced: mark.synced } : entry;
    });
  }

  /** What a person should put right. */
  get problems(): readonly AdviceError[] {
    const { flaws, locked } = this.said;
    const found = [this.broken, locked, ...flaws, this.unwritten];
    return [...new Set(found.filter((error) => error !== undefined))];
  }

  /** Why nothing can be written to it now. */
  get obstacle(): AdviceError | undefined {
    if (this.broken !== undefined || this.said.locked !== undefined) return this.broken ?? this.said.locked;
    if (vscode.workspace.fs.isWritableFileSystem(this.uri.scheme) === false) {
      return new AdviceError(
        vscode.l10n.t('{0} is in a place where nothing can be written.', this.name),
        vscode.l10n.t('Copy the folder to another place and open it there.'),
      );
    }
    if (this.isDirty) {
      return new AdviceError(
        vscode.l10n.t('{0} has changes that are not saved.', this.name),
        vscode.l10n.t('Save the file or undo the changes, then try again.'),
      );
    }
    return this.unwritten;
  }

  /** Reads it anew; true when somebody else has changed it since the last time. */
  load(): Promise<boolean> {
    return this.inTurn(async () => {
      await this.read();
      const { hasNews } = this;
      this.hasNews = false;
      if (this.marks.size > 0) this.writeSoon();
      return hasNews;
    });
  }

  /** Changes it now. Rejects when it cannot be written. */
  async change(...changes: readonly Change[]): Promise<void> {
    this.failure = undefined;
    await this.inTurn(() => this.write(changes));
  }

  /** Marks a link as the same on both sides: at once for all who ask here, in the file within seconds. */
  mark(mark: Mark): void {
    this.marks.set(keyOf(mark), mark);
    this.writeSoon();
  }

  /** Writes the marks that are left. Rejects when it cannot; they are kept for the next time then. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.marks.size > 0) await this.change();
  }

  dispose(): void {
    void this.flush().catch((error: unknown) => this.log.warn(`${this.name}: ${sentenceOf(error)}`));
  }

  private writeSoon(): void {
    const wait = Math.max(0, this.writtenAt + WRITE_EVERY - Date.now());
    this.timer ??= setTimeout(() => void this.flush().catch(() => undefined), wait);
  }

  private get unwritten(): AdviceError | undefined {
    return this.marks.size > 0 ? this.failure : undefined;
  }

  private async write(changes: readonly Change[]): Promise<void> {
    const marks = [...this.marks.values()];
    await this.read();
    if (this.obstacle !== undefined) throw this.obstacle;
    const before = this.text ?? '';
    const after = [withMarks(marks), ...changes].reduce((text, change) => change(text), before);
    this.writtenAt = Date.now();
    if (after !== before) await this.replace(after);
    for (const mark of marks) if (this.marks.get(keyOf(mark)) === mark) this.marks.delete(keyOf(mark));
  }

  private async replace(text: string): Promise<void> {
    try {
      await replaceFile(this.uri, new TextEncoder().encode(text));
    } catch (error) {
      this.log.warn(`${this.name} cannot be written: ${String(error)}`);
      this.failure = new AdviceError(
        vscode.l10n.t('{0} cannot be written: {1}', this.name, messageOf(error)),
        vscode.l10n.t('Check that you may write in this folder, then try again.'),
      );
      throw this.failure;
    }
    this.understand(text);
  }

  private async read(): Promise<void> {
    try {
      const bytes = await readIfThere(this.uri);
      const text = bytes && new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      if (text === this.text && (text !== undefined || this.broken === undefined)) return;
      this.hasNews = true;
      this.understand(text);
    } catch (error) {
      this.hasNews ||= this.broken === undefined;
      this.text = undefined;
      this.said = nothing;
      this.broken = new AdviceError(
        vscode.l10n.t('{0} cannot be read: {1}', this.name, messageOf(error)),
        vscode.l10n.t('Until it can, its links do not count.'),
      );
    }
  }

  private understand(text: string | undefined): void {
    this.text = text;
    this.said = nothing;
    this.broken = undefined;
    this.failure = undefined;
    try {
      if (text !== undefined) this.said = readContent(text, this.name);
    } catch (error) {
      this.broken = error as AdviceError;
    }
  }

  /** One after the other, whatever became of the one before. */
  private inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.last.then(task, task);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private get isDirty(): boolean {
    const key = this.uri.toString();
    return vscode.workspace.textDocuments.some(
      (document) => document.isDirty && document.uri.toString() === key,
    );
  }

  private get name(): string {
    return vscode.workspace.asRelativePath(this.uri);
  }
}

const keyOf = ({ path, environment }: Pick<Entry, 'path' | 'environment'>) =>
  JSON.stringify([environment, path]);

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
