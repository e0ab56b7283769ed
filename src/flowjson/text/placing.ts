import type { Node, ParseError } from 'jsonc-parser';
import type { CutText } from './cutText';
import { MovedNode } from './movedNode';

/** The parser's nodes are ours to arrange before anybody else has seen them. */
export type Mutable = { -readonly [Key in keyof Node]: Node[Key] };

/** Moves a node and all below it. */
export function shift(node: Mutable, by: number): void {
  node.offset += by;
  if (node.colonOffset !== undefined) node.colonOffset += by;
  for (const child of node.children ?? []) shift(child, by);
}

/**
 * A copy of the top tree in which everything behind `from` moved and what spans it grew. A routing model may be large: it
 * is moved when somebody looks.
 */
export function movedCopy(node: Node, from: number, by: number, parent?: Node): Node {
  const copy: Mutable = { ...node, parent };
  copy.length += by;
  copy.children = node.children?.map((child) => {
    if (child.offset > from) return new MovedNode(child, by, copy);
    if (child.offset + child.length <= from) return new MovedNode(child, 0, copy);
    return movedCopy(child, from, by, copy);
  });
  return copy;
}

/** Moves the nodes of a short text to where they stand in the whole one. */
export function putInPlace(node: Mutable, cut: CutText): void {
  const { offset, length, colonOffset } = node;
  node.offset = cut.place(offset);
  node.length = cut.place(offset + length) - node.offset;
  if (colonOffset !== undefined) node.colonOffset = cut.place(colonOffset);
  for (const child of node.children ?? []) putInPlace(child, cut);
}

export const movedBy = (problems: readonly ParseError[], by: number): ParseError[] =>
  problems.map((problem) => ({ ...problem, offset: problem.offset + by }));
