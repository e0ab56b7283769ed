import type { Flow } from '../../flowjson/model/flow';
import type { Node } from '../../flowjson/text/nodes';
import type { Place } from './types';

/** Where a node stands in the text. */
export function placeOf(flow: Flow, node: Node): Place {
  return { path: flow.tree.path(node), ...flow.tree.span(node) };
}
