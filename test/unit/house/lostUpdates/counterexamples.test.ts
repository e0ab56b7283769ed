import { beforeAll, describe, expect, it } from 'vitest';
import { counterexamples } from './counterexamples';
import { installDesks } from './desk';
import { play, storyOf } from './play';

beforeAll(installDesks);

describe('histories that broke the law', () => {
  it.each(counterexamples)('$name', async ({ run }) => {
    const world = await play(run);
    expect(world.law.broken, storyOf(world)).toEqual([]);
  });
});
