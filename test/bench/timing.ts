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

/** How long each kind of work is done before it counts, in milliseconds: by then the engine has compiled it. */
const WARM_UP = 700;
const TURNS = 3;

/**
 * The least times of several kinds of work done in turns: what each takes when nobody else wants the machine. A turn is
 * some runs of one kind: between single runs the engine would tidy up after the one at the cost of the other.
 */
export async function inTurns(rounds: number, works: readonly (() => unknown)[]): Promise<readonly number[]> {
  const times: number[][] = works.map(() => []);
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const [index, work] of works.entries()) {
      const until = performance.now() + WARM_UP;
      do await work();
      while (performance.now() < until);
      for (let round = 0; round < rounds / TURNS; round += 1) {
        const began = performance.now();
        await work();
        times[index]!.push(performance.now() - began);
      }
    }
  }
  return times.map((some) => Math.min(...some));
}
