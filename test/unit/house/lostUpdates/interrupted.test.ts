import { beforeAll, describe, expect, it } from 'vitest';
import { installDesks } from './desk';
import { VirtualTime } from './virtualTime';
import type { Fuse } from './window';
import { FLOWS, World } from './world';

const [FLOW] = FLOWS;
/** The text that lies on CAMS, and the one that is saved over it. */
const [BEFORE, SAVED] = [101, 103];

beforeAll(installDesks);

interface Ending {
  /** What the window did outside of itself, the step with which it died last. */
  readonly steps: readonly string[];
  readonly cams: number | undefined;
  readonly unsaved: readonly (number | undefined)[];
  readonly told: readonly string[];
  readonly broken: readonly string[];
}

/** One save, and the window dies at a step of it; undefined when the save has fewer steps. */
async function interruptedAt(fuse: Fuse): Promise<Ending | undefined> {
  const world = new World({ respells: false, lag: 0 }, 1, {});
  world.time.install();
  const window = world.windows[0]!;
  try {
    await world.begin();
    window.open(world.ref(FLOW));
    await world.time.pass(5_000);
    const tab = window.tabOf(world.ref(FLOW))!;
    window.type(tab);
    await world.time.pass(5_000);
    window.steps.length = 0;
    window.lightFuse(fuse);
    window.save(tab, 'explicit');
    await world.time.pass(1_000);
    if (window.isOpen) return undefined;
    const steps = [...window.steps];
    await world.time.pass(200_000);
    await world.check('after the next start');
    world.interruptions.check();
    return {
      steps,
      cams: world.remote.entries(FLOW).at(-1)?.number,
      unsaved: window.unsaved.map(({ number }) => number),
      told: window.desk.told.filter((text) => text.includes('interrupted')),
      broken: world.law.broken,
    };
  } finally {
    window.kill();
    VirtualTime.uninstall();
  }
}

async function everyEnding(isDone: boolean): Promise<Ending[]> {
  const endings: Ending[] = [];
  for (let steps = 0; ; steps++) {
    const ending = await interruptedAt({ steps, isDone });
    if (ending === undefined) return endings;
    endings.push(ending);
  }
}

describe.each([
  ['before', false],
  ['right after', true],
])('a window that dies %s a step of a save', (_when, isDone) => {
  it('leaves CAMS as before or as after, the text in its editor, and says what became of it', async () => {
    const endings = await everyEnding(isDone);
    expect(endings.length).toBeGreaterThan(8);
    for (const { steps, cams, unsaved, told, broken } of endings) {
      const where = steps.join(', ');
      const isSent = steps.slice(0, isDone ? undefined : -1).includes('UpdateFlowJSONAsset');
      expect(broken, where).toEqual([]);
      expect(cams, where).toBe(isSent ? SAVED : BEFORE);
      expect(unsaved, where).toEqual([SAVED]);
      if (told.length > 0)
        expect(told, where).toEqual([expect.stringContaining(isSent ? 'CAMS has the text' : 'from before')]);
    }
    const last = (operation: string) => endings.filter(({ steps }) => steps.at(-1) === operation);
    // From the change to its read-back, nobody but the next start can say it.
    const [update] = last('UpdateFlowJSONAsset');
    expect(update!.told).toHaveLength(1);
  });
});
