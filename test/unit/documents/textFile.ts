import * as vscode from 'vscode';

/** What made VS Code save; all but the first are Auto Save. */
export type SaveReason = 'explicit' | 'auto' | 'focus' | 'window';

interface SaveOptions {
  readonly reason?: SaveReason;
  /** The person pressed "Overwrite" in VS Code's conflict. */
  readonly overwrite?: boolean;
  /** "Save without Formatting", and Auto Save when a window closes: no extension hears of it before. */
  readonly skipParticipants?: boolean;
}

type FileFacts = Pick<vscode.FileStat, 'mtime' | 'ctime' | 'size'>;

/** What hot exit keeps of a dirty editor. */
export interface Backup {
  readonly text: string;
  readonly stat: FileFacts;
  readonly etag: string;
}

/** What happens around a text file, as VS Code tells it to extensions and to the person. */
export interface TextFileHost {
  /** The editor shows what was read: opened, reloaded or reverted. */
  shown?(file: TextFile): void;
  /** Extensions hear that it is going to be saved. */
  willSave?(file: TextFile, reason: SaveReason): void;
  /** Its text or its dirty state is another one: `onDidChangeTextDocument`. */
  changed?(file: TextFile): void;
  saved?(file: TextFile, bytes: Uint8Array): void;
  /** VS Code's own conflict appears: the file is newer; Compare, Overwrite, Revert. */
  conflict?(file: TextFile): void;
  /** VS Code shows why it could not be saved. */
  failed?(file: TextFile, error: unknown): void;
}

/** VS Code's fingerprint of a file: its time and its size. */
const etagOf = ({ mtime, size }: FileFacts): string => mtime.toString(29) + size.toString(31);

/** Switches the comparison off. */
const NO_ETAG = '';

/**
 * An editor's text file as the workbench treats it (1.139: TextFileEditorModel, FileService): how it is resolved, reloaded,
 * saved, backed up and restored, and what it asks of the file's provider when. Nothing of ours.
 */
export class TextFile {
  text = '';
  isResolved = false;
  isDirty = false;
  inConflict = false;
  inError = false;
  isReadonly = false;
  private version = 0;
  private gone = false;
  private savedText = '';
  private stat: FileFacts | undefined;
  private last: vscode.FileStat | undefined;
  private etag = NO_ETAG;
  private running: { readonly version: number; readonly done: Promise<void> } | undefined;
  private next: { options: SaveOptions; done: Promise<void> } | undefined;

  constructor(
    private readonly files: vscode.FileSystemProvider,
    readonly uri: vscode.Uri,
    private readonly host: TextFileHost = {},
  ) {}

  /** What VS Code knows of the file. */
  get known(): vscode.FileStat | undefined {
    return this.last;
  }

  isDisposed(): boolean {
    return this.gone;
  }

  /** What opening a tab, bringing it to the front and a change of the file do. A dirty text is never replaced. */
  async resolve(): Promise<void> {
    if (this.isDirty || this.running !== undefined || this.isDisposed()) return;
    await this.load(this.etag);
  }

  /** What the provider's event of a change does. */
  async fileChanged(): Promise<void> {
    if (this.isResolved) await this.resolve().catch(() => undefined);
  }

  /** "Revert File", also in VS Code's conflict. The file counts as clean while it is read: extensions learn it later. */
  async revert(): Promise<void> {
    const undo = { isDirty: this.isDirty, inConflict: this.inConflict, inError: this.inError };
    const clean = { isDirty: false, inConflict: false, inError: false };
    Object.assign(this, clean);
    try {
      await this.load(NO_ETAG);
    } catch (error) {
      Object.assign(this, undo);
      throw error;
    }
    this.host.changed?.(this);
  }

  edit(text: string): void {
    this.text = text;
    this.version++;
    // The text of a read-only file can be changed by extensions, but it is never dirty.
    if (!this.isReadonly) this.setDirty(text !== this.savedText);
    this.host.changed?.(this);
  }

  /** False when it was not saved: nothing was to do, or it failed. */
  async save(options: SaveOptions = {}): Promise<boolean> {
    const { reason = 'explicit' } = options;
    if (!this.isResolved || this.isReadonly) return false;
    if ((this.inConflict || this.inError) && reason !== 'explicit') return false;
    await this.saveInTurn({ ...options, reason });
    return !this.isDirty;
  }

  backup(): Backup | undefined {
    if (!this.isDirty || this.stat === undefined) return undefined;
    return { text: this.text, stat: this.stat, etag: this.etag };
  }

