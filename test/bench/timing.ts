/** Runs some work once and says how long it took, in milliseconds. */
export function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/** The value that this part of all values is not above: 0.5 is the median. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/**
 * The medians of several kinds of work done in turns, so that a machine that is busy for a while is busy for all of them.
 * The first two rounds warm up and do not count.
 */
export async function inTurns(rounds: number, works: readonly (() => unknown)[]): Promise<readonly number[]> {
  const times: number[][] = works.map(() => []);
  for (let round = -2; round < rounds; round += 1) {
    for (const [index, work] of works.entries()) {
      const began = performance.now();
      await work();
      if (round >= 0) times[index]!.push(performance.now() - began);
    }
  }
  return times.map(median);
}
