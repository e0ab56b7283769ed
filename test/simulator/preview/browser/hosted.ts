import { english } from '../../../../src/flowjson/message';
import type { Flow } from '../../../../src/flowjson/model/flow';
import {
  offeredAnswers,
  start,
  step,
  type Effect,
  type PlayerEvent,
  type PlayerState,
  type Stepped,
} from '../../../../src/player/player';
import type { Asked } from './parameters';

/** The flow as the site runs it, and what happened. */
export interface Hosted {
  readonly state: PlayerState;
  readonly log: readonly string[];
  /** Addresses that the last event opened. */
  readonly opens: readonly string[];
}

export function begin(flow: Flow, { options }: Asked): Hosted {
  return noted([], start(flow, options));
}

/**
 * What becomes of an event. Without interaction nothing is sent and nothing is completed, as on Meta's page; going back
 * needs no answer then.
 */
export function proceed(flow: Flow, before: Hosted, event: PlayerEvent, { interactive }: Asked): Hosted {
  const stepped = step(flow, before.state, event);
  if (interactive) return noted(before.log, stepped);
  const back = returned(flow, stepped);
  if (back) return noted(before.log, back);
  const leaves = stepped.effects.some((effect) => effect.is === 'completed' || isRequest(effect));
  return leaves ? before : noted(before.log, stepped);
}

/**
 * The site's answer in the endpoint's place: nobody is asked. It is the first screen that routing allows, with its
 * examples; where there is none the request fails, as it would without a network.
 */
export function answered(flow: Flow, before: Hosted): Hosted {
  const offer = offeredAnswers(flow, before.state)[0];
  const line = offer ? `answer ${JSON.stringify(offer.answer)}` : 'answer none: routing allows no screen';
  const event: PlayerEvent = offer
    ? { is: 'answered', answer: offer.answer }
    : { is: 'failed', failure: { error: 'no_http_response_error' } };
  return noted([...before.log, line], step(flow, before.state, event));
}

function returned(flow: Flow, { state }: Stepped): Stepped | undefined {
  if (state.phase.is !== 'waiting' || state.phase.request.action !== 'BACK') return undefined;
  const offer = offeredAnswers(flow, state).find(({ kind }) => kind === 'back');
  return offer && step(flow, state, { is: 'answered', answer: offer.answer });
}

const isRequest = (effect: Effect): boolean => effect.is === 'dataExchangeRequested';

function noted(log: readonly string[], { state, effects }: Stepped): Hosted {
  return {
    state,
    log: [...log, ...effects.map(lineOf)],
    opens: effects.flatMap((effect) => (effect.is === 'urlOpened' ? [effect.url] : [])),
  };
}

/** In the words of Meta's action panel. */
function lineOf(effect: Effect): string {
  switch (effect.is) {
    case 'navigated':
      if (effect.back) return `back ${effect.to}`;
      return `${effect.from === undefined ? 'init' : 'navigate'} ${effect.to} ${JSON.stringify(effect.data)}`;
    case 'completed':
      return `complete ${JSON.stringify(effect.response)}`;
    case 'dataExchangeRequested':
      return `data_exchange ${JSON.stringify(effect.request)}`;
    case 'errorNotified':
      return `error ${JSON.stringify(effect.request)}`;
    case 'dataUpdated':
      return `update_data ${JSON.stringify(effect.data)}`;
    case 'urlOpened':
      return `open_url ${effect.url}`;
    default:
      return `${effect.is} ${english(effect.reason)}`;
  }
}
