import { modify } from 'jsonc-parser';
import type { Flow } from '../model/flow';
import type { Edit } from '../text/edit';
import type { Step } from '../text/flowTree';
import { formattingOf } from '../text/format';
import type { Node } from '../text/nodes';

/** Sets (or with `undefined` removes) the value at a path; the rest of the text stays as it is written. */
export function setAt(flow: Flow, path: readonly Step[], value: unknown): Edit[] {
  return change(flow, path, value);
}

/** Sets a property of an object; a new one goes last, or before the index asked for. */
export function setProperty(flow: Flow, object: Node, key: string, value: unknown, before?: number): Edit[] {
  return change(flow, [...flow.tree.steps(object), key], value, before);
}

/** Puts an item into an array before that index; at the end unless said otherwise. */
export function insertItem(flow: Flow, array: Node, value: unknown, index = -1): Edit[] {
  const path = flow.tree.steps(array);
  return change(flow, [...path, index], value, undefined, true);
}

/** Takes properties or items away, with their commas. Several at once, because edits must not overlap. */
export function remove(flow: Flow, ...nodes: readonly Node[]): Edit[] {
  const taken = new Set(nodes.map((node) => (node.parent?.type === 'property' ? node.parent : node)));
  const parents = new Set([...taken].map((node) => flow.tree.parent(node)));
  return [...parents].flatMap((parent) =>
    parent === undefined ? [] : runs(siblings(flow, parent), taken).map((run) => withoutRun(flow, run)),
  );
}

interface Run {
  readonly before: Node | undefined;
  readonly first: Node;
  readonly last: Node;
  readonly after: Node | undefined;
}

const siblings = (flow: Flow, parent: Node): readonly Node[] =>
  parent === flow.tree.screensNode ? flow.tree.screens : (parent.children ?? []);

/** Neighbours that go together, with those that stay around them. */
function runs(all: readonly Node[], taken: ReadonlySet<Node>): Run[] {
  const found: Run[] = [];
  for (let index = 0; index < all.length; index += 1) {
    if (!taken.has(all[index]!)) continue;
    const first = index;
    while (index + 1 < all.length && taken.has(all[index + 1]!)) index += 1;
    found.push({ before: all[first - 1], first: all[first]!, last: all[index]!, after: all[index + 1] });
  }
  return found;
}

function withoutRun(flow: Flow, { before, first, last, after }: Run): Edit {
  const { tree } = flow;
  if (after) return { start: tree.span(first).start, end: tree.span(after).start, text: '' };
  const start = before ? tree.span(before).end : tree.span(first).start;
  return { start, end: tree.span(last).end, text: '' };
}

/** Writes another value in the place of a node. */
export function replace(flow: Flow, node: Node, value: unknown): Edit[] {
  return [{ ...flow.tree.span(node), text: JSON.stringify(value) }];
}

function change(
  flow: Flow,
  path: readonly Step[],
  value: unknown,
  before?: number,
  isArrayInsertion = false,
): Edit[] {
  const { text } = flow.tree;
  const edits = modify(text, [...path], value, {
    formattingOptions: formattingOf(text),
    isArrayInsertion,
    ...(before !== undefined && { getInsertionIndex: () => before }),
  });
  return edits.map(({ offset, length, content }) => ({ start: offset, end: offset + length, text: content }));
}
