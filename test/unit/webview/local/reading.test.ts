import { expect, it } from 'vitest';
import { say } from '../../../../src/flowjson/message';
import { defaultLook, type ToPage } from '../../../../src/webview/local/contract';
import { readToPage } from '../../../../src/webview/local/reading';
import { running } from '../../player/run';

const messages: readonly ToPage[] = [
  { type: 'start', state: { uri: 'a', pinned: true }, language: 'id', look: defaultLook },
  {
    type: 'show',
    parcels: {},
    picture: {
      name: 'a',
      pinned: false,
      projection: running([]).projection,
      flags: {},
      mark: null,
      elsewhere: null,
      behind: null,
      shownAs: null,
      screens: [],
      hosted: false,
      round: 0,
    },
  },
  { type: 'nothing', reason: say('Close') },
  { type: 'log', from: 0, entries: [] },
  { type: 'waiting', waiting: null },
  { type: 'data', data: null },
  { type: 'endpoint', endpoint: { address: null, last: null } },
  { type: 'fixes', flag: 1, titles: [] },
  { type: 'draw', screens: null, then: 'copy', parcels: {} },
  { type: 'inspect' },
  { type: 'say', message: say('Close') },
];

it.each(messages.map((message) => [message.type, message] as const))('reads %s', (_type, message) => {
  expect(readToPage(message)).toBe(message);
});

it.each(messages.filter(({ type }) => type !== 'inspect').map(({ type }) => type))(
  'passes over %s without what belongs to it',
  (type) => {
    expect(readToPage({ type })).toBeUndefined();
  },
);

it.each([
  null,
  'start',
  [],
  {},
  { type: 'constructor' },
  { type: 7 },
  { type: 'draw', screens: {}, then: 'x' },
])('passes over %j', (value) => {
  expect(readToPage(value)).toBeUndefined();
});
