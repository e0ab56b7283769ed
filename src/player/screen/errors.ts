import type { Component } from '../../flowjson/model/component';
import type { Flow } from '../../flowjson/model/flow';
import type { Screen } from '../../flowjson/model/screen';
import { isBlank, type Json } from '../json';
import type { PlayerState } from '../state/state';
import { toldTo } from './ofForm';
import { scopeOn } from './scope';

/**
 * The `error-message` that the flow has for an input now, its own or that of the Form around it (facts on Flow JSON,
 * sections 8.4 and 8.16); for a range or for files it may be an object. `null` for none.
 */
export function errorMessageOf(flow: Flow, state: PlayerState, screen: Screen, input: Component): Json {
  const message = toldTo(input, 'error-message', 'error-messages', scopeOn(flow, state, screen));
  return isBlank(message) ? null : message;
}
