import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { installDesks } from './desk';
import { mutants } from './mutants';
import { runs } from './plans';
import { play } from './play';

/** So few runs find each of them. */
const RUNS = 1_000;

beforeAll(installDesks);

describe('the law finds a program that', () => {
  it.each(mutants)('$name', { timeout: 120_000 }, async ({ breach, mutation }) => {
    const lawful = fc.asyncProperty(runs(1, 2), async (run) => {
      const { law } = await play(run, mutation);
      return !law.broken.some((what) => breach.test(what));
    });
    const { failed } = await fc.check(lawful, { seed: 1, numRuns: RUNS, endOnFailure: true });
    expect(failed).toBe(true);
  });
});
