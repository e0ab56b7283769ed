/** CAMS counts the calls of one account to one operation in a second (facts: quota of every flow operation). */
const CALLS = 5;
const WINDOW = 1000;

/**
 * The service's second is not ours: a call that was slow on its way is followed too closely by one that was
 * not. 35 ms of slack for that cost 3 % of the speed.
 */
const MARGIN = 35;

/** Between calls nobody waits for, so that a person's call finds a gap soon instead of a spent second. */
const SPACING = WINDOW / CALLS;

/** A call whose connection takes longer than this counts as sent: a dead network must not block the line. */
const LONGEST_DEPARTURE = 1500;

const FIRST_PAUSE = 400;
const LONGEST_PAUSE = 8000;

export interface PacedCall {
  readonly started: number;
  sent?: number;
}

/**
 * Decides when the next call may start: never more than 5 starts in a second, and 5 *sent* requests a second
 * as the service sees them. Between start and sending lie DNS, TCP and TLS; the first calls of a list pay for
 * that and later ones on a kept connection do not, which would let ten calls arrive within one second.
 * Times are milliseconds of one monotonic clock, given by the caller.
 */
export class Pace {
  private readonly recent: PacedCall[] = [];
  private readonly delays: number[] = [];
  private pausedAt = -Infinity;
  private pausedUntil = -Infinity;
  private refusals = 0;
  /** How much slower than the quota to go, while other programs seem to use the same account. */
  private stretch = 1;

  /** When the next call may start, as far as is known at `now`. */
  earliest(now: number, spaced: boolean): number {
    const last = this.recent.at(-1);
    const afterLast = spaced && last !== undefined ? last.started + SPACING * this.stretch : -Infinity;
    return Math.max(this.pausedUntil, afterLast, this.windowOpens(now));
  }

  private windowOpens(now: number): number {
    if (this.recent.length < CALLS) return -Infinity;
    const oldest = this.recent[0]!;
    const sent = oldest.sent ?? Math.min(now, oldest.started + LONGEST_DEPARTURE);
    // The first calls connect side by side: only a later one shows whether connections are kept.
    const departure = this.delays.length > CALLS ? Math.min(...this.delays) : 0;
    return Math.max(
      oldest.started + WINDOW * this.stretch + 1,
      sent + (WINDOW + MARGIN) * this.stretch - departure,
    );
  }

  start(now: number): PacedCall {
    const call: PacedCall = { started: now };
    this.recent.push(call);
    if (this.recent.length > CALLS) this.recent.shift();
    return call;
  }

  /** The request has left this machine. */
  sent(call: PacedCall, now: number): void {
    if (call.sent !== undefined) return;
    call.sent = now;
    this.delays.push(now - call.started);
    if (this.delays.length > 8) this.delays.shift();
  }

  /** Nothing more comes of the call; it counts as sent now if that was never seen. */
  ended(call: PacedCall, now: number): void {
    call.sent ??= now;
  }

  /** The service took the call. */
  accepted(call: PacedCall): void {
    if (call.started <= this.pausedAt) return;
    this.refusals = 0;
    this.stretch = Math.max(1, this.stretch * 0.95);
  }

  /** The service refused the call as one too many: everybody pauses, longer each time. Answers the pause. */
  throttled(call: PacedCall, now: number): number {
    // Calls that were under way when the pause began tell nothing new.
    if (call.started > this.pausedAt) {
      const pause = Math.min(FIRST_PAUSE * 2 ** this.refusals, LONGEST_PAUSE);
      this.pausedAt = now;
      this.pausedUntil = now + pause * (1 + Math.random() / 4);
      // Once is bad luck with the timing; twice in a row, somebody else is using up the quota.
      if (this.refusals > 0) this.stretch = Math.min(this.stretch * 1.5, 5);
      this.refusals++;
    }
    return Math.max(0, this.pausedUntil - now);
  }
}
