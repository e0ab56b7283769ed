import type { Flow } from '../../../flowjson/model/flow';
import { isObject, own, type Json } from '../../../player/json';
import { offeredAnswers, type PlayerState } from '../../../player/player';
import type { Offer, Waiting } from '../../../webview/local/contract';
import type { OpenRequest } from './requests';

/** What the person is told of the request that waits; `given`: answers to such requests, the newest first. */
export function waitingOf(
  flow: Flow,
  state: PlayerState,
  { number, request, isAsked }: OpenRequest,
  given: readonly Json[],
): Waiting {
  const kept = given.map((answer): Offer => {
    const screen = isObject(answer) ? own(answer, 'screen') : undefined;
    return { kind: 'kept', screen: typeof screen === 'string' ? screen : '', answer };
  });
  return {
    number,
    request: JSON.stringify(request, undefined, 2),
    by: isAsked ? 'endpoint' : 'person',
    offers: [...offeredAnswers(flow, state), ...kept],
  };
}
