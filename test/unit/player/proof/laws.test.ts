import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFlow } from '../../../../src/flowjson/analyse';
import type { Flow } from '../../../../src/flowjson/model/flow';
import {
  carryOver,
  offeredAnswers,
  pathsThrough,
  project,
  start,
  step,
  type PlayerEvent,
  type PlayerState,
} from '../../../../src/player/player';
import { edit, edited } from '../../flowjson/proof/edits';
import { corpus, hasCorpus, samples } from '../../flowjson/proof/texts';
import { endpointFlow, formFlow, plainFlow, textOf } from '../../flowjson/mutants/bases';
import { choice, eventFor } from './events';

/** FULL_PROOF=1 takes 10,000 edits and every prefix. */
const full = process.env['FULL_PROOF'] === '1';

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}

const copy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

/** All that may be asked of a state works, and is plain JSON. */
function looked(flow: Flow, state: PlayerState): ReturnType<typeof project> {
  const shown = project(flow, state);
  expect(copy(state)).toEqual(state);
  expect(copy(shown)).toEqual(shown);
  offeredAnswers(flow, state);
  return shown;
}

const bases = [plainFlow(), endpointFlow(), formFlow(), formFlow('5.1'), endpointFlow('6.2')].map(textOf);
const all = [...samples, ...corpus, ...bases.map((text, index) => ({ name: `base ${index}`, text }))];

describe('a running flow', () => {
  it.each(all.map(({ name, text }) => [name, text] as const))('%s: keeps its laws', (_, text) => {
    const flow = parseFlow(text);
    fc.assert(
      fc.property(
        fc.array(choice, { minLength: 1, maxLength: 25, size: 'max' }),
        fc.boolean(),
        (choices, asks) => {
          const first = start(flow, asks ? { action: 'data_exchange' } : {});
          let { state } = first;
          const events: PlayerEvent[] = [];
          const states: PlayerState[] = [state];
          for (const one of choices) {
            const event = eventFor(flow, state, looked(flow, frozen(state)), one);
            events.push(event);
            const next = step(flow, state, event);
            expect(copy(next.effects)).toEqual(next.effects);
            // The same state, also one read from a file, and the same event give the same.
            expect(step(parseFlow(text), copy(state), copy(event))).toEqual(next);
            ({ state } = next);
            states.push(state);
          }
          // Stepping back: from any old state the same events lead to the same end.
          const from = Math.floor(states.length / 2);
          const again = events.slice(from).reduce((at, event) => step(flow, at, event).state, states[from]!);
          expect(again).toEqual(state);
        },
      ),
      { numRuns: full ? 200 : 6 },
    );
  });

  it.skipIf(!hasCorpus)('runs real flows too (skipped where ../shared/corpus is absent)', () => {
    expect(corpus.length).toBeGreaterThan(30);
  });
});

describe('half-typed flows', () => {
  it.each([...samples, ...corpus].map(({ name, text }) => [name, text] as const))(
    '%s: every beginning of it runs, and carries on',
    (_, text) => {
      const stepSize = full ? 1 : Math.max(1, Math.floor(text.length / 40));
      let flow: Flow | undefined;
      let state: PlayerState | undefined;
      for (let end = 0; end <= text.length; end += stepSize) {
        flow = parseFlow(text.slice(0, end), flow);
        pathsThrough(flow, 20);
        looked(flow, start(flow).state);
        // The last screen, which is being typed.
        const last = flow.screens.at(-1)?.id;
        if (last !== undefined) looked(flow, start(flow, { screen: last }).state);
        state = (state ? carryOver(flow, state) : start(flow)).state;
        looked(flow, state);
      }
    },
    full ? 600_000 : 20_000,
  );
});

describe('changed flows', () => {
  const runs = full ? 2500 : 150;
  it(
    `run after each of ${runs * 4} changes`,
    () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...bases, ...samples.map(({ text }) => text).filter(({ length }) => length < 6000)),
          fc.array(fc.tuple(edit, choice), { minLength: 4, maxLength: 4, size: 'max' }),
          (base, changes) => {
            let text = base;
            let flow = parseFlow(text);
            let { state } = start(flow);
            for (const [change, one] of changes) {
              text = edited(text, change);
              flow = parseFlow(text, flow);
              // Also a state that nobody has carried over.
              ({ state } = step(flow, state, eventFor(flow, state, looked(flow, state), one)));
              ({ state } = carryOver(flow, frozen(state)));
              ({ state } = step(flow, state, eventFor(flow, state, looked(flow, state), one)));
              looked(flow, start(flow).state);
            }
          },
        ),
        { numRuns: runs },
      );
    },
    full ? 600_000 : 60_000,
  );
});
