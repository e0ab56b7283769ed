import { afterAll, beforeAll, vi } from 'vitest';
import type { Simulator } from '../../simulator';

/** Milliseconds that pass with each turn of the event loop: while answers come, and while nothing happens. */
const STEP = { busy: 5, quiet: 500 };

/** Turns without a request or an answer after which the world counts as quiet. */
const QUIET_AFTER = 20;

const realImmediate = globalThis.setImmediate;

let simulators: readonly Simulator[] = [];
let longestStep = STEP.quiet;

/**
 * In this file our own waits (quota, retries, time limits, back-off) pass quickly, the calendar with them, while
 * sockets run in real time. Time passes with the turns of the event loop, not beside them: a slow machine makes
 * no request late.
 */
export function useFastTime(): void {
  let over = false;
  let pump: Promise<void> = Promise.resolve();
  beforeAll(() => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
    });
    pump = (async () => {
      let quiet = 0;
      let before = 0;
      while (!over) {
        await nextTurn();
        const traffic = trafficSoFar();
        quiet = traffic === before ? quiet + 1 : 0;
        before = traffic;
        await vi.advanceTimersByTimeAsync(quiet > QUIET_AFTER ? longestStep : STEP.busy);
      }
    })();
  });
  afterAll(async () => {
    over = true;
    await pump;
    vi.useRealTimers();
  });
}

/** The simulators whose traffic tells whether the world is busy. */
export function watchTraffic(...watched: readonly Simulator[]): void {
  simulators = watched;
}

/** For bodies that take a while on the wire: time must not run away meanwhile. */
export function passSlowly(slowly: boolean): void {
  longestStep = slowly ? STEP.busy : STEP.quiet;
}

/** After everything that sockets have to tell now. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => realImmediate(resolve));
}

/** The result, or an error when it does not come within this many milliseconds of the fast clock. */
export async function inTime<T>(what: string, work: PromiseLike<T>, milliseconds = 300_000): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} hangs`)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Waits until something is there, on the fast clock. */
export async function until<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
  milliseconds = 300_000,
): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`never happened: ${what}`);
    await nextTurn();
  }
}

/** So many milliseconds of the fast clock pass. */
export function pass(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function trafficSoFar(): number {
  let sum = 0;
  for (const { requests } of simulators) {
    sum += requests.all.length;
    // Answers of the last ones; older ones are there or never come.
    for (const { took } of requests.all.slice(-8)) if (took !== undefined) sum += 0.001;
  }
  return sum;
}
