import type { Flow } from '../../model/flow';
import type { Node } from '../../text/nodes';

/** A stand-in for a place of the text that no node of the tree covers; offsets count in the whole text. */
export function placeAt(start: number, end: number): Node {
  return { type: 'null', offset: start, length: end - start };
}

/** Where to point when the whole text is meant: at its first character, so that not all of it is underlined. */
export function beginning({ tree }: Flow): Node {
  const start = tree.top?.offset ?? Math.max(tree.text.search(/\S/), 0);
  return placeAt(start, Math.min(start + 1, tree.text.length));
}
