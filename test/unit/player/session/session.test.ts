import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFlow } from '../../../../src/flowjson/analyse';
import { advance, begin, carry, mostEntries, project, rewind } from '../../../../src/player/player';
import type { PlayerEvent, Session } from '../../../../src/player/player';
import { endpointFlow, formFlow, plainFlow, textOf } from '../../flowjson/mutants/bases';
import { edit, edited } from '../../flowjson/proof/edits';
import { choice, eventFor } from '../proof/events';

const texts = [plainFlow(), endpointFlow(), formFlow(), endpointFlow('6.2')].map(textOf);
const flow = parseFlow(texts[0]!);
const typed = (text: string): PlayerEvent => ({ is: 'typed', name: 'name', text });

describe('a session', () => {
  it('begins with the opening, and counts what happens from there', () => {
    let session = begin(flow, {}, 7);
    expect(session.entries).toMatchObject([
      { number: 0, at: 7, event: null, effects: [{ is: 'navigated' }] },
    ]);
    session = advance(flow, session, { is: 'back' }, 9);
    expect(session.entries.map(({ number, at }) => [number, at])).toEqual([
      [0, 7],
      [1, 9],
    ]);
    expect(session.entries[1]).toMatchObject({ event: { is: 'back' }, effects: [{ is: 'refused' }] });
    expect(session.state).toBe(session.entries[1]!.state);
  });

  it('keeps the latest entries, and their numbers', () => {
    let session = begin(flow, {}, 0);
    for (let at = 1; at < mostEntries + 3; at += 1) session = advance(flow, session, { is: 'dismissed' }, at);
    expect(session.entries).toHaveLength(mostEntries);
    expect([session.entries[0]!.number, session.entries.at(-1)!.number]).toEqual([3, mostEntries + 2]);
    expect(rewind(flow, session, 2)).toBe(session);
    const back = rewind(flow, session, 4);
    expect(back.entries.map(({ number }) => number)).toEqual([3, 4]);
    expect(advance(flow, back, { is: 'back' }, 0).entries.at(-1)!.number).toBe(5);
  });

  it('steps back into the text of now', () => {
    const text = textOf(formFlow());
    const before = parseFlow(text);
    const session = advance(before, begin(before, {}, 0), { is: 'dismissed' }, 1);
    const now = parseFlow(text.replaceAll('FIRST', 'ANOTHER'));
    const carried = carry(now, session, before);
    expect(carried.entries).toBe(session.entries);
    expect(project(now, rewind(now, carried, 0).state).screen).not.toBeNull();
  });

  describe('whose text changes', () => {
    const text = textOf(endpointFlow());
    const ids = parseFlow(text).screens.map(({ id }) => id!);
    /** Typed in one state of the text after the other. */
    const through = (
      session: Session,
      ...texts: readonly string[]
    ): [ReturnType<typeof parseFlow>, Session] =>
      texts.reduce<[ReturnType<typeof parseFlow>, Session]>(
        ([before, carried], next) => {
          const now = parseFlow(next, before);
          return [now, carry(now, carried, before)];
        },
        [parseFlow(text), session],
      );
    const jumped = (() => {
      const opened = parseFlow(text);
      const there = advance(opened, begin(opened, {}, 0), { is: 'jumped', screen: ids[1]! }, 1);
      return advance(opened, there, { is: 'supplied', screen: ids[1]!, data: { mine: 1 } }, 2);
    })();
    const called = (id: string) => text.replaceAll(`"${ids[1]!}"`, `"${id}"`);

    it('stays on a screen while that is given another id, letter by letter', () => {
      const half = called('').replace('"id": "",', '');
      const [now, session] = through(jumped, called(''), half, called('P'), called('PI'), called('PICK'));
      expect(now.screen('PICK')).toBeDefined();
      expect(session.state.stack.at(-1)).toBe('PICK');
      expect(session.state.screens['PICK']).toEqual(jumped.state.screens[ids[1]!]);
      expect(rewind(now, session, 1).state.stack.at(-1)).toBe('PICK');
      const [, undone] = through(jumped, called('P'), text);
      expect(undone.state).toEqual(jumped.state);
    });

    it('stays on it while the letters are the id of another screen', () => {
      const [, session] = through(jumped, called(ids[0]!), called(`${ids[0]!}_TOO`));
      expect(session.state.stack.at(-1)).toBe(`${ids[0]!}_TOO`);
    });

    it('is where it was when what was taken away comes back', () => {
      const without = JSON.parse(text) as { screens: { id: string }[] };
      without.screens = without.screens.filter(({ id }) => id !== ids[1]);
      const [, gone] = through(jumped, JSON.stringify(without));
      expect(gone.state.stack).not.toContain(ids[1]);
      const [, back] = through(jumped, JSON.stringify(without), text);
      expect(back.state).toEqual(jumped.state);
    });

    it('opens another flow once, not at each of its letters', () => {
      const other = ids.reduce((whole, id) => whole.replaceAll(`"${id}"`, `"NEW_${id}"`), text);
      const opened = parseFlow(text);
      const options = { action: 'data_exchange' } as const;
      const begun = advance(opened, begin(opened, options, 0), { is: 'jumped', screen: ids[0]! }, 1);
      const pasted = `{ "version": "7.0", "screens": [{ "id": "X" }, ${other.slice(other.indexOf('[') + 1)}`;
      const first = parseFlow(pasted);
      const session = carry(first, begun, opened);
      const second = parseFlow(`${pasted} `, first);
      expect(carry(second, session, first).state).toEqual(session.state);
      expect(carry(second, session, first).origin).toBe(session.origin);
      expect(session.origin).toBe(session.state);
    });
  });

  it('changes nothing for an entry that is not there', () => {
    const session = advance(flow, begin(flow, {}, 0), typed('x'), 1);
    for (const number of [-1, 2, NaN, 0.5]) expect(rewind(flow, session, number)).toBe(session);
  });
});

describe('every session', () => {
  it('comes to the same again after stepping back, and never loses an entry otherwise', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(choice, { minLength: 1, maxLength: 20, size: 'max' }),
        fc.nat(),
        (text, choices, to) => {
          const flow = parseFlow(text);
          let session = begin(flow, {}, 0);
          for (const [at, one] of choices.entries()) {
            const event = eventFor(flow, session.state, project(flow, session.state), one);
            const next = advance(flow, session, event, at);
            expect(next.entries.slice(0, -1)).toEqual(session.entries);
            session = next;
          }
          expect(JSON.parse(JSON.stringify(session))).toEqual(session);
          const number = to % session.entries.length;
          const later = session.entries.slice(number + 1);
          const again = later.reduce(
            (at, { event, at: time }) => advance(flow, at, event!, time),
            rewind(flow, session, number),
          );
          expect(again).toEqual(session);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('goes on through any change of the text, and can be stepped back in it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(fc.tuple(edit, choice, fc.nat()), { minLength: 1, maxLength: 8 }),
        (base, changes) => {
          let text = base;
          let flow = parseFlow(text);
          let session: Session = begin(flow, {}, 0);
          for (const [change, one, to] of changes) {
            text = edited(text, change);
            const before = flow;
            flow = parseFlow(text, flow);
            const carried = carry(flow, session, before);
            expect(carried.entries).toBe(session.entries);
            const event = eventFor(flow, carried.state, project(flow, carried.state), one);
            session = advance(flow, carried, event, 0);
            const back = rewind(flow, session, to % session.entries.length);
            expect(back.entries.length).toBe((to % session.entries.length) + 1);
            project(flow, back.state);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
