import { say, type Message } from '../../../flowjson/message';
import type { Effect, PlayerEvent } from '../../../player/player';
import type { EndpointAnswer } from '../../ports';
import type { Note } from './details';

/** What an answer is to a running flow. */
export function eventOf(answer: EndpointAnswer): PlayerEvent {
  return 'answer' in answer
    ? { is: 'answered', answer: answer.answer }
    : { is: 'failed', failure: answer.failure };
}

/** What a request to an endpoint came to. */
export function resultOf(effects: readonly Effect[], { milliseconds = 0, warnings = [] }: Note): Message {
  const wrong = effects.find((effect) => effect.is === 'refused' || effect.is === 'stopped');
  return warnings[0] ?? wrong?.reason ?? say('HTTP {0} in {1} ms', 200, milliseconds);
}
