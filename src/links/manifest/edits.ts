import {
  applyEdits,
  findNodeAtLocation,
  modify,
  parseTree,
  type Edit,
  type JSONPath,
  type Node,
} from 'jsonc-parser';
import type { Entry } from './content';
import { VERSION } from './version';

/** A new text from the text before; '' where there is no manifest yet. */
export type Change = (text: string) => string;

/** That both sides of a link were the same. */
export type Mark = Omit<Entry, 'spaceId'> & { readonly synced: string };

const empty = JSON.stringify({ version: VERSION, environments: {}, flows: {} }, undefined, 2) + '\n';

/** Environments stay in the order in which people added them: the first is the one to begin with. */
export function withEnvironment(name: string, spaceId: string): Change {
  return (text) => set(text, ['environments', name, 'space'], spaceId);
}

/** Links a file, by the alphabet, so that two branches add theirs at different places. */
export function withLink({ path, environment, flowId }: Omit<Mark, 'synced'>): Change {
  return (text) => {
    const link = ['flows', path, environment];
    // What was in common with another flow says nothing of this one.
    const before =
      valueAt(text, [...link, 'flow']) === flowId ? text : set(text, [...link, 'synced'], undefined);
    return set(before, [...link, 'flow'], flowId);
  };
}

/** A file goes with its last link. */
export function withoutLinks(links: readonly Pick<Mark, 'path' | 'environment'>[]): Change {
  const byFile = new Map<string, Set<string>>();
  for (const { path, environment } of links)
    byFile.set(path, (byFile.get(path) ?? new Set<string>()).add(environment));
  return (text) => {
    const flows = nodeAt(text, ['flows']);
    if (flows === undefined) return text;
    const emptied = new Set<Node>();
    const edits = (flows.children ?? []).flatMap((file) => {
      const [environments, value] = [byFile.get(nameOf(file)), file.children?.[1]];
      if (environments === undefined || value?.type !== 'object') return [];
      const isGone = (link: Node) => environments.has(nameOf(link));
      if (!value.children?.every(isGone)) return removals(value, isGone);
      emptied.add(file);
      return [];
    });
    return applied(text, [...edits, ...removals(flows, (file) => emptied.has(file))]);
  };
}

/** Marks that are of another flow meanwhile, or of no link any more, are left out. */
export function withMarks(marks: readonly Mark[]): Change {
  return (text) => {
    // One look at the text, however many they are: a pull may mark thousands.
    const files = new Map(
      nodeAt(text, ['flows'])?.children?.map((file) => [nameOf(file), file.children?.[1]]),
    );
    const edits = marks.flatMap(({ path, environment, flowId, synced }) => {
      const file = files.get(path);
      const link = file && findNodeAtLocation(file, [environment]);
      if (!link || findNodeAtLocation(link, ['flow'])?.value !== flowId) return [];
      const before = findNodeAtLocation(link, ['synced']);
      return before === undefined ? addition(text, link, synced) : replacement(before, synced);
    });
    return applied(text, edits);
  };
}

/** As `applyEdits`, which copies the whole text for each of them. */
function applied(text: string, edits: readonly Edit[]): string {
  let done = 0;
  const pieces = [...edits]
    .sort((a, b) => a.offset - b.offset)
    .flatMap(({ offset, length, content }) => {
      const before = text.slice(done, offset);
      done = offset + length;
      return [before, content];
    });
  return [...pieces, text.slice(done)].join('');
}

function replacement({ offset, length }: Node, value: string): Edit {
  return { offset, length, content: JSON.stringify(value) };
}

/** Behind the last property of a link, as far from it as the first one is from the brace. */
function addition(text: string, { offset, children = [] }: Node, synced: string): Edit {
  const gap = text.slice(offset + 1, children[0]?.offset) || ' ';
  const content = `,${gap}"synced": ${JSON.stringify(synced)}`;
  return { offset: endOf(children.at(-1)!), length: 0, content };
}

/** Properties that go, each with the comma and the space that would be left over. */
function removals({ offset, length, children = [] }: Node, isGone: (property: Node) => boolean): Edit[] {
  const cut = (from: number, to: number): Edit => ({ offset: from, length: to - from, content: '' });
  const firstKept = children.findIndex((property) => !isGone(property));
  if (firstKept < 0) return children.length === 0 ? [] : [cut(offset + 1, offset + length - 1)];
  return children.flatMap((property, index) => {
    if (!isGone(property)) return [];
    return index < firstKept
      ? cut(property.offset, children[index + 1]!.offset)
      : cut(endOf(children[index - 1]!), endOf(property));
  });
}

const nameOf = ({ children }: Node): string => String(children?.[0]?.value);
const endOf = ({ offset, length }: Node): number => offset + length;

function nodeAt(text: string, path: JSONPath): Node | undefined {
  const root = parseTree(text);
  return root && findNodeAtLocation(root, path);
}

function valueAt(text: string, path: JSONPath): unknown {
  return nodeAt(text, path)?.value;
}

/** Touches nothing else; `undefined` takes the property away. */
function set(text: string, path: JSONPath, value: unknown): string {
  if (text === '') return set(empty, path, value);
  const root = parseTree(text);
  const isThere = (depth: number) => root && findNodeAtLocation(root, path.slice(0, depth)) !== undefined;
  if (value === undefined && !isThere(path.length)) return text;
  let depth = path.length - 1;
  while (depth > 0 && !isThere(depth)) depth -= 1;
  const edits = modify(text, path, value, {
    formattingOptions: formattingOf(text),
    getInsertionIndex: (names) => {
      const index = names.findIndex((name) => name > String(path[depth]));
      return path[0] !== 'flows' || depth === 0 || index < 0 ? names.length : index;
    },
  });
  return applyEdits(text, edits);
}

function formattingOf(text: string) {
  const indentation = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
  return {
    insertSpaces: !indentation.includes('\t'),
    tabSize: indentation.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}
