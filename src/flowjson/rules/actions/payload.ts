import type { Version } from '../../catalogue/versions';
import { atLeast } from '../../catalogue/versions';
import { isBinding, isExpression } from '../../text/reference';
import type { Action } from '../../model/action';
import type { Node, Property } from '../../text/nodes';
import { properties, stringsBelow, valueOf } from '../../text/nodes';

/** One string somewhere in a payload. */
export interface PayloadString {
  /** The entry of the payload that it belongs to. */
  readonly entry: Property;
  readonly node: Node;
  /** Whether it is the whole value of its entry, not something inside of it. */
  readonly top: boolean;
}

/** Every string in the values of a payload, in document order. */
export function* payloadStrings(action: Action): Generator<PayloadString> {
  for (const entry of properties(action.payload)) {
    if (entry.value === undefined) continue;
    for (const node of stringsBelow(entry.value)) yield { entry, node, top: node === entry.value };
  }
}

/** Where a string of an action stands: what goes along, the address to open, the screen to open. */
export type Place = 'payload' | 'url' | 'next';

/** A string of an action that may refer to something. */
export interface ActionText {
  readonly node: Node;
  readonly place: Place;
}

/** Every string of an action that may hold references, in no special order. */
export function* actionTexts(action: Action): Generator<ActionText> {
  for (const { node } of payloadStrings(action)) yield { node, place: 'payload' };
  const url = valueOf(action.node, 'url');
  if (url?.type === 'string') yield { node: url, place: 'url' };
  if (action.targetNode?.type === 'string') yield { node: action.targetNode, place: 'next' };
}

/** How a text is read: as it stands, replaced by what it refers to, or computed (from 6.0). */
export function readingOf(text: string, version: Version): 'static' | 'binding' | 'expression' {
  if (isBinding(text)) return 'binding';
  return isExpression(text) && atLeast(version, '6.0') ? 'expression' : 'static';
}
