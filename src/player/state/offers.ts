import type { Flow } from '../../flowjson/model/flow';
import { routesOf } from '../../flowjson/model/routes';
import { declaredOn, type Screen } from '../../flowjson/model/screen';
import { valueOf } from '../../flowjson/text/nodes';
import { beginningOf, own, type Json, type JsonObject } from '../json';
import { mayFollow } from './routing';
import { mostOffers } from '../limits';
import type { PlayerState } from './state';

/** An answer that the endpoint could give now. */
export interface OfferedAnswer {
  /** `same` comes back with an error message or other data; `final` ends the flow. */
  readonly kind: 'next' | 'same' | 'back' | 'final';
  /** The id of the screen, or `SUCCESS`. */
  readonly screen: string;
  /** The whole answer, its data taken from the examples of the screen: hand it on as `answered`. */
  readonly answer: JsonObject;
}

/**
 * The answers that routing allows while the flow waits for its endpoint (facts on Flow JSON, sections 10, 13 and 16), the
 * likeliest first; empty while it does not wait.
 */
export function offeredAnswers(flow: Flow, state: PlayerState): readonly OfferedAnswer[] {
  if (state.phase.is !== 'waiting') return [];
  const { request } = state.phase;
  const front = state.stack.at(-1);
  const named = flow.screens.filter((screen) => screen.id !== undefined && flow.screen(screen.id) === screen);
  const routes = routesOf(flow).model;
  if (front === undefined) {
    const entries = ({ id }: Screen): number => routes.next(id!, 'backward').size;
    return [...named]
      .sort((a, b) => entries(a) - entries(b))
      .slice(0, mostOffers)
      .map((screen) => offer('next', screen, state));
  }
  const same = named.filter(({ id }) => id === front).map((screen) => offer('same', screen, state));
  const previous = state.stack.at(-2);
  if (request.action === 'BACK') {
    return [
      ...named.filter(({ id }) => id === previous).map((screen) => offer('back', screen, state)),
      ...same,
    ];
  }
  const next = named
    .filter(({ id }) => id !== front && mayFollow(flow, front, id!))
    .slice(0, mostOffers)
    .map((screen) => offer('next', screen, state));
  const end = final(request.flow_token, request.data);
  // After a screen that leads nowhere the flow is most likely complete.
  return next.length === 0 ? [end, ...same] : [...next, ...same, end];
}

function offer(kind: OfferedAnswer['kind'], screen: Screen, state: PlayerState): OfferedAnswer {
  const known = kind === 'next' ? {} : (own(state.screens, screen.id!)?.data ?? {});
  return {
    kind,
    screen: screen.id!,
    answer: { screen: screen.id!, data: { ...examplesOf(screen), ...known } },
  };
}

function final(flow_token: string, params: JsonObject): OfferedAnswer {
  const data = { extension_message_response: { params: { flow_token, ...params } } };
  return { kind: 'final', screen: 'SUCCESS', answer: { screen: 'SUCCESS', data } };
}

/** The data of a screen as its examples have it. */
export function examplesOf(screen: Screen): JsonObject {
  return Object.fromEntries(
    declaredOn(screen).flatMap(({ key, value }): [string, Json][] => {
      const example = valueOf(value, '__example__');
      return example ? [[key, beginningOf(example)]] : [];
    }),
  );
}
