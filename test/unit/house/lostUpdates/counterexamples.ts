import type { Run } from './plans';
import { smooth } from './wire';

const at = { window: 0, flow: '41' };
const other = { window: 1, flow: '41' };
const slow = { ...smooth, there: 700 };

interface Counterexample {
  readonly name: string;
  readonly run: Run;
}

/** Runs that broke the law: the product was mended, or the law was wrong. Written out, so that they outlive other plans. */
export const counterexamples: readonly Counterexample[] = [
  {
    name: 'a save and a revert in the same instant: the stat of the one is taken for that of the other',
    run: {
      windows: 1,
      manners: { respells: false, lag: 500 },
      changes: [],
      reads: [
        ...[smooth, smooth, smooth, slow, smooth, slow],
        { ...smooth, before: 'write', after: 'write' },
        { ...smooth, fault: 'lostBefore', before: 'goBack' },
      ],
      steps: [
        { kind: 'save', at, wait: 6_000 },
        { kind: 'work', at, wait: 1_500 },
        { kind: 'work', at, wait: 5 },
        { kind: 'close', at, wait: 1_500 },
        { kind: 'save', at, wait: 100 },
        { kind: 'save', at, wait: 100 },
        { kind: 'refresh', at, wait: 6_000 },
      ],
    },
  },
  {
    name: 'two windows that save the same text at the same moment, and one dies: only of its own save it owes an account',
    run: {
      windows: 2,
      manners: { respells: false, lag: 0 },
      changes: [],
      reads: [],
      steps: [
        { kind: 'fuse', at, fuse: { steps: 24, isDone: false }, wait: 70_000 },
        { kind: 'console', flow: '41', act: 'respell', wait: 100 },
        { kind: 'save', at, wait: 5 },
        { kind: 'save', at: other, wait: 70_000 },
        { kind: 'overwrite', at, wait: 1_500 },
      ],
    },
  },
  {
    name: 'a disk that takes seconds to keep what is overwritten: the look before is old by then',
    run: {
      windows: 1,
      manners: { respells: false, lag: 0 },
      changes: [],
      reads: [],
      steps: [
        { kind: 'disk', disk: 'slow', wait: 100 },
        { kind: 'work', at, wait: 6_000 },
      ],
    },
  },
];
