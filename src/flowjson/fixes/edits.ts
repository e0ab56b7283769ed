import { modify } from 'jsonc-parser';
import type { Flow } from '../model/flow';
import type { Edit } from '../text/edit';
import type { Step } from '../text/flowTree';
import { formattingOf } from '../text/format';
import type { Node } from '../text/nodes';

/** Sets (or with `undefined` removes) the value at a path; the rest of the text stays as it is written. */
export function setAt(flow: Flow, path: readonly Step[], value: unknown): Edit[] {
  return change(flow, path, value);
}

/** Sets a property of an object; a new one goes last, or before the index asked for. */
export function setProperty(flow: Flow, object: Node, key: string, value: unknown, before?: number): Edit[] {
  return change(flow, [...flow.tree.steps(object), key], value, before);
}

/** Puts an item into an array before that index; at the end unless said otherwise. */
export function insertItem(flow: Flow, array: Node, value: unknown, index = -1): Edit[] {
  const path = flow.tree.steps(array);
  return change(flow, [...path, index], value, undefined, true);
}

/** Takes a property or an item away, with its comma. */
export function remove(flow: Flow, node: Node): Edit[] {
  return change(flow, flow.tree.steps(node), undefined);
}

/** Writes another value in the place of a node. */
export function replace(flow: Flow, node: Node, value: unknown): Edit[] {
  return [{ ...flow.tree.span(node), text: JSON.stringify(value) }];
}

function change(
  flow: Flow,
  path: readonly Step[],
  value: unknown,
  before?: number,
  isArrayInsertion = false,
): Edit[] {
  const { text } = flow.tree;
  const edits = modify(text, [...path], value, {
    formattingOptions: formattingOf(text),
    isArrayInsertion,
    ...(before !== undefined && { getInsertionIndex: () => before }),
  });
  return edits.map(({ offset, length, content }) => ({ start: offset, end: offset + length, text: content }));
}
