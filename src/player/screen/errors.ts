import { formAround, type Component } from '../../flowjson/model/component';
import type { Flow } from '../../flowjson/model/flow';
import type { Screen } from '../../flowjson/model/screen';
import { valueOf } from '../../flowjson/text/nodes';
import { evaluateAll } from '../evaluate/evaluate';
import { isBlank, isObject, jsonOf, own, type Json } from '../json';
import type { PlayerState } from '../state/state';
import { scopeOn } from './scope';

/**
 * The `error-message` that the flow has for an input now, its own or that of the Form around it (facts on Flow JSON,
 * sections 8.4 and 8.16); for a range or for files it may be an object. `null` for none.
 */
export function errorMessageOf(flow: Flow, state: PlayerState, screen: Screen, input: Component): Json {
  const form = formAround(input);
  const node = form ? valueOf(form.node, 'error-messages') : valueOf(input.node, 'error-message');
  if (node === undefined || input.name === undefined) return null;
  const { value } = evaluateAll(jsonOf(node), scopeOn(flow, state, screen));
  const message = form ? (isObject(value) ? (own(value, input.name) ?? null) : null) : value;
  return isBlank(message) ? null : message;
}
