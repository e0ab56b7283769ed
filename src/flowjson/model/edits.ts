import type { Flow } from './flow';
import type { Edit } from '../text/edit';
import { formattingOf } from '../text/format';
import { property as propertyOf, type Node } from '../text/nodes';
import { writeJson, type Style } from '../text/write';

/** Sets a property of the top level; a new one stands before `screens`. */
export function setTop(flow: Flow, key: string, value: unknown): Edit[] {
  return setTops(flow, { [key]: value });
}

/** Sets several properties of the top level at once: of two edits at the same place the order would be open. */
export function setTops(flow: Flow, entries: Readonly<Record<string, unknown>>): Edit[] {
  const { top } = flow.tree;
  return top?.type === 'object' ? setProperties(flow, top, entries, 'screens') : [];
}

/** Sets a property of an object; a new one goes last, or before the property named. */
export function setProperty(flow: Flow, object: Node, key: string, value: unknown, before?: string): Edit[] {
  return setProperties(flow, object, { [key]: value }, before);
}

/** Sets properties of an object; new ones go last, or before the property named, in the order given. */
export function setProperties(
  flow: Flow,
  object: Node,
  entries: Readonly<Record<string, unknown>>,
  before?: string,
): Edit[] {
  if (object.type !== 'object') return [];
  const style = styleInside(flow, object);
  const edits: Edit[] = [];
  const added: string[] = [];
  for (const [key, value] of Object.entries(entries)) {
    const present = propertyOf(object, key);
    if (present?.value) edits.push(...replace(flow, present.value, value));
    else
      added.push(`${JSON.stringify(key)}:${style.layout === 'dense' ? '' : ' '}${writeJson(value, style)}`);
  }
  const next = before === undefined ? undefined : propertyOf(object, before)?.node;
  return added.length === 0 ? edits : [...edits, ...insert(flow, object, added, next, style)];
}

/** Puts an item into an array before that index; at the end unless said otherwise. */
export function insertItem(flow: Flow, array: Node, value: unknown, index = -1): Edit[] {
  if (array.type !== 'array') return [];
  const style = styleInside(flow, array);
  return insert(flow, array, [writeJson(value, style)], childrenOf(flow, array)[index], style);
}

/** Takes properties or items away, with their commas. Several at once, because edits must not overlap. */
export function remove(flow: Flow, ...nodes: readonly Node[]): Edit[] {
  const taken = new Set(nodes.map((node) => (node.parent?.type === 'property' ? node.parent : node)));
  const parents = new Set([...taken].map((node) => flow.tree.parent(node)));
  return [...parents].flatMap((parent) =>
    parent === undefined ? [] : runs(childrenOf(flow, parent), taken).map((run) => withoutRun(flow, run)),
  );
}

/** Writes another value in the place of a node. */
export function replace(flow: Flow, node: Node, value: unknown): Edit[] {
  const span = flow.tree.span(node);
  const old = flow.tree.text.slice(span.start, span.end);
  const around = styleOfLine(flow, span.start);
  const short = /^[[{]./.test(old) && !old.includes('\n');
  return [{ ...span, text: writeJson(value, short ? { ...around, layout: layoutOnLine(old) } : around) }];
}

/** Writes another name for a property. */
export function renameKey(flow: Flow, keyNode: Node, name: string): Edit[] {
  return [{ ...flow.tree.span(keyNode), text: JSON.stringify(name) }];
}

/** Writes other text for a stretch of the decoded text of a string. */
export function replaceInside(flow: Flow, node: Node, from: number, to: number, text: string): Edit {
  return { ...flow.tree.spanInside(node, from, to), text: escaped(text) };
}

/** A text as it stands between the quotes of JSON. */
export const escaped = (text: string): string => JSON.stringify(text).slice(1, -1);

interface Run {
  readonly before: Node | undefined;
  readonly first: Node;
  readonly last: Node;
  readonly after: Node | undefined;
}

const childrenOf = (flow: Flow, parent: Node): readonly Node[] =>
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

/** Puts written members into a container, before one of its members or at the end. */
function insert(
  flow: Flow,
  container: Node,
  members: readonly string[],
  next: Node | undefined,
  { layout, indent, unit, eol }: Style,
): Edit[] {
  const { tree } = flow;
  const gap = layout === 'lines' ? eol + indent : layout === 'line' ? ' ' : '';
  const text = members.join(`,${gap}`);
  if (next) {
    const { start } = tree.span(next);
    return [{ start, end: start, text: `${text},${gap}` }];
  }
  const last = childrenOf(flow, container).at(-1);
  if (last) {
    const { end } = tree.span(last);
    return [{ start: end, end, text: `,${gap}${text}` }];
  }
  const { start, end } = tree.span(container);
  const outer = layout === 'lines' ? eol + indent.slice(0, indent.length - unit.length) : gap;
  return [{ start: start + 1, end: end - 1, text: gap + text + outer }];
}

/** How the members of a container are written. */
function styleInside(flow: Flow, container: Node): Style {
  const { text } = flow.tree;
  const { start, end } = flow.tree.span(container);
  const around = styleOfLine(flow, start);
  const [first] = childrenOf(flow, container);
  if (first === undefined) return { ...around, indent: around.indent + around.unit };
  const place = flow.tree.span(first).start;
  if (text.slice(start, place).includes('\n'))
    return { ...around, layout: 'lines', indent: indentAt(text, place) };
  return { ...around, layout: layoutOnLine(text.slice(start, end)) };
}

function styleOfLine(flow: Flow, offset: number): Style {
  const { text } = flow.tree;
  const { insertSpaces, tabSize, eol } = formattingOf(text);
  const layout = text.trim().includes('\n') ? 'lines' : layoutOnLine(text);
  return { layout, indent: indentAt(text, offset), unit: insertSpaces ? ' '.repeat(tabSize) : '\t', eol };
}

const layoutOnLine = (source: string): 'line' | 'dense' =>
  /[:,] /.test(source.slice(0, 1000)) || !/[:,]/.test(source) ? 'line' : 'dense';

function indentAt(text: string, offset: number): string {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  let end = line;
  while (text[end] === ' ' || text[end] === '\t') end += 1;
  return text.slice(line, Math.min(end, offset));
}
