import type { Diagnosis } from '../flowjson/diagnosis';
import type { Span } from '../flowjson/text/span';
import type { Flow } from '../flowjson/model/flow';
import { stringOf, valueOf, type Node } from '../flowjson/text/nodes';

/**
 * What to underline. Red lines over half a screen tell nothing: of a value that goes over several lines only a telling part is
 * marked, its `type` or `id`, else the key that it stands under, else its opening bracket.
 */
export function focusOf({ tree }: Flow, { node, span }: Diagnosis): Span {
  const newline = tree.text.indexOf('\n', span.start);
  if (newline < 0 || newline >= span.end) return span;
  if (node.type === 'property') return tree.span(keyOf(node) ?? node);
  const name = nameOf(node);
  if (name !== undefined) return tree.span(name);
  const key = node.parent?.type === 'property' ? keyOf(node.parent) : undefined;
  return key === undefined ? { start: span.start, end: span.start + 1 } : tree.span(key);
}

const keyOf = (property: Node): Node | undefined => property.children?.[0];

/** A screen is known by its id, everything else by its type. */
function nameOf(node: Node): Node | undefined {
  const isNamed = (value: Node | undefined) => (stringOf(value) ?? '') !== '';
  return [valueOf(node, 'type'), valueOf(node, 'id')].find(isNamed);
}
