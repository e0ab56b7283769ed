import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buttons, defaultLook, faults, type ToHost } from '../../../../src/webview/local/contract';
import { readLook } from '../../../../src/webview/local/readLook';
import { readState, readToHost } from '../../../../src/webview/local/readToHost';

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2]);

const messages: readonly ToHost[] = [
  { type: 'ready' },
  { type: 'act', event: { is: 'typed', name: 'a', text: 'b' } },
  { type: 'act', event: { is: 'chosen', name: 'a', option: '1' } },
  { type: 'act', event: { is: 'unchosen', name: 'a' } },
  { type: 'act', event: { is: 'dated', name: 'a', value: { 'start-date': '2025-01-01' } } },
  { type: 'act', event: { is: 'dated', name: 'a', value: null } },
  {
    type: 'act',
    event: { is: 'attached', name: 'a', files: [{ file_name: 'a', mime_type: 'b', kilobytes: 7 }] },
  },
  { type: 'act', event: { is: 'detached', name: 'a', file: 'mock-1' } },
  { type: 'act', event: { is: 'left', name: 'a' } },
  { type: 'act', event: { is: 'tapped', key: '1' } },
  { type: 'act', event: { is: 'tapped', key: '1', item: 'x' } },
  { type: 'act', event: { is: 'back' } },
  { type: 'act', event: { is: 'dismissed' } },
  ...buttons.map((button) => ({ type: 'press', button }) as const),
  { type: 'look', look: defaultLook },
  { type: 'reveal', start: 1, end: 9 },
  { type: 'goTo', screen: 'A' },
  { type: 'restart', keepData: true },
  { type: 'stepBack', number: 0 },
  { type: 'answer', answer: { screen: 'A', data: {} }, keep: false },
  { type: 'answer', answer: null, keep: true },
  ...faults.map((fault) => ({ type: 'fault', fault }) as const),
  { type: 'supply', screen: 'A', text: '{' },
  { type: 'preset', is: 'keep', name: 'mine' },
  { type: 'fixes', flag: 3 },
  { type: 'fix', flag: 3, index: 0 },
  { type: 'picture', of: 'all', then: 'copy' },
  { type: 'drawn', png, then: 'save' },
];

describe('readToHost', () => {
  it.each(messages.map((message) => [JSON.stringify(message).slice(0, 60), message] as const))(
    'reads %s',
    (_, message) => {
      expect(readToHost(message)).toEqual(message);
      expect(readToHost({ ...message, other: 1 })).toEqual(message);
    },
  );

  it('refuses every message that lacks one of its parts or has another one in its place', () => {
    const mandatory = (message: object) => Object.keys(message);
    for (const message of messages) {
      for (const key of mandatory(message)) {
        expect(
          readToHost({ ...message, [key]: undefined }),
          `${message.type} without ${key}`,
        ).toBeUndefined();
        expect(readToHost({ ...message, [key]: () => 1 }), `${message.type}, ${key}`).toBeUndefined();
      }
    }
  });

  it.each([
    ['an endpoint that answers by a tap', { type: 'act', event: { is: 'answered', answer: {} } }],
    ['a restart by a tap', { type: 'act', event: { is: 'restarted', keepData: true } }],
    ['a file of no size', { type: 'act', event: { is: 'attached', name: 'a', files: [{ file_name: 'a' }] } }],
    ['an end before the start', { type: 'reveal', start: 9, end: 1 }],
    ['half an offset', { type: 'reveal', start: 0.5, end: 1 }],
    ['a picture that is none', { type: 'drawn', png: Uint8Array.from([1, 2, 3]), then: 'save' }],
    ['an inherited type', { type: 'constructor' }],
    ['a button of nobody', { type: 'press', button: 'format' }],
    ['a scale of a giant', { type: 'look', look: { ...defaultLook, scale: 40 } }],
    ['no number', { type: 'look', look: { ...defaultLook, width: Number.NaN } }],
    ['an answer that is no JSON', { type: 'answer', answer: new Map(), keep: false }],
  ])('refuses %s', (_, message) => {
    expect(readToHost(message)).toBeUndefined();
  });

  it('refuses an answer that is nested too deeply to be walked', () => {
    let answer: unknown = 1;
    for (let depth = 0; depth < 10_000; depth += 1) answer = [answer];
    expect(readToHost({ type: 'answer', answer, keep: false })).toBeUndefined();
  });

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom(...messages), (junk, message) => {
        readToHost(junk);
        readState(junk);
        readLook(junk);
        for (const key of Object.keys(message)) if (key !== 'type') readToHost({ ...message, [key]: junk });
      }),
    );
  });
});

it('reads the state of a panel, and nothing that is none', () => {
  expect(readState({ uri: 'file:///a', pinned: true, more: 1 })).toEqual({ uri: 'file:///a', pinned: true });
  expect(readState({ uri: 7, pinned: true })).toBeUndefined();
  expect(readState(undefined)).toBeUndefined();
});
