import type { Node, ParseError } from 'jsonc-parser';
import type { CutText } from './cutText';

/** The parser's nodes are ours to arrange before anybody else has seen them. */
export type Mutable = { -readonly [Key in keyof Node]: Node[Key] };

/** Moves a node and all below it. */
export function shift(node: Mutable, by: number): void {
  node.offset += by;
  if (node.colonOffset !== undefined) node.colonOffset += by;
  for (const child of node.children ?? []) shift(child, by);
}

/** A copy of the top tree in which everything behind `from` moved and what spans it grew. */
export function movedCopy(node: Node, from: number, by: number, parent?: Node): Node {
  const copy: Mutable = { ...node, parent };
  if (node.offset > from) copy.offset += by;
  else if (node.offset + node.length > from) copy.length += by;
  if (node.colonOffset !== undefined && node.colonOffset > from) copy.colonOffset = node.colonOffset + by;
  copy.children = node.children?.map((child) => movedCopy(child, from, by, copy));
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
