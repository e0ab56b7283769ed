import type * as vscode from 'vscode';
import type { FlowRef } from '../../../../src/flows/types';
import { TextFile, type TextFileHost } from '../../documents/textFile';
import { numberOf } from './texts';

/** VS Code keeps what an extension remembers in its own time; a person has seen the text before as well. Milliseconds. */
const WRITTEN_DOWN_IN = 1_000;

/** A flow in an editor, and what the person in front of it has seen of CAMS. */
export class Tab {
  readonly file: TextFile;
  /**
   * The texts that this person may overwrite: what the editor began with, what VS Code's conflict told of or a comparison
   * showed, what they sent themselves.
   */
  readonly aware = new Set<number>();
  /** When the last save of each text began. */
  readonly savedAt = new Map<number | undefined, number>();

  isSaving = false;
  /** The same when the last save began: a revert in the middle of it does not stop it. */
  awareAtSave: readonly number[] = [];
  /** How much this window had told before the last save began. */
  toldBefore = 0;

  constructor(
    readonly ref: FlowRef,
    readonly uri: vscode.Uri,
    files: vscode.FileSystemProvider,
    host: TextFileHost,
  ) {
    this.file = new TextFile(files, uri, host);
  }

  get number(): number | undefined {
    return numberOf(this.file.text);
  }

  /** What it was based on before, and until when a window that dies may not have written down the new base. */
  private earlier: { readonly aware: readonly number[]; readonly until: number } = { aware: [], until: 0 };

  /** The editor is based on this text, and on nothing that came before. */
  rebase(number: number | undefined, now: number): void {
    this.earlier = { aware: [...this.aware], until: now + WRITTEN_DOWN_IN };
    this.aware.clear();
    if (number !== undefined) this.aware.add(number);
  }

  /** What it may be based on when the window dies now. */
  awareAfterDeath(now: number): number[] {
    return [...this.aware, ...(now <= this.earlier.until ? this.earlier.aware : [])];
  }
}
