import fc from 'fast-check';
import type { DiskState } from './machine';
import type { ConsoleAct, Manners } from './remote';
import type { CallPlan, Fault } from './wire';
import type { Fuse } from './window';
import { FLOWS } from './world';

/** What somebody does, and how many milliseconds pass before the next does something. */
export type Step = { readonly wait: number } & (
  | { readonly kind: 'open' | 'type' | 'save' | 'autoSave' | 'work' | Answer; readonly at: Place }
  | { readonly kind: 'revert' | 'close' | 'visit' | 'peek' | 'refresh'; readonly at: Place }
  | { readonly kind: 'console'; readonly flow: string; readonly act: ConsoleAct }
  | { readonly kind: 'kill'; readonly at: Place }
  | { readonly kind: 'fuse'; readonly at: Place; readonly fuse: Fuse }
  | { readonly kind: 'disk'; readonly disk: DiskState }
  | { readonly kind: 'renew' }
  | { readonly kind: 'cancel'; readonly at: Place }
);

type Answer = 'compare' | 'overwrite' | 'takeTheirs';

interface Place {
  readonly window: number;
  readonly flow: string;
}

export interface Run {
  readonly windows: number;
  readonly manners: Manners;
  /** What becomes of the first calls that change something, and of the first others. */
  readonly changes: readonly CallPlan[];
  readonly reads: readonly CallPlan[];
  readonly steps: readonly Step[];
}

const weighted = <T>(...choices: readonly (readonly [number, T])[]): fc.Arbitrary<T> =>
  fc.oneof(...choices.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));

const act = weighted<ConsoleAct>([5, 'write'], [1, 'respell'], [2, 'goBack']);
const maybe = fc.option(act, { nil: undefined, freq: 16 });

/** Of a change: what counts is whether CAMS carried it out, and who knows. */
const faultOfChange = weighted<Fault>(
  [20, 'none'],
  [2, 'refused'],
  [1, 'throttled'],
  [1, 'expired'],
  [3, 'lostBefore'],
  [5, 'lostAfter'],
  [2, 'lostAndLate'],
  [2, 'notTaken'],
  [2, 'renewed'],
);

const faultOfRead = weighted<Fault>(
  [60, 'none'],
  [1, 'refused'],
  [1, 'throttled'],
  [1, 'expired'],
  [1, 'credentials'],
  [2, 'lostBefore'],
  [1, 'renewed'],
);

const planOf = (fault: fc.Arbitrary<Fault>): fc.Arbitrary<CallPlan> =>
  fc.record({
    fault,
    there: weighted([8, 20], [2, 700], [1, 6_000]),
    back: weighted([8, 20], [2, 700], [1, 20_000]),
    before: maybe,
    after: maybe,
  });

const place = (windows: number): fc.Arbitrary<Place> =>
  fc.record({
    window: fc.integer({ min: 0, max: windows - 1 }),
    flow: weighted<string>([5, FLOWS[0]], [1, FLOWS[1]]),
  });

const wait = weighted([4, 5], [6, 100], [3, 1_500], [2, 6_000], [1, 70_000]);

const disk = weighted<DiskState>([3, 'full'], [2, 'slow'], [1, 'fine']);

const fuse: fc.Arbitrary<Fuse> = fc.record({ steps: fc.nat(25), isDone: fc.boolean() });

function step(windows: number): fc.Arbitrary<Step> {
  const at = place(windows);
  const simple = <K extends string>(...kinds: readonly (readonly [number, K])[]) =>
    fc.record({ kind: weighted(...kinds), at, wait });
  return fc.oneof(
    { weight: 14, arbitrary: simple([9, 'work'], [1, 'type'], [3, 'save'], [2, 'autoSave'], [2, 'open']) },
    { weight: 5, arbitrary: simple([2, 'compare'], [4, 'overwrite'], [1, 'takeTheirs']) },
    { weight: 3, arbitrary: simple([1, 'revert'], [1, 'close'], [2, 'visit'], [2, 'peek'], [2, 'refresh']) },
    {
      weight: 5,
      arbitrary: fc.record({ kind: fc.constant('console' as const), flow: fc.constant(FLOWS[0]), act, wait }),
    },
    { weight: 1, arbitrary: simple([1, 'kill']) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('fuse' as const), at, fuse, wait }) },
    {
      weight: 2,
      arbitrary: fc.oneof(
        { weight: 5, arbitrary: fc.record({ kind: fc.constant('disk' as const), disk, wait }) },
        { weight: 1, arbitrary: fc.record({ kind: fc.constant('renew' as const), wait }) },
      ),
    },
    { weight: 1, arbitrary: simple([1, 'cancel']) },
  );
}

/** Runs with this many windows, on the same two flows. */
export function runs(...windows: readonly number[]): fc.Arbitrary<Run> {
  return fc.constantFrom(...windows).chain((count) =>
    fc.record({
      windows: fc.constant(count),
      manners: fc.record({ respells: fc.boolean(), lag: weighted([6, 0], [1, 500], [1, 4_000]) }),
      changes: fc.array(planOf(faultOfChange), { maxLength: 6, size: 'max' }),
      reads: fc.array(planOf(faultOfRead), { maxLength: 40, size: 'max' }),
      steps: fc.array(step(count), { minLength: 1, maxLength: 16, size: 'max' }),
    }),
  );
}
