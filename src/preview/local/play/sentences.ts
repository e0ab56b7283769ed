import { say, shortened, type Message } from '../../../flowjson/message';
import { isBlank, isObject, own, type Json } from '../../../player/json';
import type { Effect, EndpointRequest, PlayerEvent } from '../../../player/player';
import type { Entry } from '../../../player/session/session';
import type { LogEntry } from '../../../webview/local/contract';
import type { Note } from './details';
import { hidden } from './secrets';

type Told = Pick<LogEntry, 'kind' | 'message'>;

/** What happened in an entry, in a sentence. Nothing where it is not worth a line: a cursor that left an input. */
export function sentenceOf(entry: Entry, note: Note | undefined, value: Json): Told | undefined {
  const find = <Kind extends Effect['is']>(kind: Kind) =>
    entry.effects.find((effect): effect is Extract<Effect, { is: Kind }> => effect.is === kind);
  const wrong = find('stopped') ?? find('refused');
  if (wrong) return { kind: 'problem', message: wrong.reason };
  const end = find('completed');
  if (end) {
    const message = end.success
      ? say('The flow is complete.')
      : say('The flow is complete, on a screen that is no success.');
    return { kind: 'complete', message };
  }
  const { event } = entry;
  if (event?.is === 'answered') return { kind: 'answer', message: answered(event.answer, note) };
  const asked = find('dataExchangeRequested');
  if (asked) return { kind: 'request', message: requested(asked.request) };
  const opened = find('navigated');
  if (event === null || event.is === 'restarted') return opening(entry, opened?.to);
  if (event.is === 'jumped') return { kind: 'navigate', message: say('You went to {0}.', event.screen) };
  if (opened) return { kind: 'navigate', message: moved(opened) };
  const url = find('urlOpened');
  if (url) return { kind: 'tap', message: say('A tap opens {0}', shortened(url.url, 200)) };
  return ofEvent(event, find('dataUpdated')?.screen, value);
}

function opening({ event, state }: Entry, to: string | undefined): Told {
  if (state.phase.is === 'empty') return { kind: 'problem', message: state.phase.reason };
  const screen = to ?? '';
  const message =
    event === null ? say('The flow opens with {0}.', screen) : say('The flow starts anew with {0}.', screen);
  return { kind: 'open', message };
}

function requested({ action, screen = '' }: EndpointRequest): Message {
  switch (action) {
    case 'INIT':
      return say('The flow asks the endpoint for its first screen.');
    case 'BACK':
      return say('Going back from {0} asks the endpoint.', screen);
    case 'data_exchange':
      return say('{0} asks the endpoint.', screen);
  }
}

function answered(answer: Json, note: Note | undefined): Message {
  const name = isObject(answer) ? own(answer, 'screen') : undefined;
  const screen = typeof name === 'string' ? shortened(name) : '';
  switch (note?.by) {
    case 'endpoint':
      return say('The endpoint answered with {0} (HTTP {1}, {2} ms).', screen, 200, note.milliseconds ?? 0);
    case 'rule':
      return say('A rule of the mock file answered with {0}.', screen);
    default:
      return say('You answered with {0}.', screen);
  }
}

function moved({ from, to, back }: Extract<Effect, { is: 'navigated' }>): Message {
  if (back) return say('Back to {0}.', to);
  return from === undefined ? say('The flow opens with {0}.', to) : say('From {0} to {1}.', from, to);
}

function ofEvent(event: PlayerEvent, updated: string | undefined, value: Json): Told | undefined {
  switch (event.is) {
    case 'typed':
    case 'chosen':
    case 'unchosen':
    case 'dated':
    case 'attached':
    case 'detached':
      return { kind: 'input', message: filled(event.name, value) };
    case 'supplied':
      return { kind: 'data', message: say('You set the data of {0}.', event.screen) };
    default:
      if (updated === undefined) return undefined;
      return { kind: 'data', message: say('{0} has new data.', updated) };
  }
}

function filled(name: string, value: Json): Message {
  if (isBlank(value)) return say('{0} is empty now.', name);
  if (value === hidden) return say('{0} was filled in.', name);
  return say('{0} is now {1}.', name, shortened(typeof value === 'string' ? value : JSON.stringify(value)));
}
