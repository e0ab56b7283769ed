import { parseTree, type Node, type ParseError } from 'jsonc-parser';
import type { Span } from './span';
import { changeBetween, type Change } from './commonEnds';
import { canBeCut, CutText, type Cut } from './cutText';
import { isTooDeep } from './nesting';
import { items, valueOf } from './nodes';
import { movedBy, movedCopy, putInPlace, shift, type Mutable } from './placing';
import { reread, strictJson } from './reread';
import { sourceOffset } from './strings';

/** One step of a path: a property or an index. */
export type Step = string | number;

/**
 * A flow's text as a tree that survives typing: the top level is one tree, each screen a tree of its own whose offsets
 * count from the beginning of that screen. A screen that did not change keeps its nodes, so whatever was found out
 * about them (in WeakMaps keyed by node) stays true when text before it grows or shrinks.
 *
 * Only the tree knows where a node stands in the whole text: ask {@link span} and {@link path}, never `node.offset`.
 */
export class FlowTree {
  private readonly starts = new Map<Node, number>();
  private readonly indexes = new Map<Node, number>();
  /** Of a text that is half typed: what it was before, which it soon will be again. */
  private sound: FlowTree | undefined;

  private constructor(
    readonly text: string,
    /** The top level, without the screens; nothing where the text holds no value at all. */
    readonly top: Node | undefined,
    /** The items of `screens`, whatever they are, each the root of its own tree. */
    readonly screens: readonly Node[],
    starts: readonly number[],
    /** What makes the text unreadable as JSON; offsets count in the whole text. */
    readonly problems: readonly ParseError[],
    readonly tooDeep: boolean,
  ) {
    screens.forEach((root, index) => {
      this.starts.set(root, starts[index]!);
      this.indexes.set(root, index);
    });
  }

  /**
   * Reads a text, tolerantly: what cannot be read is left out and listed in {@link problems}. Never throws.
   *
   * @param previous the tree of an earlier state of the same text: what did not change is taken over from it
   */
  static parse(text: string, previous?: FlowTree): FlowTree {
    const known = previous ? [previous, ...(previous.sound ? [previous.sound] : [])] : [];
    const tree = fromChange(text, known) ?? FlowTree.parseCut(new CutText(text, []), text, previous)!;
    if (tree.problems.length > 0 || tree.tooDeep) tree.sound = known.at(-1);
    return tree;
  }

  /** Nothing where a screen that was cut out is none any more. */
  static parseCut(cut: CutText, text: string, previous: FlowTree | undefined): FlowTree | undefined {
    if (isTooDeep(cut.text)) {
      return cut.cuts.length > 0 ? undefined : new FlowTree(text, undefined, [], [], [], true);
    }
    const problems: ParseError[] = [];
    const top = parseTree(cut.text, problems, strictJson);
    const array = screensArray(top);
    const starts: number[] = [];
    const found = items(array);
    if (found.filter((root) => cut.cutOf(root)).length < cut.cuts.length) return undefined;
    const screens = found.map((root, index) => {
      starts.push(cut.place(root.offset));
      const known = cut.cutOf(root);
      if (known) return known.node;
      const same = previous?.sameScreen(
        cut.text.slice(root.offset, root.offset + root.length),
        index,
        found.length,
      );
      if (same) return same;
      shift(root, -root.offset);
      (root as Mutable).parent = undefined;
      return root;
    });
    if (array) (array as Mutable).children = [];
    if (top && cut.cuts.length > 0) putInPlace(top, cut);
    return new FlowTree(
      text,
      top,
      unique(screens) ? screens : detached(text, starts, screens),
      starts,
      problems.map((problem) => cut.problem(problem)),
      false,
    );
  }

  /** For {@link changedWithinOneScreen}: this tree with one screen read anew. */
  static withScreen(
    previous: FlowTree,
    text: string,
    index: number,
    root: Node,
    problems: readonly ParseError[],
  ): FlowTree {
    const grown = text.length - previous.text.length;
    const start = previous.start(previous.screens[index]!);
    const top = movedCopy(previous.top!, start, grown);
    const screens = previous.screens.map((screen, at) => (at === index ? root : screen));
    const starts = previous.screens.map((screen, at) => previous.start(screen) + (at > index ? grown : 0));
    return new FlowTree(text, top, screens, starts, problems, false);
  }

  /** The node of the `screens` array. */
  get screensNode(): Node | undefined {
    return screensArray(this.top);
  }

  /** Where the node stands in the whole text. */
  span(node: Node): Span {
    const start = this.start(rootOf(node)) + node.offset;
    return { start, end: start + node.length };
  }

  /** Where a stretch of the decoded text of a string node stands in the whole text. */
  spanInside(node: Node, from: number, to: number): Span {
    const { start } = this.span(node);
    const source = this.source(node);
    return { start: start + sourceOffset(source, from), end: start + sourceOffset(source, to) };
  }

  /** The node as it is written. */
  source(node: Node): string {
    const { start, end } = this.span(node);
    return this.text.slice(start, end);
  }

  /** The way from the top: `['screens', 0, 'layout', 'children', 2, 'label']`. A property has the path of its value. */
  steps(node: Node): Step[] {
    const steps: Step[] = [];
    let at: Node = node;
    for (let parent = at.parent; parent; at = parent, parent = at.parent) {
      if (parent.type === 'array') steps.unshift(indexIn(parent.children!, at));
      else if (at.type === 'property') steps.unshift(String(at.children![0]!.value));
    }
    const index = this.indexes.get(at);
    return index === undefined ? steps : ['screens', index, ...steps];
  }

