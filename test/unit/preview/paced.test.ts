import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Paced } from '../../../src/preview/paced';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function pacing(restAfter = (cost: number) => Math.max(60, 4 * cost)) {
  let clock = 0;
  let cost = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
  const work = vi.fn(() => void (clock += cost));
  return { paced: new Paced(work, restAfter), work, costs: (milliseconds: number) => (cost = milliseconds) };
}

it('works once for all that ask meanwhile', () => {
  const { paced, work } = pacing();
  paced.ask();
  vi.advanceTimersByTime(59);
  paced.ask();
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(work).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(10_000);
  expect(work).toHaveBeenCalledOnce();
});

it('rests as long as the last work was dear, and no longer', () => {
  const { paced, work, costs } = pacing();
  costs(100);
  paced.now();
  costs(1);
  paced.ask();
  vi.advanceTimersByTime(399);
  expect(work).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  expect(work).toHaveBeenCalledTimes(2);
  paced.ask();
  vi.advanceTimersByTime(60);
  expect(work).toHaveBeenCalledTimes(3);
});

it('puts nothing off for ever', () => {
  const { paced, work, costs } = pacing();
  costs(60_000);
  paced.now();
  paced.ask();
  vi.advanceTimersByTime(1500);
  expect(work).toHaveBeenCalledTimes(2);
});

it('has done what was asked for when it worked at once', () => {
  const { paced, work } = pacing(() => 0);
  paced.ask();
  paced.now();
  vi.runAllTimers();
  expect(work).toHaveBeenCalledOnce();
});

it('does nothing any more once it is disposed of', () => {
  const { paced, work } = pacing();
  paced.ask();
  paced.dispose();
  paced.ask();
  vi.runAllTimers();
  expect(work).not.toHaveBeenCalled();
});