  /** After a restart: the text comes from the backup, and nobody reads the file. */
  restore({ text, stat, etag }: Backup): void {
    this.text = text;
    this.stat = stat;
    this.etag = etag;
    this.isResolved = true;
    this.isDirty = true;
    this.host.changed?.(this);
  }

  dispose(): void {
    this.gone = true;
  }

  private async load(etag: string): Promise<void> {
    const { version } = this;
    const looking = this.files.stat(this.uri);
    if (etag !== NO_ETAG) {
      const stat = await looking;
      if (etagOf(stat) === etag) {
        this.take(stat);
        return;
      }
    }
    const [stat, bytes] = await Promise.all([looking, this.files.readFile(this.uri)]);
    // Something was typed meanwhile: what was read is dropped.
    if (version !== this.version || this.isDisposed()) return;
    this.take(stat);
    this.text = this.savedText = new TextDecoder().decode(bytes);
    this.version++;
    this.isResolved = true;
    this.isDirty = this.inConflict = this.inError = false;
    this.host.shown?.(this);
    this.host.changed?.(this);
  }

  private async saveInTurn(options: SaveOptions): Promise<void> {
    if (this.running?.version === this.version) return this.running.done;
    // A person's save of a clean text writes it all the same (doTouch).
    if (!this.isDirty && options.reason !== 'explicit') return;
    if (this.running !== undefined) {
      // Of all that wait for a save to end, the last one counts.
      const { done } = this.running;
      this.next ??= { options, done: done.then(() => this.saveNext()) };
      this.next.options = options;
      return this.next.done;
    }
    const running = { version: this.version, done: this.saveNow(options) };
    this.running = running;
    await running.done.finally(() => this.running === running && (this.running = undefined));
  }

  private saveNext(): Promise<void> {
    const { options } = this.next!;
    this.next = undefined;
    this.running = undefined;
    return this.saveInTurn(options);
  }

  private async saveNow({
    reason = 'explicit',
    overwrite = false,
    skipParticipants,
  }: SaveOptions): Promise<void> {
    if (skipParticipants !== true) this.host.willSave?.(this, reason);
    await Promise.resolve();
    if (this.isDisposed()) return;
    const { version, text } = this;
    this.inError = false;
    const bytes = new TextEncoder().encode(text);
    try {
      const stat = await this.write(bytes, overwrite ? NO_ETAG : this.etag);
      if (this.isDisposed()) return;
      this.take(stat);
      if (version === this.version) {
        this.savedText = text;
        this.setDirty(false);
        this.host.changed?.(this);
      }
      this.host.saved?.(this, bytes);
    } catch (error) {
      if (this.isDisposed()) return;
      this.isDirty = true;
      this.inError = true;
      if (error instanceof ModifiedSince) {
        this.inConflict = true;
        this.host.conflict?.(this);
      } else this.host.failed?.(this, error);
    }
  }

  /** FileService.writeFile. */
  private async write(bytes: Uint8Array, etag: string): Promise<vscode.FileStat> {
    // A stat that fails is taken for a file that is not there: its folders are made then.
    const stat = await Promise.resolve(this.files.stat(this.uri)).catch(() => undefined);
    if (stat === undefined) await this.files.createDirectory(vscode.Uri.joinPath(this.uri, '..'));
    else await this.validate(stat, bytes, etag);
    await this.files.writeFile(this.uri, bytes, { create: true, overwrite: true });
    return this.files.stat(this.uri);
  }

  private async validate(stat: vscode.FileStat, bytes: Uint8Array, etag: string): Promise<void> {
    if (stat.permissions === vscode.FilePermission.Readonly)
      throw vscode.FileSystemError.NoPermissions(this.uri);
    const { mtime } = this.stat!;
    if (etag === NO_ETAG || mtime >= stat.mtime || etag === etagOf({ ...stat, mtime })) return;
    if (bytes.byteLength === stat.size) {
      const there = await Promise.resolve(this.files.readFile(this.uri)).catch(() => undefined);
      if (there !== undefined && Buffer.compare(there, bytes) === 0) return;
    }
    throw new ModifiedSince();
  }

  /** A time that went back is not believed. */
  private take(stat: vscode.FileStat): void {
    this.last = stat;
    this.isReadonly = stat.permissions === vscode.FilePermission.Readonly;
    if (this.stat !== undefined && this.stat.mtime > stat.mtime) return;
    this.stat = { mtime: stat.mtime, ctime: stat.ctime, size: stat.size };
    this.etag = etagOf(stat);
  }

  private setDirty(dirty: boolean): void {
    this.isDirty = dirty;
    if (!dirty) this.inConflict = this.inError = false;
  }
}

/** FILE_MODIFIED_SINCE. */
class ModifiedSince extends Error {}
