import type { Prepared } from '../write/writing';

/** How long VS Code may take between telling of a save and writing, in milliseconds: others may change the text before. */
const ANNOUNCED_FOR = 60_000;

/** VS Code looks at a file right after it has written it: it must find what it wrote. In milliseconds. */
export const QUIET_FOR = 1_000;

/** A save that VS Code has told of and that has not been written yet. */
export interface Announced {
  readonly isAuto: boolean;
  readonly at: number;
  /** The first look for this save, and what has been stored for it. */
  look?: Promise<unknown>;
  prepared?: Prepared;
}

/** What is known of the saves of one editor. */
export class Saves {
  private announced: Announced | undefined;
  /** Meaning of what VS Code was last told of as newer than the editor's text. */
  private reported: string | undefined;
  /** The same of a save before: the person has seen a conflict for it. */
  private seen: string | undefined;
  private writtenAt = 0;
  /** Bytes by which a size was told too large, so that VS Code sees a conflict, and must be at least: see `conflictSize`. */
  private extra = 0;
  private least = 0;

  announce(isAuto: boolean): void {
    this.announced?.prepared?.cancel();
    this.announced = { isAuto, at: Date.now() };
    if (this.reported === undefined) return;
    this.seen = this.reported;
    this.reported = undefined;
  }

  /** The save that is under way; undefined when VS Code has told of none. */
  get current(): Announced | undefined {
    const { announced } = this;
    if (announced !== undefined && Math.abs(Date.now() - announced.at) < ANNOUNCED_FOR) return announced;
    return undefined;
  }

  /**
   * The save is written now, or refused. So VS Code has not shown what it was told of: the sizes were the same by chance, or the
   * person overwrote another conflict. Nobody has seen this one; it is told with another size next time.
   */
  take(): Announced | undefined {
    const announced = this.current;
    if (this.reported !== undefined && this.reported !== this.seen) this.least = this.extra + 1;
    this.reported = undefined;
    this.announced = undefined;
    return announced;
  }

  /** What a person who has seen a conflict may overwrite. */
  get overwritable(): string | undefined {
    return this.seen;
  }

  /**
   * VS Code is told that something newer than the editor's text lies on CAMS. It believes that only if both time and size
   * are others than the ones it knows: a size that happens to be the same is told one byte larger, only here.
   */
  conflictSize(size: number, known: number | undefined, meaning: string): number {
    this.reported = meaning;
    // Of the conflict that was seen before the person may have chosen "Overwrite": then it is written all the same.
    if (meaning !== this.seen && this.announced !== undefined) {
      this.announced.prepared?.cancel();
      this.announced.prepared = undefined;
    }
    const isSame = known === undefined || known === size + this.least;
    this.extra = this.least + (isSame ? 1 : 0);
    return size + this.extra;
  }

  written(): void {
    this.reported = this.seen = undefined;
    this.least = 0;
    this.writtenAt = Date.now();
  }

  /** The file was written a moment ago. */
  get isQuiet(): boolean {
    return Math.abs(Date.now() - this.writtenAt) < QUIET_FOR;
  }
}
