import { expect, it } from 'vitest';
import { say } from '../../../../src/flowjson/message';
import type { LogEntry, Picture } from '../../../../src/webview/local/contract';
import { atFirst, taken } from '../../../../src/webview/local/pageState';

const entry = (number: number, text = 'x'): LogEntry => ({
  number,
  at: 0,
  kind: 'tap',
  message: { template: text, args: [] },
  details: [],
});
const picture = { round: 0 } as Picture;

it('replaces the log from a number on', () => {
  let state = taken(atFirst, { type: 'log', from: 0, entries: [entry(0), entry(1), entry(2)] });
  state = taken(state, { type: 'log', from: 1, entries: [entry(1, 'new')] });
  expect(state.log).toEqual([entry(0), entry(1, 'new')]);
  expect(taken(state, { type: 'log', from: 2, entries: [] }).log).toEqual(state.log);
});

it('forgets quick fixes with the picture that they belong to', () => {
  const state = taken(atFirst, { type: 'fixes', flag: 3, titles: ['Mend it'] });
  expect(state.fixes).toEqual({ 3: ['Mend it'] });
  expect(taken(state, { type: 'show', picture, parcels: {} }).fixes).toEqual({});
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
