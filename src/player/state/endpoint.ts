import { english, say, type Message } from '../../flowjson/message';
import { stringOf } from '../../flowjson/text/nodes';
import type { JsonObject } from '../json';
import type { EndpointFailure, EndpointRequest } from './state';
import type { Turn } from './turn';

/** Asks the endpoint; the flow waits for its answer (facts on Flow JSON, section 16). */
export function ask(
  turn: Turn,
  action: EndpointRequest['action'],
  screen: string | undefined,
  data: JsonObject,
  where = '',
): void {
  if (!turn.flow.endpoint) {
    turn.refuse(
      say('This asks an endpoint, and the flow has none: {0} is missing.', 'data_api_version'),
      where,
    );
    return;
  }
  const request: EndpointRequest = {
    version: stringOf(turn.flow.property('data_api_version')) ?? '3.0',
    action,
    ...(screen !== undefined && { screen }),
    data: withoutNulls(data),
    flow_token: turn.flowToken,
  };
  turn.change({ phase: { is: 'waiting', request }, snackbar: null });
  turn.tell({ is: 'dataExchangeRequested', request });
}

/** Tells the endpoint which of its answers could not be used, and why: in English, for its developer. */
export function notifyError(
  turn: Turn,
  about: EndpointRequest,
  error: EndpointFailure['error'] | 'invalid-screen-transition',
  reason: Message,
): void {
  const request: EndpointRequest = { ...about, data: { error, error_message: english(reason) } };
  turn.tell({ is: 'errorNotified', request });
}

/** Flow JSON knows no null: what has no value is left out. */
export function withoutNulls(data: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));
}
