import { parseTree, type Node, type ParseError } from 'jsonc-parser';
import type { Change } from './commonEnds';
import { canBeCut, CutText, type Cut } from './cutText';
import { MovedNode } from './movedNode';
import type { Mutable } from './placing';

export interface Reading {
  readonly root: Node | undefined;
  /** Offsets count in the whole text. */
  readonly problems: readonly ParseError[];
}

export const strictJson = { disallowComments: true, allowTrailingComma: false };

/** More problems than these: what is right and what is not is not told apart any more. */
const mostProblems = 20;

/**
 * Reads a value anew after a change inside of it; what lies beside the way to the change is taken over. The same as
 * reading the text for the first time.
 *
 * @param before the value as it was, its offsets counting from its beginning, and what was wrong with it
 */
export function reread(text: string, before: Reading, change: Change): Reading {
  const cuts = before.root ? cutsBeside(before.root, before.problems, change) : [];
  return (
    (cuts.length > 0 ? readCut(new CutText(text, cuts), rereadRoots.has(before.root!)) : undefined) ??
    read(text)
  );
}

function read(text: string): Reading {
  const problems: ParseError[] = [];
  return { root: parseTree(text, problems, strictJson), problems };
}

/** All large values beside the way from the root to the change, as far as nothing is wrong with them. */
function cutsBeside(root: Node, problems: readonly ParseError[], { prefix, upTo, grown }: Change): Cut[] {
  if (problems.length > mostProblems) return [];
  const cuts: Cut[] = [];
  for (let around: Node | undefined = root; around !== undefined;) {
    const children: readonly Node[] = around.children ?? [];
    around = undefined;
    for (const child of children) {
      const node = child.type === 'property' ? child.children![1] : child;
      if (node === undefined) continue;
      const end = node.offset + node.length;
      if (node.offset < prefix && end > upTo) around = node;
      const by = end <= prefix ? 0 : node.offset >= upTo ? grown : undefined;
      if (by === undefined || !canBeCut(node)) continue;
      if (problems.some(({ offset }) => offset >= node.offset && offset <= end)) continue;
      cuts.push({ start: node.offset + by, end: end + by, node });
    }
  }
  return cuts.sort((a, b) => a.start - b.start);
}

/** Roots that were read with cuts: parts of them are moved again from a copy, so that no reading keeps all earlier ones. */
const rereadRoots = new WeakSet<Node>();

/** A copy that knows nothing of what is around it. */
function apart(node: Node): Node {
  return { ...node, parent: undefined, children: node.children?.map(apart) };
}

/** Nothing where a value that was cut out is not read as one any more, or stands deeper than before. */
function readCut(cut: CutText, isReread: boolean): Reading | undefined {
  const { root, problems } = read(cut.text);
  if (root === undefined) return undefined;
  let found = 0;
  const put = (node: Mutable, depth: number): Node | undefined => {
    const known = cut.cutOf(node);
    if (known !== undefined) {
      if (depthOf(known.node) !== depth) return undefined;
      found += 1;
      const from = isReread && !(known.node instanceof MovedNode) ? apart(known.node) : known.node;
      return new MovedNode(from, known.start - known.node.offset, node.parent);
    }
    const { offset, length, colonOffset, children } = node;
    node.offset = cut.place(offset);
    node.length = cut.place(offset + length) - node.offset;
    if (colonOffset !== undefined) node.colonOffset = cut.place(colonOffset);
    for (let index = 0; index < (children?.length ?? 0); index += 1) {
      const child = put(children![index]!, depth + 1);
      if (child === undefined) return undefined;
      children![index] = child;
    }
    return node;
  };
  if (put(root, 0) === undefined || found < cut.cuts.length) return undefined;
  rereadRoots.add(root);
  return { root, problems: problems.map((problem) => ({ ...problem, offset: cut.place(problem.offset) })) };
}

function depthOf(node: Node): number {
  let depth = 0;
  for (let parent = node.parent; parent; parent = parent.parent) depth += 1;
  return depth;
}
