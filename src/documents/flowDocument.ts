import { SharedRequests } from '../flows/sharedRequests';
import type { FlowRef } from '../flows/types';
import { isRecent } from '../platform/ages';
import { isCancelled } from '../platform/cancellation';
import { Content, sameMeaning } from './content';
import { fingerprintOf } from './fingerprint';
import { meaningOf } from './meaning';
import type { Problem } from './notices';
import type { Look, Written } from './write/writing';

/**
 * How long a look at the remote is good for, in milliseconds. VS Code asks `stat` and `readFile` for one
 * opening, and `stat` again whenever the tab comes to the front: those are one look, the next visit is another.
 */
const FRESH_FOR = 5_000;

/** A failure is told to the `stat` and the `readFile` of one opening, but not to "Try Again" after it. */
const FAILED_FOR = 2_000;

/** How long CAMS may go on showing the text from before a change that it has accepted, in milliseconds. */
const LAGS_FOR = 60_000;

interface FlowDocumentParts {
  readonly download: (signal: AbortSignal) => Promise<Uint8Array>;
  /** Called with what a look has found. */
  readonly found: (content: Content) => void;
}

/** One flow's JSON on CAMS, as this window last saw it, and when. */
export class FlowDocument {
  private remote: Content | undefined;
  private lookedAt = 0;
  /** When the look began that found this: by the time its answer is here, CAMS may have another text. */
  private askedAt = 0;
  private failure: { readonly error: unknown; readonly at: number } | undefined;
  /** Stays when the bytes go, so that unchanged content keeps its time when it is opened again. */
  private known: { readonly fingerprint: string; readonly mtime: number; readonly ctime: number } | undefined;
  private lag: { readonly meaning: string; readonly until: number } | undefined;
  /** False for what was written and CAMS has not shown yet. */
  private isSeen = true;
  private standing: Problem | undefined;
  /** Numbers in the order in which looks and writings began. */
  private last = 0;
  private newest = 0;
  private readonly looking = new SharedRequests<Content>();

  constructor(
    readonly ref: FlowRef,
    private readonly parts: FlowDocumentParts,
  ) {}

  /** Why editors show a notice instead of the flow; undefined while they do not. */
  get problem(): Problem | undefined {
    return this.standing;
  }

  /** The last look as a writing may rely on it; undefined when what lies on CAMS is believed and was not seen. */
  get lastLook(): Look | undefined {
    if (this.remote === undefined || !this.isSeen) return undefined;
    return { remote: this.remote.bytes, at: this.askedAt };
  }

  /** What CAMS may still show although it has accepted another text since. */
  get lagging(): string | undefined {
    return this.lag?.meaning;
  }

  /** What lies on CAMS now, or did a moment ago. */
  async look(signal?: AbortSignal): Promise<Content> {
    if (this.remote !== undefined && isRecent(this.lookedAt, FRESH_FOR)) return this.remote;
    if (this.failure !== undefined && isRecent(this.failure.at, FAILED_FOR)) throw this.failure.error;
    return this.looking.run('look', { signal }, (options) => this.lookNow(options.signal));
  }

  /** What lies on CAMS now: no look that has begun before will do. */
  lookAnew(): Promise<Content> {
    return this.looking.run('anew', {}, (options) => this.lookNow(options.signal));
  }

  /** As `look`, for an editor. */
  async read(): Promise<Content> {
    const content = await this.look();
    this.standing = undefined;
    return content;
  }

  /** Gives an editor a text to show instead. */
  standIn(notice: string, problem: Problem): Content {
    this.standing = problem;
    return this.dated(Buffer.from(notice));
  }

  /** Something else was found on CAMS than the last look has seen. */
  learn(bytes: Uint8Array): void {
    this.take(this.dated(bytes));
  }

  /**
   * An editor has written this. What it wrote counts as what lies on CAMS, also where CAMS does not show it yet or could
   * not be asked; only another text that was seen there is newer.
   */
  wrote(bytes: Uint8Array, { readBack, remote }: Pick<Written, 'readBack' | 'remote'>): Content {
    const written = this.dated(bytes);
    this.take(written);
    this.isSeen = false;
    if (remote === undefined) return written;
    if (readBack === 'same' || readBack === 'other') this.take(this.dated(remote));
    if (readBack === 'before') {
      this.lag = { meaning: meaningOf(remote), until: Date.now() + LAGS_FOR };
    }
    return written;
  }

  /** Times go on from here: an editor knows this one from before a restart. */
  noteTime(mtime: number, ctime: number): void {
    if (mtime > (this.known?.mtime ?? 0)) this.known = { fingerprint: '', mtime, ctime };
  }

  /** The next look goes to CAMS. */
  expire(): void {
    this.lookedAt = 0;
    this.failure = undefined;
  }

  /** Nobody shows it any more: the bytes need not stay. */
  release(): void {
    this.expire();
    this.remote = undefined;
    this.standing = undefined;
  }

  private async lookNow(signal: AbortSignal): Promise<Content> {
    const number = ++this.last;
    const askedAt = Date.now();
    let bytes: Uint8Array;
    try {
      bytes = await this.parts.download(signal);
    } catch (error) {
      if (!isCancelled(error)) this.failure = { error, at: Date.now() };
      throw error;
    }
    // Something newer was seen or written while this answer was on its way.
    if (number < this.newest && this.remote !== undefined) {
      // Of two looks at once nobody knows which one CAMS has answered first: a writing looks itself then.
      if (fingerprintOf(bytes) !== this.remote.fingerprint) this.askedAt = 0;
      return this.remote;
    }
    const found = this.isLate(bytes) ? this.remote! : this.dated(bytes);
    this.take(found, number, askedAt);
    this.parts.found(found);
    return found;
  }

  private isLate(bytes: Uint8Array): boolean {
    if (this.lag === undefined || Date.now() >= this.lag.until) return false;
    return meaningOf(bytes) === this.lag.meaning;
  }

  private take(content: Content, number = ++this.last, askedAt = 0): void {
    // CAMS goes on showing what was there before: that is no news.
    if (content !== this.remote) {
      this.lag = undefined;
      this.isSeen = true;
    }
    this.remote = content;
    this.newest = number;
    this.lookedAt = Date.now();
    this.askedAt = askedAt;
    this.failure = undefined;
  }

  /**
   * Time advances when and only when the JSON means something else, also if the clock was set back. CAMS may spell what
   * it was given in another way: that is no change that anybody has to decide about.
   */
  private dated(bytes: Uint8Array): Content {
    const { known, remote } = this;
    const fingerprint = fingerprintOf(bytes);
    const isKnown = known?.fingerprint === fingerprint;
    const next = known === undefined ? Date.now() : Math.max(Date.now(), known.mtime + 1);
    const content = new Content(bytes, isKnown ? known.mtime : next, known?.ctime ?? next, fingerprint);
    const isRespelled = !isKnown && remote?.mtime === known?.mtime && remote && sameMeaning(remote, content);
    const dated = isRespelled ? new Content(bytes, remote.mtime, remote.ctime, fingerprint) : content;
    this.known = { fingerprint, mtime: dated.mtime, ctime: dated.ctime };
    return dated;
  }
}
