import type { Run, Step } from './plans';
import type { Mutation } from './program';
import { VirtualTime } from './virtualTime';
import type { Window } from './window';
import { FLOWS, World } from './world';

/** Long enough for everything that was begun to end, and for a start to say what was interrupted. */
const AFTERWARDS = 200_000;

/** Plays a run to its end. The law has looked at it while it went on, and twice at what was left. */
export async function play(
  { windows, manners, changes, reads, steps }: Run,
  mutation: Mutation = {},
): Promise<World> {
  const world = new World(manners, windows, mutation);
  world.time.install();
  // Most of the errors are ours to throw: where they come from is told by the plan.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    await world.begin();
    for (const window of world.windows) window.open(world.ref(FLOWS[0]));
    await world.time.pass(100);
    world.wire.plan(changes, reads);
    for (const step of steps) {
      await take(world, step);
      await world.time.pass(step.wait);
    }
    world.machine.disk = 'fine';
    world.wire.plan([], []);
    await world.time.pass(AFTERWARDS);
    await world.check('at the end');
    for (const window of world.windows) window.kill();
    for (const window of world.windows) window.start();
    await world.time.pass(AFTERWARDS);
    await world.check('after the next start');
    world.interruptions.check();
    await saveAll(world);
    await world.check('after everything was saved');
    return world;
  } finally {
    for (const window of world.windows) window.kill();
    Error.stackTraceLimit = stackTraceLimit;
    VirtualTime.uninstall();
  }
}

/** What was broken, and how it came to that. */
export const storyOf = ({ law, story }: World): string => [...law.broken, '', ...story].join('\n');

/** When nothing goes wrong any more, every text gets to CAMS: at once, or over a conflict of which the person has read. */
async function saveAll(world: World): Promise<void> {
  for (const window of world.windows) {
    for (const tab of window.tabs) {
      // A sentence of ours that stands in for a flow that could not be read.
      if (tab.number === undefined) continue;
      // A refusal, a conflict, the decision.
      for (let attempt = 0; attempt < 3; attempt++) {
        if (tab.file.inConflict) window.answer(tab, 'overwrite');
        else if (tab.file.isDirty) window.save(tab, 'explicit');
        else break;
        await world.time.pass(AFTERWARDS);
      }
      if (tab.file.isDirty) world.law.breach(`${tab.number} cannot be saved: ${window.failures.at(-1)}`);
    }
  }
}

async function take(world: World, step: Step): Promise<void> {
  switch (step.kind) {
    case 'console': {
      world.actInConsole(step.flow, step.act);
      return;
    }
    case 'disk': {
      world.tell(`the disk is ${step.disk}`);
      world.machine.disk = step.disk;
      return;
    }
    case 'renew':
      return world.renew();
    default: {
      const window = world.windows[step.at.window]!;
      if (window.isOpen) inWindow(world, window, step);
    }
  }
}

type InWindow = Extract<Step, { at: unknown }>;

function inWindow(world: World, window: Window, step: InWindow): void {
  const ref = world.ref(step.at.flow);
  const tab = window.tabOf(ref);
  if (step.kind === 'kill') {
    window.die();
    return;
  }
  if (step.kind === 'fuse') {
    window.lightFuse(step.fuse);
    return;
  }
  if (step.kind === 'cancel') return window.do(() => window.desk.running.at(-1)?.cancel());
  if (step.kind === 'refresh') {
    window.do(({ documents }) => documents.refresh(ref));
    return;
  }
  if (tab?.file.isResolved !== true || step.kind === 'open') {
    window.open(ref);
    return;
  }
  switch (step.kind) {
    case 'work':
      window.type(tab);
      {
        window.save(tab, 'explicit');
        return;
      }
    case 'type': {
      window.type(tab);
      return;
    }
    case 'save': {
      window.save(tab, 'explicit');
      return;
    }
    case 'autoSave': {
      window.save(tab, 'auto');
      return;
    }
    case 'compare':
    case 'overwrite': {
      window.answer(tab, step.kind);
      return;
    }
    case 'takeTheirs': {
      window.answer(tab, 'revert');
      return;
    }
    case 'revert': {
      window.revert(tab);
      return;
    }
    case 'close': {
      window.close(tab);
      return;
    }
    case 'visit': {
      window.do(() => void tab.file.resolve().catch(() => undefined));
      return;
    }
    case 'peek': {
      window.do(({ files }) => void Promise.resolve(files.readFile(tab.uri)).catch(() => undefined));
      return;
    }
  }
}
