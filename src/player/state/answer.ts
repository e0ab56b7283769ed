import { say, shortened } from '../../flowjson/message';
import { isObject, isTooDeep, own, withoutKey, type Json, type JsonObject } from '../json';
import { complete } from './complete';
import { withoutNulls } from './endpoint';
import { mergeData, openScreen, returnTo } from './open';
import { mayFollow } from './routing';
import type { EndpointFailure, Phase } from './state';
import type { Turn } from './turn';

type Waiting = Phase & { readonly is: 'waiting' };

/** The endpoint's answer: another screen, the same one, or the end (facts on Flow JSON, section 16). */
export function takeAnswer(turn: Turn, { request }: Waiting, answer: Json): void {
  const name = isObject(answer) ? own(answer, 'screen') : undefined;
  const data = isObject(answer) ? (own(answer, 'data') ?? {}) : undefined;
  if (typeof name !== 'string' || !isObject(data) || isTooDeep(data)) {
    takeFailure(turn, { error: 'payload-schema-error' });
    return;
  }
  if (name === 'SUCCESS') {
    finish(turn, data);
    return;
  }
  const screen = turn.flow.screen(name);
  if (screen === undefined) {
    turn.stop(say('The endpoint answered with a screen that is not there: {0}.', shortened(name)));
    return;
  }
  const { front } = turn;
  const given = withoutKey(data, 'error_message');
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
    turn.stop(say('The routing model has no way from {0} to {1}.', front.id!, name));
    return;
  }
  const message = own(data, 'error_message');
  turn.change({ snackbar: typeof message === 'string' && message !== '' ? message : null });
}

/** A final answer carries the response itself. */
function finish(turn: Turn, data: JsonObject): void {
  const wrapped = own(data, 'extension_message_response');
  const params = isObject(wrapped) ? own(wrapped, 'params') : undefined;
  if (isObject(params)) complete(turn, turn.front, withoutNulls(params));
  else takeFailure(turn, { error: 'payload-schema-error' });
}

/** No answer that can be used: the screen stays, with a word about it; without a screen the flow ends. */
export function takeFailure(turn: Turn, { error, status, message }: EndpointFailure): void {
  if (status === 427) {
    turn.stop(
      message === undefined
        ? say('This flow can no longer be used: its token is not valid.')
        : say('The endpoint says: {0}', message),
    );
    return;
  }
  const reason = reasonOf(error, status);
  if (turn.front === undefined) {
    turn.stop(reason);
    return;
  }
  turn.change({ phase: { is: 'showing' }, snackbar: reason });
  turn.refuse(reason, 'endpoint');
}

function reasonOf(error: EndpointFailure['error'], status: number | undefined): ReturnType<typeof say> {
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
