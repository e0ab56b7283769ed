import { afterEach, describe, expect, it, vi } from 'vitest';
import { inSlices } from '../../../src/language/slices';

/** Steps that take so many milliseconds each. */
function* steps(count: number, milliseconds: number): Generator<void, string> {
  for (let step = 0; step < count; step += 1) {
    vi.advanceTimersByTime(milliseconds);
    yield;
  }
  return 'done';
}

const useClock = () => vi.useFakeTimers({ toFake: ['performance'] });
afterEach(() => vi.useRealTimers());

describe('work in slices', () => {
  it('is done at once when it is short', async () => {
    useClock();
    let asked = 0;
    const result = await inSlices(steps(7, 1), () => (asked++, false));
    expect(result).toBe('done');
    expect(asked).toBe(0);
  });

  it('lets others work after every 8 milliseconds', async () => {
    useClock();
    let turns = 0;
    const beside = setImmediate(function again() {
      turns += 1;
      if (turns < 1000) setImmediate(again);
    });
    expect(await inSlices(steps(80, 1), () => false)).toBe('done');
    clearImmediate(beside);
    expect(turns).toBeGreaterThanOrEqual(9);
  });

  it('stops at the next pause when nobody wants it any more', async () => {
    useClock();
    const work = steps(80, 1);
    expect(await inSlices(work, () => true)).toBeUndefined();
  });
});
