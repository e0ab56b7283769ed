import { parseTree, type Node, type ParseError } from 'jsonc-parser';
import type { Change } from './commonEnds';
import { canBeCut, CutText, hasStandIn, type Cut } from './cutText';
import { MovedNode } from './movedNode';
import { isTooDeep } from './nesting';
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
 * reading the text for the first time. Nothing where the text is nested too deeply.
 *
 * @param before the value as it was, its offsets counting from its beginning, and what was wrong with it
 */
export function reread(text: string, before: Reading, change: Change): Reading | undefined {
  const { root } = before;
  const levels = root ? levelsBeside(root, before.problems, change) : [];
  const all = levels.flat().sort((a, b) => a.start - b.start);
  const innermost = new Set(levels.at(-1));
  // What is half typed may make something else of all that follows: of the rest of the innermost value as a rule, ...
  const around = all.filter((cut) => !innermost.has(cut));
  // ... sometimes of everything, but of nothing that stands before it.
  const ahead = all.filter(({ end }) => end <= change.prefix);
  const fewer = [around, ahead].filter((cuts) => cuts.length < all.length);
  for (const cuts of [all, ...fewer]) {
    const found = cuts.length > 0 ? readCut(new CutText(text, cuts), rereadRoots.has(root!)) : undefined;
    if (found) return found;
  }
  return isTooDeep(text) ? undefined : read(text);
}

function read(text: string): Reading {
  const problems: ParseError[] = [];
  return { root: parseTree(text, problems, strictJson), problems };
}

/** All large values beside the way from the root to the change, level by level, as far as nothing is wrong with them. */
function levelsBeside(root: Node, problems: readonly ParseError[], change: Change): Cut[][] {
  if (problems.length > mostProblems) return [];
  const { prefix, upTo } = change;
  const levels: Cut[][] = [];
  for (let around: Node | undefined = root; around?.children !== undefined;) {
    const values: readonly Node[] = around.children.flatMap((child) =>
      child.type === 'property' ? (child.children![1] ?? []) : child,
    );
    levels.push(runsBeside(values, around.type === 'array', problems, change));
    around = values.find(({ offset, length }) => offset < prefix && offset + length > upTo);
  }
  return levels;
}

/** Items of an array that follow each other are cut out as one: there may be very many. */
function runsBeside(
  values: readonly Node[],
  areItems: boolean,
  problems: readonly ParseError[],
  { prefix, upTo, grown }: Change,
): Cut[] {
  const cuts: Cut[] = [];
  for (let first = 0; first < values.length;) {
    const node = values[first]!;
    const by = shiftOf(node);
    let next = first + 1;
    if (by !== undefined && isSound(node.offset, endOf(node))) {
      while (areItems && next < values.length && isOnSameSide(node, values[next]!)) {
        if (!isSound(endOf(values[next - 1]!), endOf(values[next]!))) break;
        next += 1;
      }
      const end = endOf(values[next - 1]!);
      if (canBeCut({ type: node.type, length: end - node.offset })) {
        cuts.push({ start: node.offset + by, end: end + by, node, more: values.slice(first + 1, next) });
      }
    }
    first = next;
  }
  return cuts;

  function shiftOf(node: Node): number | undefined {
    // A number or a word goes on with what is typed right behind it.
    const end = hasStandIn(node) ? endOf(node) : endOf(node) + 1;
    return end <= prefix ? 0 : node.offset >= upTo ? grown : undefined;
  }

  /** Not with the change between them, which may leave all others where they are. */
  function isOnSameSide(first: Node, other: Node): boolean {
    return shiftOf(other) !== undefined && endOf(first) <= prefix === endOf(other) <= prefix;
  }

  function isSound(from: number, to: number): boolean {
    return problems.length === 0 || !problems.some(({ offset }) => offset >= from && offset <= to);
  }
}

const endOf = ({ offset, length }: Node): number => offset + length;

/** Roots that were read with cuts: parts of them are moved again from a copy, so that no reading keeps all earlier ones. */
const rereadRoots = new WeakSet<Node>();

/** A copy that knows nothing of what is around it. */
function apart(node: Node): Node {
  return { ...node, parent: undefined, children: node.children?.map(apart) };
}

/** Nothing where a value that was cut out is not read as one any more, or stands deeper than before. */
function readCut(cut: CutText, isReread: boolean): Reading | undefined {
  // What was cut out was not too deep where it stands, and stands there still.
  if (isTooDeep(cut.text)) return undefined;
  const { root, problems } = read(cut.text);
  if (root === undefined) return undefined;
  let found = 0;
  /** What stands for a node of the short text; nothing where it cannot be told. */
  const put = (node: Mutable, depth: number): readonly Node[] | undefined => {
    const known = cut.cutOf(node);
    if (known !== undefined) {
      if (depthOf(known.node) !== depth) return undefined;
      if (known.more.length > 0 && node.parent?.type !== 'array') return undefined;
      found += 1;
      const by = known.start - known.node.offset;
      return [known.node, ...known.more].map((one) => {
        const from = isReread && !(one instanceof MovedNode) ? apart(one) : one;
        return new MovedNode(from, by, node.parent);
      });
    }
    const { offset, length, colonOffset, children } = node;
    node.offset = cut.place(offset);
    node.length = cut.place(offset + length) - node.offset;
    if (colonOffset !== undefined) node.colonOffset = cut.place(colonOffset);
    const below: Node[] = [];
    for (const child of children ?? []) {
      const placed = put(child, depth + 1);
      if (placed === undefined) return undefined;
      for (const one of placed) below.push(one);
    }
    if (children) node.children = below;
    return [node];
  };
  if (put(root, 0) === undefined || found < cut.cuts.length) return undefined;
  rereadRoots.add(root);
  return { root, problems: problems.map((problem) => cut.problem(problem)) };
}

function depthOf(node: Node): number {
  let depth = 0;
  for (let parent = node.parent; parent; parent = parent.parent) depth += 1;
  return depth;
}
