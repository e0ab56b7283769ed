import { ServerResponse } from 'node:http';
import { afterAll, beforeAll, vi } from 'vitest';
import type { Simulator } from '../../simulator';

/** Milliseconds that pass with each turn of the event loop: while answers come, and while nothing happens. */
const STEP = { busy: 5, quiet: 500 };

/** Turns without a sign of life after which nothing seems to happen. */
const QUIET_AFTER = 20;

/** So many steps then wait for real milliseconds: modules and files come from outside this loop. */
const PATIENT_STEPS = 30;

/** Nothing that a person does takes that long; and long enough for a machine that stalls. */
const HANGS_AFTER = 3 * 3_600_000;

const realImmediate = globalThis.setImmediate;
const realTimeout = globalThis.setTimeout;

let simulators: readonly Simulator[] = [];
let writes = 0;
let outside = 0;

/**
 * In this file our own waits (quota, retries, time limits, back-off) pass quickly, the calendar with them, while
 * sockets run in real time. Time passes with the turns of the event loop, not beside them: a slow machine makes
 * no request late.
 */
export function useFastTime(): void {
  let over = false;
  let pump: Promise<void> = Promise.resolve();
  const { write } = ServerResponse.prototype;
  beforeAll(() => {
    ServerResponse.prototype.write = function (this: ServerResponse, ...chunk: Parameters<typeof write>) {
      writes++;
      return write.apply(this, chunk);
    } as typeof write;
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
    });
    pump = (async () => {
      let quiet = 0;
      let before = 0;
      while (!over) {
        const isPatient = quiet > QUIET_AFTER && quiet < QUIET_AFTER + PATIENT_STEPS;
        await (isPatient ? realMillisecond() : nextTurn());
        const signs = signsOfLife();
        quiet = signs === before ? quiet + 1 : 0;
        before = signs;
        if (outside > 0) quiet = 0;
        else await vi.advanceTimersByTimeAsync(quiet > QUIET_AFTER ? STEP.quiet : STEP.busy);
      }
    })();
  });
  afterAll(async () => {
    over = true;
    await pump;
    vi.useRealTimers();
    ServerResponse.prototype.write = write;
  });
}

/** The simulators whose traffic tells whether something happens. */
export function watchTraffic(...watched: readonly Simulator[]): void {
  simulators = watched;
}

/** For what takes real time, like loading the program: none passes meanwhile. */
export async function outsideTime<T>(work: () => Promise<T>): Promise<T> {
  outside++;
  try {
    return await work();
  } finally {
    outside--;
  }
}

/** The result, or an error when it never comes. */
export async function inTime<T>(what: string, work: PromiseLike<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} hangs`)), HANGS_AFTER);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Waits until something is there. */
export async function until<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  const end = Date.now() + HANGS_AFTER;
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

/** After everything that sockets have to tell now, so many times. */
export async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await nextTurn();
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => realImmediate(resolve));
}

function realMillisecond(): Promise<void> {
  return new Promise((resolve) => realTimeout(resolve, 1));
}

function signsOfLife(): number {
  let sum = writes;
  for (const { requests } of simulators) {
    sum += requests.all.length;
    // Answers to the last ones; older ones are there or never come.
    for (const { took } of requests.all.slice(-8)) if (took !== undefined) sum += 0.001;
  }
  return sum;
}
