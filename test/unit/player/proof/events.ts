import fc from 'fast-check';
import type { Json, PlayerEvent, Projection } from '../../../../src/player/player';
import type { PlayerState } from '../../../../src/player/player';
import { below } from './driver';
import { offeredAnswers } from '../../../../src/player/player';
import type { Flow } from '../../../../src/flowjson/model/flow';

/** Numbers that choose what happens next, and to what. */
export const choice = fc.record({ kind: fc.nat(), at: fc.nat(), value: fc.nat() });
type Choice = typeof choice extends fc.Arbitrary<infer Value> ? Value : never;

const texts = [
  '',
  'Ada',
  'a@b.co',
  '12',
  '0123',
  '2026-05-05',
  '1777939200000',
  'x'.repeat(700),
  '😀',
  '__proto__',
];
const answers: readonly Json[] = [
  null,
  {},
  [],
  { screen: 'SUCCESS', data: { extension_message_response: { params: { a: [null] } } } },
  { screen: 'SUCCESS' },
  { screen: '__proto__', data: {} },
  { screen: 'FIRST', data: { error_message: 'No', __proto__x: 1 } },
];

/** An event that makes sense now, most of the time; now and then one that does not. */
export function eventFor(
  flow: Flow,
  state: PlayerState,
  shown: Projection,
  { kind, at, value }: Choice,
): PlayerEvent {
  const pick = <Item>(list: readonly Item[], index = at): Item | undefined =>
    list[index % Math.max(1, list.length)];
  const drawn = shown.screen
    ? below([...shown.screen.components, ...(shown.screen.footer ? [shown.screen.footer] : [])])
    : [];
  const inputs = drawn.filter(({ input }) => input !== null);
  const input = pick(inputs);
  const name = input?.name ?? 'nobody';
  const text = pick(texts, value)!;
  const option = pick(input?.options ?? [], value)?.id ?? text;
  if (state.phase.is === 'waiting' && kind % 4 !== 0) {
    const offered = pick(offeredAnswers(flow, state), value)?.answer;
    return kind % 5 === 0
      ? {
          is: 'failed',
          failure: { error: 'timeout_error', ...(value % 2 === 0 && { status: 421 + (value % 12) }) },
        }
      : { is: 'answered', answer: offered ?? pick(answers, value)! };
  }
  switch (kind % 16) {
    case 0:
    case 1:
      return { is: 'typed', name, text };
    case 2:
    case 3:
      return { is: 'chosen', name, option };
    case 4:
      return { is: value % 2 === 0 ? 'chosen' : 'unchosen', name };
    case 5:
      return { is: 'unchosen', name, option };
    case 6:
      return {
        is: 'dated',
        name,
        value: pick<Json>([text, null, { 'start-date': text, 'end-date': '2026-05-09' }, 5, {}], at)!,
      };
    case 7:
      return { is: 'attached', name, files: [{ file_name: text, mime_type: 'image/png', kilobytes: value }] };
    case 8:
      return { is: 'detached', name, file: `mock-${value % 3}` };
    case 9:
      return { is: 'left', name };
    case 10:
      return { is: 'back' };
    case 11:
      return { is: 'supplied', screen: state.stack.at(-1) ?? text, data: { [text]: pick(answers, at)! } };
    case 12:
      if (value % 8 === 1) {
        return { is: 'jumped', screen: pick(flow.screens)?.id ?? text };
      }
      return value % 8 === 0 ? { is: 'restarted', keepData: at % 2 === 0 } : { is: 'dismissed' };
    case 13:
      return { is: 'answered', answer: pick(answers, value)! };
    default: {
      const tappable = drawn.filter(
        ({ action, options }) => action !== null || options.some((one) => one.action),
      );
      const target = pick(tappable) ?? pick(drawn);
      const item = pick(target?.options ?? [], value)?.id;
      return { is: 'tapped', key: target?.key ?? text, ...(item !== undefined && { item }) };
    }
  }
}
