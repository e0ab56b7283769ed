import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { statusOf } from '../../../src/links/status';
import { bytesOf, furnish, house, meaning } from './house';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const X = 'x.flow.json';

/** What can happen to a linked file and its flow, in any order. */
type Step =
  | { readonly kind: 'check' | 'pull' | 'push' | 'decideHere' | 'decideThere' | 'merge' }
  /** Somebody saves the file, or writes to CAMS; at once, or while the next step waits for CAMS. */
  | { readonly kind: 'edit' | 'remote'; readonly text: string; readonly meanwhile: boolean };

const texts = fc.constantFrom<string>(
  '{"version":"1"}',
  '{"version": "1"}',
  '{"version":"2"}',
  '{"version":"3"}',
  'no JSON',
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<Step>({ kind: 'check' }, { kind: 'pull' }, { kind: 'push' }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Step>({ kind: 'decideHere' }, { kind: 'decideThere' }, { kind: 'merge' }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom<'edit' | 'remote'>('edit', 'remote'),
      text: texts,
      meanwhile: fc.boolean(),
    }),
  },
);
const pair = fc.record({
  here: fc.option(texts, { nil: undefined }),
  there: fc.option(texts, { nil: undefined }),
  synced: fc.option(texts, { nil: undefined }),
});

describe('a file and its flow', () => {
  it('lose no text, whoever writes when, and their status is true', async () => {
    await fc.assert(
      fc.asyncProperty(pair, fc.array(step, { minLength: 1, maxLength: 12 }), async (start, steps) => {
        const rooms = house();
        await furnish(rooms, { [X]: start });
        const { links, files, flows, hooks, kept, linkOf, status } = rooms;
        /** Everything that anybody has ever saved, here or there. */
        const saved = new Set([start.here, start.there].filter((text) => text !== undefined));
        const later: (() => void)[] = [];
        // A second writer of CAMS does not keep what they overwrite: that text is theirs to lose.
        const writeRemote = (text: string) => {
          const before = flows.get(X);
          if (before !== undefined) saved.delete(before);
          flows.set(X, text);
          saved.add(text);
        };
        // Neither does a person who types over their own text.
        const edit = (text: string) => {
          const before = files.text(`/w/${X}`);
          if (before !== undefined) saved.delete(before);
          files.put(`/w/${X}`, text);
          saved.add(text);
        };
        hooks.before = () => later.shift()?.();

        for (const step of steps) {
          if (step.kind === 'edit' || step.kind === 'remote') {
            const act = () => (step.kind === 'edit' ? edit(step.text) : writeRemote(step.text));
            if (step.meanwhile) later.push(act);
            else act();
            await vi.advanceTimersByTimeAsync(300);
            continue;
          }
          const link = linkOf(X);
          const remote = flows.get(X);
          const keptBefore = kept.length;
          if (step.kind === 'decideHere') await links.push([link], { overwrite: true });
          else if (step.kind === 'decideThere') await links.pull([link], { overwrite: true });
          else if (step.kind === 'merge' && remote !== undefined) await links.seen(link, bytesOf(remote));
          else if (step.kind !== 'merge') await links[step.kind]([link]);
          await vi.advanceTimersByTimeAsync(300);

          const here = files.text(`/w/${X}`);
          const there = flows.get(X);
          // Nobody has decided: only what both had in common may go.
          const gone = kept
            .slice(keptBefore)
            .filter(({ origin, text }) => origin === 'overwritten' && text !== there);
          if (step.kind === 'pull') expect(gone).toEqual([]);
          if (step.kind === 'push')
            expect(gone.filter(({ text }) => meaning(text) !== link.synced)).toEqual([]);
          const everywhere = new Set([here, there, ...kept.map(({ text }) => text)]);
          expect([...saved].filter((text) => !everywhere.has(text))).toEqual([]);
        }

        later.length = 0;
        await links.check([linkOf(X)]);
        const [here, there] = [files.text(`/w/${X}`), flows.get(X)];
        const sides = {
          here: { meaning: here === undefined ? undefined : meaning(here) },
          there: { at: 0, meaning: there === undefined ? undefined : meaning(there) },
        };
        expect(status(X)).toBe(statusOf({ ...sides, synced: linkOf(X).synced }));
        if (status(X) === 'same') expect(sides.here.meaning).toBe(sides.there.meaning);
        links.dispose();
      }),
      { numRuns: 300 },
    );
  });
});
