import { createHash } from 'node:crypto';
import { SharedRequests } from '../flows/sharedRequests';
import type { FlowRef } from '../flows/types';
import { isCancelled } from '../platform/cancellation';
import type { Problem } from './notices';

/** The JSON of a flow at one moment, byte for byte. */
export interface Content {
  readonly bytes: Uint8Array;
  readonly fingerprint: string;
  /** When this content was first seen, in milliseconds since 1970: CAMS does not tell when it was written. */
  readonly mtime: number;
  readonly ctime: number;
}

/**
 * How long a look at the remote is good for, in milliseconds. VS Code asks `stat` and `readFile` for one
 * opening, and `stat` again whenever the tab comes to the front: those are one look, the next visit is another.
 */
const FRESH_FOR = 5_000;

/** A failure is told to the `stat` and the `readFile` of one opening, but not to "Try Again" after it. */
const FAILED_FOR = 2_000;

/** The SHA-256 of the bytes, in hexadecimal. */
export function fingerprintOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** One flow's JSON as VS Code sees it: what lies on CAMS, and what the open editor is based on. */
export class FlowDocument {
  private remote: Content | undefined;
  private lookedAt = 0;
  private failure: { readonly error: unknown; readonly at: number } | undefined;
  /** Stays when the bytes go, so that unchanged content keeps its time when it is opened again. */
  private known: Omit<Content, 'bytes'> | undefined;
  private shown: Content | undefined;
  private standing: Problem | undefined;
  private readonly looking = new SharedRequests<Content>();

  constructor(
    readonly ref: FlowRef,
    private readonly download: (signal: AbortSignal) => Promise<Uint8Array>,
    /** Called when a look finds another content than the editor was given. */
    private readonly changed: () => void,
  ) {}

  /** What the open editor was last given: the text in it began as this. */
  get base(): Content | undefined {
    return this.shown;
  }

  /** Why the editor shows a notice instead of the flow; undefined while it does not. */
  get problem(): Problem | undefined {
    return this.standing;
  }

  /** What lies on CAMS now, or did a moment ago. */
  async look(signal?: AbortSignal): Promise<Content> {
    if (this.remote !== undefined && isRecent(this.lookedAt, FRESH_FOR)) return this.remote;
    if (this.failure !== undefined && isRecent(this.failure.at, FAILED_FOR)) throw this.failure.error;
    return this.looking.run(this.ref.flowId, { signal }, (options) => this.lookNow(options.signal));
  }

  /** As `look`, for an editor: what it gets is from now on what it is based on. */
  async read(): Promise<Content> {
    const content = await this.look();
    this.shown = content;
    this.standing = undefined;
    return content;
  }

  /** Gives an editor a text to show instead, never in the place of one that it shows already. */
  standIn(notice: string, problem: Problem): Content | undefined {
    if (this.shown !== undefined) return undefined;
    this.standing = problem;
    return this.dated(Buffer.from(notice));
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
    this.shown = undefined;
    this.standing = undefined;
  }

  private async lookNow(signal: AbortSignal): Promise<Content> {
    try {
      this.remote = this.dated(await this.download(signal));
      this.lookedAt = Date.now();
      this.failure = undefined;
    } catch (error) {
      if (!isCancelled(error)) this.failure = { error, at: Date.now() };
      throw error;
    }
    if (this.shown !== undefined && this.shown.fingerprint !== this.remote.fingerprint) this.changed();
    return this.remote;
  }

  /** Time advances when and only when the content is another one, also if the clock was set back. */
  private dated(bytes: Uint8Array): Content {
    const fingerprint = fingerprintOf(bytes);
    const known = this.known;
    if (known?.fingerprint === fingerprint) return { ...known, bytes };
    const mtime = Math.max(Date.now(), (known?.mtime ?? 0) + 1);
    this.known = { fingerprint, mtime, ctime: known?.ctime ?? mtime };
    return { ...this.known, bytes };
  }
}

function isRecent(time: number, milliseconds: number): boolean {
  const age = Date.now() - time;
  return age >= 0 && age < milliseconds;
}
