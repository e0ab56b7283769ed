import { say, shortened, type Message } from '../../flowjson/message';
import type { Screen } from '../../flowjson/model/screen';
import { dataProblems } from '../data/problems';
import { isObject, isTooDeep, own, withoutKey, type Json, type JsonObject } from '../json';
import { complete } from './complete';
import { notifyError, withoutNulls } from './endpoint';
import { mergeData, openScreen, returnTo } from './open';
import { mayFollow } from './routing';
import type { EndpointFailure, EndpointRequest, Phase } from './state';
import type { Turn } from './turn';

type Waiting = Phase & { readonly is: 'waiting' };

/** The endpoint's answer: another screen, the same one, or the end (facts on Flow JSON, section 16). */
export function takeAnswer(turn: Turn, waiting: Waiting, answer: Json): void {
  const { request } = waiting;
  const name = isObject(answer) ? own(answer, 'screen') : undefined;
  const data = isObject(answer) ? (own(answer, 'data') ?? {}) : undefined;
  if (typeof name !== 'string' || !isObject(data) || isTooDeep(data)) {
    takeFailure(turn, waiting, { error: 'payload-schema-error' });
    return;
  }
  if (name === 'SUCCESS') {
    finish(turn, waiting, data);
    return;
  }
  const screen = turn.flow.screen(name);
  if (screen === undefined) {
    refuseScreen(
      turn,
      request,
      say('The endpoint answered with a screen that is not there: {0}.', shortened(name)),
    );
    return;
  }
  const { front } = turn;
  // A screen may have data of that name too.
  const given = screen.data().has('error_message') ? data : withoutKey(data, 'error_message');
  const { length } = turn.state.stack;
  const at = turn.state.stack.lastIndexOf(name);
  if (front === undefined) openScreen(turn, screen, given);
  else if (front.id === name) {
    turn.change({ phase: { is: 'showing' } });
    turn.changeScreen(name, { judged: true });
    mergeData(turn, screen, given);
  } else if (at >= 0 && (request.action === 'BACK' || !mayFollow(turn.flow, front.id!, name))) {
    // Routes lead forward only: an earlier screen is one to go back to.
    returnTo(turn, screen, given);
  } else if (mayFollow(turn.flow, front.id!, name)) openScreen(turn, screen, given);
  else {
    refuseScreen(turn, request, say('The routing model has no way from {0} to {1}.', front.id!, name));
    return;
  }
  // A screen that has been here before keeps what it is not given.
  tellMisfits(turn, screen, given, at >= 0 && turn.state.stack.length <= length ? 'some' : 'all');
  const message = own(data, 'error_message');
  turn.change({ snackbar: typeof message === 'string' && message !== '' ? message : null });
}

/** The flow ends with `invalid-screen-transition`. */
function refuseScreen(turn: Turn, request: EndpointRequest, reason: Message): void {
  turn.stop(reason);
  notifyError(turn, request, 'invalid-screen-transition', reason);
}

/**
 * What phones make of data that does not fit the data model is not documented beyond the name `payload-schema-error`: here
 * it is told, and the flow goes on.
 */
function tellMisfits(turn: Turn, screen: Screen, data: JsonObject, keys: 'all' | 'some'): void {
  const problems = dataProblems(screen, data, keys);
  if (problems.length === 0) return;
  const reason = say(
    'The answer does not fit the data model of screen {0}; WhatsApp may refuse it.',
    screen.id!,
  );
  for (const one of [reason, ...problems]) turn.tell({ is: 'gap', reason: one, where: 'endpoint' });
}

/** A final answer carries the response itself. */
function finish(turn: Turn, waiting: Waiting, data: JsonObject): void {
  const wrapped = own(data, 'extension_message_response');
  const params = isObject(wrapped) ? own(wrapped, 'params') : undefined;
  if (isObject(params)) complete(turn, turn.front, withoutNulls(params));
  else takeFailure(turn, waiting, { error: 'payload-schema-error' });
}

/** Of these the endpoint can know only if it is told; the others it has caused or cannot hear. */
const notified: readonly EndpointFailure['error'][] = ['payload-schema-error', 'response-decryption-error'];

/** No answer that can be used: the screen stays, with a word about it; without a screen the flow ends. */
export function takeFailure(
  turn: Turn,
  { request }: Waiting,
  { error, status, message }: EndpointFailure,
): void {
  if (status === 427) {
    turn.stop(
      message === undefined
        ? say('This flow can no longer be used: its token is not valid.')
        : say('The endpoint says: {0}', message),
    );
    return;
  }
  const reason = reasonOf(error, status);
  if (turn.front === undefined) turn.stop(reason);
  else {
    turn.change({ phase: { is: 'showing' }, snackbar: reason });
    turn.refuse(reason, 'endpoint');
  }
  if (status === undefined && notified.includes(error)) notifyError(turn, request, error, reason);
}

function reasonOf(error: EndpointFailure['error'], status: number | undefined): Message {
  if (status === 421) return say('The endpoint could not decrypt the request (HTTP {0}).', status);
  if (status === 432) return say('The endpoint refused the signature (HTTP {0}).', status);
  if (status !== undefined) return say('The endpoint answered with HTTP {0}.', status);
  switch (error) {
    case 'timeout_error':
      return say('The endpoint did not answer in time.');
    case 'no_http_response_error':
      return say('The endpoint could not be reached.');
    case 'public-key-missing':
      return say('There is no public key to encrypt the request with.');
    case 'response-decryption-error':
      return say('The answer of the endpoint could not be decrypted.');
    case 'payload-schema-error':
      return say('The answer of the endpoint does not have the documented form.');
    case 'unexpected_http_status_code':
      return say('The endpoint answered with another HTTP status than 200.');
  }
}
