import { NetworkError, situationOf, type Situation } from '../../cams/errors';
import type { PreviewLink } from '../../cams/types';
import { CancelledError, isCancelled } from '../../platform/cancellation';
import { DisposableStore } from '../../platform/disposable';
import { earlier, instant, later, reached, until, type Instant } from './instant';

/** What is known of the link right now. A link in here has not expired at the moment of asking. */
export type LinkState<L> =
  | { readonly phase: 'loading' }
  | {
      readonly phase: 'fresh' | 'renewing';
      readonly link: L;
      /** Milliseconds it has left; undefined when the service did not say. */
      readonly remaining?: number;
      /** Why the last renewal did not succeed, while the link still works. */
      readonly problem?: unknown;
    }
  /** The service hands out links that have ended already, or are about to. */
  | { readonly phase: 'expired'; readonly asking: boolean }
  | { readonly phase: 'failed'; readonly error: unknown; readonly asking: boolean };

export interface LiveLinkParts<L extends PreviewLink> {
  /** Asks the service for a link. */
  readonly ask: (signal: AbortSignal) => Promise<L>;
  /** The state may have changed: read it. */
  readonly changed: () => void;
}

/** A reader of the service who never gets an answer is told so after this long. */
const PATIENCE = 60_000;
/** How often the clock is read: while a person looks, and while nobody does but the link may still end. */
const TICK = { visible: 5_000, hidden: 30_000 };
/** A link leaves the frame this long before its end: messages and clocks are not exact. */
const MARGIN = 1_000;
/** A link with less than this left is of no use. */
const SHORTEST = 5_000;
/** Links with less than this left are taken, but asked for less and less often. */
const SHORT = 60_000;
/** How long before its end a link is renewed: a tenth of what it has left, within these. */
const LEAD = { shortest: 3_000, longest: 10 * 60_000 };
/** A link whose end nobody knows is renewed at this age. */
const SENSIBLE_AGE = 60 * 60_000;
const BACKOFF = { first: 2_000, longest: 5 * 60_000 };

/** Asking again by itself would change nothing: a person has to act. */
const needsPerson: readonly (Situation | undefined)[] = [
  'credentials',
  'expiredToken',
  'permission',
  'notSubscribed',
  'wrongSpace',
  'notFound',
];

interface Held<L> {
  readonly link: L;
  /** When it leaves the frame; undefined when nobody knows. */
  readonly end: Instant | undefined;
  readonly renewal: Instant;
  /** It came with hardly any life left. */
  readonly isShort: boolean;
}

/**
 * The life of one preview link. It is compared with the clock in short steps, never awaited with one
 * long timer, so that sleep, a hidden panel and a clock that is set all end in the same place: the next
 * step sees that the link has ended or is about to, and asks for another.
 */
