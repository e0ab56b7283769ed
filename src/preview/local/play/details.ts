import { say, type Message } from '../../../flowjson/message';
import { isList, isObject, type Json } from '../../../player/json';
import type { Effect, EndpointFailure } from '../../../player/player';
import type { Entry } from '../../../player/session/session';
import type { LogEntry } from '../../../webview/local/contract';

type Detail = LogEntry['details'][number];

/** What the player does not know of an entry: who answered, and how long that took where it was somebody else. */
export interface Note {
  readonly by?: 'person' | 'rule' | 'endpoint';
  readonly milliseconds?: number;
  /** For the developer. */
  readonly warnings?: readonly Message[];
}

/** What an entry of the log carries, each as JSON text. */
export function detailsOf({ event, effects }: Entry, note: Note | undefined, value: Json): Detail[] {
  const ofEffects = effects.flatMap((effect) => ofEffect(effect, event?.is === 'answered'));
  switch (event?.is) {
    case 'answered':
      return [detail(say('Answer'), event.answer), ...ofEffects];
    case 'failed':
      return [detail(say('Failure'), failure(event.failure, note)), ...ofEffects];
    case 'supplied':
      return [detail(say('Data'), event.data), ...ofEffects];
    case 'typed':
    case 'chosen':
    case 'unchosen':
    case 'dated':
    case 'attached':
    case 'detached':
      return [detail(say('Value'), value), ...ofEffects];
    default:
      return ofEffects;
  }
}

function ofEffect(effect: Effect, isAnswer: boolean): Detail[] {
  switch (effect.is) {
    case 'navigated':
      // The answer has the data already.
      return isAnswer ? [] : [detail(say('Data of {0}', effect.to), effect.data)];
    case 'dataUpdated':
      return [detail(say('Data'), effect.data)];
    case 'dataExchangeRequested':
      return [detail(say('Request, decrypted'), { ...effect.request })];
    case 'completed':
      // The newest line is at the end of the log: the last of these is what is in sight.
      return [
        detail(
          say('Summary in the chat'),
          effect.summary.map(({ label, text }) => ({ [label]: text })),
        ),
        detail(say('Response'), effect.response),
        detail(say('Message of the webhook'), effect.message),
      ];
    case 'errorNotified':
      return [detail(say('Error notification to the endpoint'), { ...effect.request })];
    case 'urlOpened':
      return [detail(say('Address'), effect.url)];
    default:
      return [];
  }
}

function failure({ error, status, message }: EndpointFailure, note: Note | undefined): Json {
  return {
    error,
    ...(status !== undefined && { status }),
    ...(message !== undefined && { message }),
    ...(note?.milliseconds !== undefined && { milliseconds: note.milliseconds }),
  };
}

function detail(title: Detail['title'], json: Json): Detail {
  return { title, json: JSON.stringify(curbed(json), undefined, 2) };
}

/** Longer texts, such as pictures, are not shown in full; the exported log has them. */
const longest = 2000;

function curbed(json: Json): Json {
  if (typeof json === 'string') {
    return json.length <= longest ? json : `${json.slice(0, 100)}… (${json.length})`;
  }
  if (isList(json)) return json.map(curbed);
  if (!isObject(json)) return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, curbed(value)]));
}
