import type { Cursor } from '../context/cursor';
import { nodeAtPath } from '../context/factsAt';

/**
 * The place in a list that a whole object may be put in: also where its braces have been typed already, as the editor closes
 * them by itself. Nothing where no item of a list can begin.
 */
export function snippetRange(cursor: Cursor): Cursor | undefined {
  const { flow, path, atKey, offset, text } = cursor;
  if (!atKey) return typeof path.at(-1) === 'number' ? cursor : undefined;
  const item = path.slice(0, -1);
  const node = nodeAtPath(flow.tree, item);
  if (node?.type !== 'object' || typeof item.at(-1) !== 'number') return undefined;
  const span = flow.tree.span(node);
  // Between items that no comma parts, the item that the path counts may be another one.
  if (offset < span.start || offset > span.end) return undefined;
  const source = text.slice(span.start, span.end);
  if (source.length > 100 || !/^\{[ \t]*\w*[ \t]*\}$/.test(source)) return undefined;
  const before = text.slice(span.start, offset);
  const token = { is: 'braces', span, before, after: text.slice(offset, span.end) } as const;
  return {
    ...cursor,
    token,
    span,
    path: item,
    atKey: false,
    container: nodeAtPath(flow.tree, item.slice(0, -1)),
  };
}
