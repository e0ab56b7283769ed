/**
 * A moment by two clocks together: the wall clock knows of sleep, the steady one cannot be set. What is
 * due is due as soon as either says so; a clock that was set back must not keep it from ever coming.
 */
export interface Instant {
  /** Milliseconds since 1970. */
  readonly wall: number;
  /** Milliseconds since the program started; may stand still while the machine sleeps. */
  readonly steady: number;
}

export function instant(): Instant {
  return { wall: Date.now(), steady: performance.now() };
}

export function later(from: Instant, milliseconds: number): Instant {
  return { wall: from.wall + milliseconds, steady: from.steady + milliseconds };
}

export function reached(moment: Instant, now: Instant): boolean {
  return until(moment, now) <= 0;
}

/** Milliseconds from `now` until `moment`; negative when it is past. */
export function until(moment: Instant, now: Instant): number {
  return Math.min(moment.wall - now.wall, moment.steady - now.steady);
}

/** The one that comes first; undefined stands for a moment long past. */
export function earlier(a: Instant | undefined, b: Instant, now: Instant): Instant | undefined {
  return a === undefined || until(a, now) < until(b, now) ? a : b;
}