  /** The path in Meta's form: `screens[0].layout.children[2].label`; empty for the top. */
  path(node: Node): string {
    return this.steps(node).reduce<string>(
      (path, step) =>
        typeof step === 'number' ? `${path}[${step}]` : path === '' ? step : `${path}.${step}`,
      '',
    );
  }

  /** The node around this one, also from a screen to the `screens` array. */
  parent(node: Node): Node | undefined {
    return node.parent ?? (this.indexes.has(node) ? this.screensNode : undefined);
  }

  /** The screen tree (one of {@link screens}) that holds the node; nothing at the top level. */
  screenOf(node: Node): Node | undefined {
    const root = rootOf(node);
    return this.indexes.has(root) ? root : undefined;
  }

  /** The smallest node at an offset of the whole text; a node also holds the place just behind its last character. */
  nodeAt(offset: number): Node | undefined {
    const screen = this.screens.find((root) => contains(root, offset - this.start(root)));
    const root = screen ?? this.top;
    if (root === undefined) return undefined;
    const local = offset - this.start(root);
    let node = root;
    for (;;) {
      const inner = node.children?.find((child) => contains(child, local));
      if (inner === undefined) return contains(node, local) ? node : undefined;
      node = inner;
    }
  }

  /** Where a tree begins: the top at 0, a screen at its brace. */
  private start(root: Node): number {
    return this.starts.get(root) ?? 0;
  }

  /** A screen of ours whose text is the same, looked for from both ends: the same one after an edit elsewhere. */
  private sameScreen(source: string, index: number, count: number): Node | undefined {
    const candidates = [this.screens[index], this.screens[index - count + this.screens.length]];
    return candidates.find(
      (root) => root !== undefined && root.length === source.length && this.source(root) === source,
    );
  }
}

function screensArray(top: Node | undefined): Node | undefined {
  const array = valueOf(top, 'screens');
  return array?.type === 'array' ? array : undefined;
}

/** Reads as little as possible anew, given what earlier states of the text gave. */
function fromChange(text: string, known: readonly FlowTree[]): FlowTree | undefined {
  const cuts: { readonly cut: CutText; readonly tree: FlowTree }[] = [];
  for (const tree of known) {
    const change = changeBetween(tree.text, text);
    const within = changedWithinOneScreen(text, tree, change);
    if (within) return within;
    const beside = unchangedScreens(tree, change);
    // What is half typed may make something else of all that follows, but of nothing that stands before it.
    const before = beside.filter(({ end }) => end <= change.prefix);
    for (const some of [beside, before]) {
      if (some.length > 0) cuts.push({ cut: new CutText(text, some), tree });
    }
  }
  cuts.sort((a, b) => a.cut.text.length - b.cut.text.length);
  for (const { cut, tree } of cuts) {
    const found = FlowTree.parseCut(cut, text, tree);
    if (found) return found;
  }
  return undefined;
}

/**
 * The common case while typing: the edit lies inside the braces of one screen, and nothing outside of it is unreadable.
 * The screen may be half typed as long as its last brace still ends it: then the parser, which reads from left to right
 * and never goes back, reads the same in the whole text.
 */
function changedWithinOneScreen(
  text: string,
  previous: FlowTree,
  { prefix, upTo, grown }: Change,
): FlowTree | undefined {
  if (previous.tooDeep || previous.top === undefined) return undefined;
  const index = previous.screens.findIndex((root) => {
    const { start, end } = previous.span(root);
    return start < prefix && upTo < end;
  });
  if (index < 0) return undefined;
  const { start, end } = previous.span(previous.screens[index]!);
  // A problem at its opening brace is one with what stands before it.
  if (previous.problems.some(({ offset }) => offset <= start || offset >= end)) return undefined;
  const source = text.slice(start, end + grown);
  const before = { root: previous.screens[index], problems: movedBy(previous.problems, -start) };
  const read = reread(source, before, { prefix: prefix - start, upTo: upTo - start, grown });
  if (read === undefined) return undefined;
  const { root, problems } = read;
  if (root?.type !== 'object' || root.length !== source.length) return undefined;
  // What is missing at the end may follow in the whole text.
  if (problems.some(({ offset }) => offset >= source.length)) return undefined;
  return FlowTree.withScreen(previous, text, index, root, movedBy(problems, start));
}

/** The screens beside a change, as far as nothing is wrong with them. */
function unchangedScreens(previous: FlowTree, { prefix, upTo, grown }: Change): Cut[] {
  return previous.screens.flatMap((node) => {
    const { start, end } = previous.span(node);
    const by = end <= prefix ? 0 : start >= upTo ? grown : undefined;
    if (by === undefined || node.type !== 'object' || !canBeCut(node)) return [];
    if (previous.problems.some(({ offset }) => offset > start && offset <= end)) return [];
    return [{ start: start + by, end: end + by, node, more: [] }];
  });
}

/** Where a node stands among the items of its array. They stand in the order of their offsets, and may be very many. */
function indexIn(items: readonly Node[], node: Node): number {
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]!.offset < node.offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function rootOf(node: Node): Node {
  let root = node;
  while (root.parent) root = root.parent;
  return root;
}

function contains(node: Node, offset: number): boolean {
  return offset >= node.offset && offset <= node.offset + node.length;
}

const unique = (nodes: readonly Node[]): boolean => new Set(nodes).size === nodes.length;

/** Two screens with the same text must not share nodes: the second occurrence is read by itself. */
function detached(text: string, starts: readonly number[], screens: readonly Node[]): readonly Node[] {
  const seen = new Set<Node>();
  return screens.map((root, index) => {
    if (!seen.has(root)) {
      seen.add(root);
      return root;
    }
    return parseTree(text.slice(starts[index], starts[index]! + root.length), [], strictJson)!;
  });
}
