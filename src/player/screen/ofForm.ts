import { formAround, type Component } from '../../flowjson/model/component';
import { valueOf } from '../../flowjson/text/nodes';
import { evaluateAll } from '../evaluate/evaluate';
import type { Scope } from '../evaluate/evaluated';
import { isObject, beginningOf, own, type Json } from '../json';

/**
 * What an input is told by the flow: by a property of its own or, inside of a Form, by the entry for its name in a
 * property of the Form, which may be bound as a whole (facts on Flow JSON, sections 5.1 and 8.16). `null` for nothing.
 */
export function toldTo(input: Component, ownProperty: string, formProperty: string, scope: Scope): Json {
  const form = formAround(input);
  const node = valueOf(form ? form.node : input.node, form ? formProperty : ownProperty);
  if (node === undefined || input.name === undefined) return null;
  // Only its own entry is evaluated: a Form may have very many.
  const isMap = form !== undefined && node.type === 'object';
  const entry = isMap ? valueOf(node, input.name) : node;
  const value = entry ? evaluateAll(beginningOf(entry), scope).value : null;
  if (form === undefined || isMap) return value;
  return isObject(value) ? (own(value, input.name) ?? null) : null;
}
