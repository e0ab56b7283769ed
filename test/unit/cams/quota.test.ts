import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Quota, type Turn } from '../../../src/cams/quota';
import type { Lane } from '../../../src/cams/types';
import { isCancelled } from '../../../src/platform/cancellation';

const LANES: Lane[] = ['person', 'visible', 'background'];

interface Plan {
  at: number;
  lane: Lane;
  /** Milliseconds from the start to the sending, and from there to the answer. */
  departure: number;
  answer: number;
  outcome: 'accepted' | 'throttled' | 'failed';
  cancelAfter: number | undefined;
}

interface Run extends Plan {
  entered: number;
  started?: number;
  cancelled?: boolean;
}

/** Lets the planned calls happen on the fake clock until each has had its turn or was cancelled. */
async function happen(plans: Plan[], quota = new Quota()): Promise<Run[]> {
  const origin = performance.now();
  const runs: Run[] = plans.map((plan) => ({ ...plan, entered: NaN }));
  const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  const all = runs.map(async (run) => {
    await wait(run.at);
    run.entered = performance.now() - origin;
    const controller = new AbortController();
    if (run.cancelAfter !== undefined) setTimeout(() => controller.abort(), run.cancelAfter);
    let turn: Turn;
    try {
      turn = await quota.enter('account', 'GetFlow', run.lane, { signal: controller.signal });
    } catch (error) {
      expect(isCancelled(error)).toBe(true);
      run.cancelled = true;
      return;
    }
    run.started = performance.now() - origin;
    await wait(run.departure);
    turn.sent();
    await wait(run.answer);
    turn.end(run.outcome);
  });
  await vi.runAllTimersAsync();
  await Promise.all(all);
  return runs;
}

function calls(count: number, plan: Partial<Plan> = {}): Plan[] {
  const usual: Plan = {
    at: 0,
    lane: 'person',
    departure: 0,
    answer: 100,
    outcome: 'accepted',
    cancelAfter: undefined,
  };
  return Array.from({ length: count }, () => ({ ...usual, ...plan }));
}

function starts(runs: Run[]): number[] {
  return runs.flatMap((run) => run.started ?? []).sort((a, b) => a - b);
}

/** The most starts in any closed window of 1000 ms. */
function mostInASecond(times: number[]): number {
  return Math.max(
    0,
    ...times.map((from) => times.filter((time) => time >= from && time <= from + 1000).length),
  );
}

