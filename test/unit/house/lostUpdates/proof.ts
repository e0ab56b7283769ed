import fc from 'fast-check';
import { expect } from 'vitest';
import { installDesks } from './desk';
import { runs } from './plans';
import { play } from './play';
import type { World } from './world';

/** What must have happened often, or the proof is about nothing. By what the story of a run calls it. */
const EVENTS: Readonly<Record<string, RegExp>> = {
  saved: /saved \d+$/,
  conflicts: /is told of/,
  'decisions to overwrite': /overwrite$/,
  'changes taken by CAMS': /CAMS takes/,
  'changes with a lost answer': /UpdateFlowJSONAsset: lost/,
  deaths: /dies$/,
  'interrupted saves told': /tells: .*interrupted/,
};

/** Plays so many runs, each from a seed that is printed; the first that breaks the law is told as a short story. */
export async function prove(windows: number, numRuns: number): Promise<void> {
  installDesks();
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
  const counts = new Map(Object.keys(EVENTS).map((name) => [name, 0]));
  let raced = 0;
  const lawful = fc.asyncProperty(runs(windows), async (run) => {
    const world = await play(run);
    raced += world.law.raced;
    for (const [name, pattern] of Object.entries(EVENTS))
      counts.set(name, counts.get(name)! + world.story.filter((line) => pattern.test(line)).length);
    if (world.law.broken.length > 0) throw new Error(storyOf(world));
  });
  await fc.assert(lawful, { seed, numRuns });
  const summary = [...counts].map(([name, count]) => `${count} ${name}`).join(', ');
  console.log(`seed ${seed}, windows ${windows}, runs ${numRuns}: ${summary}, ${raced} lost in the race`);
  for (const [name, count] of [...counts, ['races', raced] as const])
    expect(count, name).toBeGreaterThan(numRuns / 200);
}

const storyOf = ({ law, story }: World): string => [...law.broken, '', ...story].join('\n');
