import { expect, it } from 'vitest';
import { say } from '../../../../src/flowjson/message';
import type { Flag, LogEntry, Picture } from '../../../../src/webview/local/contract';
import { atFirst, taken } from '../../../../src/webview/local/pageState';

const entry = (number: number, text = 'x'): LogEntry => ({
  number,
  at: 0,
  kind: 'tap',
  message: { template: text, args: [] },
  details: [],
});
const flag: Flag = { id: 3, severity: 'error', text: 'A label is missing.', code: 'X' };
const picture = { round: 0, flags: { '0': [flag] } } as unknown as Picture;

it('replaces the log from a number on', () => {
  let state = taken(atFirst, { type: 'log', from: 0, entries: [entry(0), entry(1), entry(2)] });
  state = taken(state, { type: 'log', from: 1, entries: [entry(1, 'new')] });
  expect(state.log).toEqual([entry(0), entry(1, 'new')]);
  expect(taken(state, { type: 'log', from: 2, entries: [] }).log).toEqual(state.log);
});

it('forgets quick fixes with the problem that they mend', () => {
  const shown = (flags: Picture['flags'], before = atFirst) =>
    taken(before, { type: 'show', picture: { ...picture, flags }, parcels: {} });
  const state = taken(shown({ '0': [flag] }), { type: 'fixes', flag: 3, titles: ['Mend it'] });
  expect(state.fixes).toEqual({ 3: ['Mend it'] });
  expect(shown({ '1': [{ ...flag }] }, state).fixes).toEqual({ 3: ['Mend it'] });
  expect(shown({ '0': [{ ...flag, text: 'Another one.' }] }, state).fixes).toEqual({});
  expect(shown({}, state).fixes).toEqual({});
});

it('has no inspect tool where there is nothing to inspect', () => {
  expect(taken(atFirst, { type: 'inspect' }).inspects).toBe(false);
  const shown = taken(atFirst, { type: 'show', picture, parcels: {} });
  const inspecting = taken(shown, { type: 'inspect' });
  expect(inspecting.inspects).toBe(true);
  expect(taken(inspecting, { type: 'inspect' }).inspects).toBe(false);
  expect(taken(inspecting, { type: 'nothing', reason: say('Close') })).toMatchObject({
    picture: null,
    inspects: false,
  });
});

it('tells one saying from the next with the same words', () => {
  const once = taken(atFirst, { type: 'say', message: say('Close') });
  expect(taken(once, { type: 'say', message: say('Close') }).said?.count).toBe(2);
});