const plans = fc.array(
  fc.record<Plan>({
    at: fc.integer({ min: 0, max: 6000 }),
    lane: fc.constantFrom(...LANES),
    departure: fc.integer({ min: 0, max: 900 }),
    answer: fc.integer({ min: 0, max: 3000 }),
    outcome: fc.constantFrom('accepted', 'accepted', 'accepted', 'failed', 'throttled'),
    cancelAfter: fc.option(fc.integer({ min: 0, max: 3000 }), { nil: undefined, freq: 4 }),
  }),
  { minLength: 1, maxLength: 40 },
);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('Quota', () => {
  it('never starts more than 5 calls in a second, loses none, and lets a person go first', async () => {
    await fc.assert(
      fc.asyncProperty(plans, async (planned) => {
        const runs = await happen(planned);
        expect(mostInASecond(starts(runs))).toBeLessThanOrEqual(5);
        for (const run of runs) {
          expect([run.started !== undefined, run.cancelled === true]).toContain(true);
          if (run.cancelled) {
            expect(run.started).toBeUndefined();
            expect(run.cancelAfter).toBeDefined();
          }
        }
        for (const first of runs) {
          if (first.started === undefined) continue;
          for (const other of runs) {
            if (LANES.indexOf(other.lane) <= LANES.indexOf(first.lane)) continue;
            const overtook =
              other.started !== undefined && other.started > first.entered && other.started < first.started;
            expect(overtook).toBe(false);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('serves a lane in the order of arrival', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 30 }), async (times) => {
        const runs = await happen([...times].sort((a, b) => a - b).map((at) => calls(1, { at })[0]!));
        expect(runs.map((run) => run.started)).toEqual(starts(runs));
      }),
      { numRuns: 50 },
    );
  });

  it.each(LANES)('reaches nearly all of what the quota allows in lane %s', async (lane) => {
    const times = starts(await happen(calls(200, { lane })));
    const rate = (times.length - 1) / ((times.at(-1)! - times[0]!) / 1000);
    expect(rate).toBeGreaterThanOrEqual(0.95 * 5);
  });

  it('reaches 95 % also when every request needs 400 ms to connect', async () => {
    const times = starts(await happen(calls(200, { lane: 'background', departure: 400 })));
    expect((times.length - 1) / ((times.at(-1)! - times[0]!) / 1000)).toBeGreaterThanOrEqual(0.95 * 5);
  });

  it('counts from the sending: kept connections do not catch up with the first, slow ones', async () => {
    const plan = calls(30).map((call, index) => ({ ...call, departure: index < 5 ? 600 : 0 }));
    const runs = await happen(plan);
    expect(mostInASecond(runs.map((run) => run.started! + run.departure).sort((a, b) => a - b))).toBe(5);
  });

  it('keeps to 5 starts a second also when every request needs seconds to connect', async () => {
    const times = starts(await happen(calls(60, { departure: 1400 })));
    expect(mostInASecond(times)).toBe(5);
  });

  it('lets a burst of a person go at once', async () => {
    expect(starts(await happen(calls(5)))).toEqual([0, 0, 0, 0, 0]);
  });

  it('lets a person in within a quarter of a second while thousands wait in the background', async () => {
    const person = calls(20, { lane: 'person' }).map((call, index) => ({ ...call, at: 3000 + index * 1777 }));
    const background = calls(300, { lane: 'background' });
    const runs = await happen([...background, ...person]);
    const waits = runs.filter((run) => run.lane === 'person').map((run) => run.started! - run.entered);
    expect(Math.max(...waits)).toBeLessThanOrEqual(250);
  });

  it('lets a person in although the network is dead and nothing gets sent', async () => {
    const runs = await happen([
      ...calls(50, { lane: 'background', departure: 20_000, outcome: 'failed' }),
      ...calls(1, { lane: 'person', at: 5000 }),
    ]);
    expect(runs.at(-1)!.started! - runs.at(-1)!.entered).toBeLessThanOrEqual(2600);
  });

  it('pauses for everybody after a throttled answer, longer each time, and recovers', async () => {
    const quota = new Quota();
    const enter = (lane: Lane) => quota.enter('account', 'GetFlow', lane);
    const pauses: number[] = [];
    for (let count = 0; count < 6; count++) {
      const turn = enter('background');
      await vi.runAllTimersAsync();
      pauses.push((await turn).end('throttled'));
    }
    for (const [index, least] of [400, 800, 1600, 3200, 6400, 8000].entries()) {
      expect(pauses[index]).toBeGreaterThanOrEqual(least);
      expect(pauses[index]).toBeLessThanOrEqual(least * 1.25);
    }
    const before = performance.now();
    const person = enter('person');
    await vi.runAllTimersAsync();
    (await person).end('accepted');
    expect(performance.now() - before).toBeGreaterThanOrEqual(7900);

    const times = starts(await happen(calls(200), quota)).slice(100);
    expect((times.length - 1) / ((times.at(-1)! - times[0]!) / 1000)).toBeGreaterThanOrEqual(0.95 * 5);
  });

  it('loses half a second, not its speed, over a single throttled answer', async () => {
    const plan = calls(200, { lane: 'background' });
    const times = starts(
      await happen(plan.map((call, index) => (index === 20 ? { ...call, outcome: 'throttled' } : call))),
    );
    expect((times.length - 1) / ((times.at(-1)! - times[0]!) / 1000)).toBeGreaterThanOrEqual(0.945 * 5);
  });

  it('counts several throttled answers to one burst as one', async () => {
    const quota = new Quota();
    const turns = await Promise.all([1, 2, 3, 4, 5].map(() => quota.enter('account', 'GetFlow', 'person')));
    const pauses = turns.map((turn) => turn.end('throttled'));
    expect(Math.max(...pauses)).toBeLessThanOrEqual(500);
  });

  it('lets calls that were told to come again go before the others of their lane', async () => {
    const quota = new Quota();
    await Promise.all([1, 2, 3, 4, 5].map(() => quota.enter('account', 'GetFlow', 'person')));
    const order: string[] = [];
    void quota.enter('account', 'GetFlow', 'visible').then(() => order.push('first'));
    void quota.enter('account', 'GetFlow', 'visible', { again: true }).then(() => order.push('again'));
    void quota.enter('account', 'GetFlow', 'person').then(() => order.push('person'));
    await vi.runAllTimersAsync();
    expect(order).toEqual(['person', 'again', 'first']);
  });

  it('keeps accounts and operations apart', async () => {
    const quota = new Quota();
    const burst = (account: string, operation: string) =>
      Promise.all([1, 2, 3, 4, 5].map(() => quota.enter(account, operation, 'person')));
    const turns = await Promise.all([burst('a', 'GetFlow'), burst('a', 'ListFlow'), burst('b', 'GetFlow')]);
    expect(turns.flat().map((turn) => turn.waited)).toEqual(Array.from({ length: 15 }, () => 0));
  });

  it('rejects at once when the signal is aborted already', async () => {
    const quota = new Quota();
    await expect(quota.enter('a', 'GetFlow', 'person', { signal: AbortSignal.abort() })).rejects.toThrow(
      'Cancelled',
    );
    expect((await quota.enter('a', 'GetFlow', 'person')).waited).toBe(0);
  });

  it('forgets ten thousand cancelled calls without a noticeable pause', async () => {
    vi.useRealTimers();
    const quota = new Quota();
    await Promise.all([1, 2, 3, 4, 5].map(() => quota.enter('a', 'GetFlow', 'person')));
    const controller = new AbortController();
    const waiting = Array.from({ length: 10_000 }, () =>
      quota.enter('a', 'GetFlow', 'background', { signal: controller.signal }).catch(isCancelled),
    );
    const before = performance.now();
    controller.abort();
    expect(new Set(await Promise.all(waiting))).toEqual(new Set([true]));
    expect(performance.now() - before).toBeLessThan(1000);
  });
});