export class LiveLink<L extends PreviewLink> extends DisposableStore {
  private held: Held<L> | undefined;
  private asking: { readonly controller: AbortController; readonly settled: Promise<void> } | undefined;
  private trouble: { readonly error: unknown } | 'expired' | undefined;
  /** Before this moment nothing is asked; 'never' until a person acts. */
  private notBefore: Instant | 'never' | undefined;
  private attempts = 0;
  private visible = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly parts: LiveLinkParts<L>) {
    super();
    this.register({ dispose: () => this.forget() });
  }

  get state(): LinkState<L> {
    const now = instant();
    const asking = this.asking !== undefined;
    if (this.held !== undefined && isAlive(this.held, now)) {
      const problem = typeof this.trouble === 'object' ? this.trouble.error : undefined;
      const remaining = this.held.end && until(this.held.end, now);
      return { phase: asking ? 'renewing' : 'fresh', link: this.held.link, remaining, problem };
    }
    if (this.trouble === 'expired') return { phase: 'expired', asking };
    if (this.trouble !== undefined) return { phase: 'failed', error: this.trouble.error, asking };
    return { phase: 'loading' };
  }

  /** A person looks at the panel, or no longer does. Only while somebody looks is anything asked. */
  setVisible(visible: boolean): void {
    this.visible = visible;
    this.step();
  }

  /** Reads the clock now: the webview believes that something is due. */
  check(): void {
    this.step();
  }

  /** A person wants a new link, whatever the state. Resolves when the answer is there, good or bad. */
  async renew(): Promise<void> {
    this.attempts = 0;
    this.notBefore = undefined;
    if (this.isDisposed) return;
    if (this.asking === undefined) void this.request();
    await this.answered();
  }

  /** A link that works now, asked for if need be. Rejects with what stands in the way. */
  async usable(): Promise<L> {
    await this.answered();
    if (!('link' in this.state)) await this.renew();
    const { state } = this;
    if ('link' in state) return state.link;
    if (state.phase === 'failed') throw state.error;
    throw state.phase === 'expired' ? new LinkEndedError() : new CancelledError();
  }

  /** Everything known is void (other keys, another account behind the id): start again. */
  restart(): void {
    this.forget();
    this.step();
    this.parts.changed();
  }

  /** Drops the link and asks for nothing until somebody calls `restart` or `renew`. */
  stop(): void {
    this.forget();
    this.notBefore = 'never';
    this.parts.changed();
  }

  /** A request that a restart gave up is followed by the one that took its place. */
  private async answered(): Promise<void> {
    while (this.asking !== undefined && !this.isDisposed) await this.asking.settled;
  }

  private forget(): void {
    clearTimeout(this.timer);
    this.asking?.controller.abort(new CancelledError());
    this.asking = undefined;
    this.held = undefined;
    this.trouble = undefined;
    this.notBefore = undefined;
    this.attempts = 0;
  }

  private step(): void {
    if (this.isDisposed) return;
    const now = instant();
    if (this.held !== undefined && !isAlive(this.held, now)) {
      if (this.held.isShort) this.trouble ??= 'expired';
      // The service may well have a new link from this moment on: do not sit out a pause from before it.
      else if (this.notBefore !== 'never') {
        this.notBefore = earlier(this.notBefore, later(now, BACKOFF.first), now);
      }
      this.held = undefined;
      this.parts.changed();
    }
    if (this.visible && this.asking === undefined && this.isDue(now)) void this.request();
    this.schedule();
  }

  private isDue(now: Instant): boolean {
    if (this.notBefore === 'never') return false;
    if (this.notBefore !== undefined && !reached(this.notBefore, now)) return false;
    return this.held === undefined || reached(this.held.renewal, now);
  }

  private schedule(): void {
    clearTimeout(this.timer);
    if (this.isDisposed) return;
    const mayEnd = this.held?.end !== undefined;
    const mayAsk = this.visible && this.notBefore !== 'never';
    if (!mayEnd && !mayAsk) return;
    const now = instant();
    const moments = [this.held?.end, this.visible ? this.held?.renewal : undefined, this.notBefore]
      .filter((moment) => typeof moment === 'object')
      .map((moment) => until(moment, now))
      .filter((wait) => wait > 0);
    const wait = Math.min(this.visible ? TICK.visible : TICK.hidden, ...moments);
    this.timer = setTimeout(() => this.step(), Math.max(50, Math.ceil(wait)));
  }

  private request(): Promise<void> {
    const controller = new AbortController();
    const settled = this.answer(controller);
    this.asking = { controller, settled };
    this.parts.changed();
    return settled;
  }

  private async answer(controller: AbortController): Promise<void> {
    let outcome: { link: L } | { error: unknown };
    try {
      outcome = { link: await withPatience(this.parts.ask, controller) };
    } catch (error) {
      outcome = { error };
    }
    // Somebody closed the panel, signed out or changed the keys: this answer belongs to the past.
    if (this.isDisposed || this.asking?.controller !== controller) return;
    this.asking = undefined;
    if ('link' in outcome) this.take(outcome.link);
    else this.fail(outcome.error);
    this.schedule();
    this.parts.changed();
  }

  private take(link: L): void {
    const now = instant();
    const left = link.expires === undefined ? undefined : link.expires - now.wall;
    if (left !== undefined && left < SHORTEST) {
      this.trouble = 'expired';
      this.backOff(now);
      return;
    }
    const isShort = left !== undefined && left < SHORT;
    this.held = {
      link,
      isShort,
      end: left === undefined ? undefined : later(now, left - MARGIN),
      renewal: later(now, left === undefined ? SENSIBLE_AGE : left - leadFor(left)),
    };
    this.trouble = undefined;
    if (isShort) this.backOff(now);
    else {
      this.attempts = 0;
      this.notBefore = undefined;
    }
  }

  private fail(error: unknown): void {
    // Cancelled by nobody here: the account changed under way. That is no failure, only a reason to ask again.
    if (!isCancelled(error)) this.trouble = { error };
    if (needsPerson.includes(situationOf(error))) this.notBefore = 'never';
    else this.backOff(instant());
  }

  private backOff(now: Instant): void {
    const wait = Math.min(BACKOFF.longest, BACKOFF.first * 2 ** this.attempts);
    this.attempts += 1;
    this.notBefore = later(now, wait * (0.75 + Math.random() / 2));
  }
}

/** Every link that the service gave had ended. */
export class LinkEndedError extends Error {
  override readonly name = 'LinkEndedError';
}

function leadFor(left: number): number {
  return Math.min(LEAD.longest, Math.max(LEAD.shortest, left / 10));
}

function isAlive(held: Held<unknown>, now: Instant): boolean {
  return held.end === undefined || !reached(held.end, now);
}

async function withPatience<T>(
  ask: (signal: AbortSignal) => Promise<T>,
  controller: AbortController,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new NetworkError({ operation: 'GetFlowPreviewUrl', reason: 'timeout' }));
      controller.abort(new CancelledError());
    }, PATIENCE);
  });
  try {
    return await Promise.race([ask(controller.signal), tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
