import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { NetworkError, NotFoundError } from '../../../src/cams/errors';
import { house, space, summaries, turns } from './house';

type Step =
  | { kind: 'add' | 'forget'; id: string }
  | { kind: 'read'; id: string; status: string | undefined }
  | { kind: 'restart' };
type Event = Step | { kind: 'list'; pages: { ids: string[]; meanwhile: Step[] }[]; breaks: boolean };

interface Model {
  readonly listed: Set<string>;
  readonly added: Set<string>;
  readonly statuses: Map<string, string>;
}

const id = fc.integer({ min: 1, max: 12 }).map(String);
const change = fc.oneof(
  fc.record({ kind: fc.constantFrom('add' as const, 'forget' as const), id }),
  fc.record({
    kind: fc.constant('read' as const),
    id,
    status: fc.option(fc.constantFrom('DRAFT', 'PUBLISHED'), { nil: undefined }),
  }),
);
const listing = fc.record({
  kind: fc.constant('list' as const),
  pages: fc.array(
    fc.record({
      ids: fc.array(id, { minLength: 1, maxLength: 5 }),
      meanwhile: fc.array(change, { maxLength: 2 }),
    }),
    {
      maxLength: 4,
    },
  ),
  breaks: fc.boolean(),
});
const events: fc.Arbitrary<Event[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: change },
    { weight: 3, arbitrary: listing },
    { weight: 1, arbitrary: fc.constant({ kind: 'restart' as const }) },
  ),
  { maxLength: 12 },
);

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

it('whatever arrives in whatever order, the store shows what a simple model shows', async () => {
  await fc.assert(
    fc.asyncProperty(events, async (history) => {
      const model: Model = { listed: new Set(), added: new Set(), statuses: new Map() };
      const here = house();
      let { flows, store } = here;

      const apply = async (step: Step): Promise<void> => {
        switch (step.kind) {
          case 'add':
            await store.add(step.id);
            model.added.add(step.id);
            return;
          case 'forget':
            await store.forget(step.id);
            model.added.delete(step.id);
            return;
          case 'read': {
            const reading = store.read(step.id).catch(() => undefined);
            await turns();
            const [request] = here.cams.reads;
            if (step.status === undefined) await request!.fail(new NotFoundError({ operation: 'GetFlow' }));
            else {
              await request!.answer({ flowId: step.id, status: step.status });
              model.statuses.set(step.id, step.status);
            }
            await reading;
            return;
          }
          case 'restart':
            flows.dispose();
            await turns();
            flows = here.open();
            store = flows.store(space);
            await store.load();
            for (const known of model.statuses.keys()) {
              if (!model.listed.has(known) && !model.added.has(known)) model.statuses.delete(known);
            }
        }
      };

      for (const event of history) {
        if (event.kind !== 'list') {
          await apply(event);
        } else {
          const seen = new Set<string>();
          const done = store.refresh().catch(() => undefined);
          await turns();
          let ended = false;
          for (const { ids, meanwhile } of event.pages) {
            // A page without anything new is the end.
            ended = ids.every((each) => seen.has(each));
            await here.cams.lists[0]!.answer(summaries(...ids));
            if (ended) break;
            for (const each of ids) {
              seen.add(each);
              model.listed.add(each);
            }
            for (const step of meanwhile) await apply(step);
          }
          if (!ended && event.breaks) {
            await here.cams.lists[0]!.fail(new NetworkError({ operation: 'ListFlow', reason: 'timeout' }));
          } else {
            if (!ended) await here.cams.lists[0]!.answer([]);
            for (const each of model.listed) {
              if (seen.has(each)) continue;
              model.listed.delete(each);
              if (!model.added.has(each)) model.statuses.delete(each);
            }
          }
          await done;
        }
        const shown = store.flows.map(({ ref, status, added }) => [ref.flowId, status, added]);
        const expected = [...new Set([...model.listed, ...model.added])].map((each) => [
          each,
          model.statuses.get(each),
          model.added.has(each),
        ]);
        expect(shown.sort()).toEqual(expected.sort());
      }
      flows.dispose();
    }),
    { numRuns: 150 },
  );
});
