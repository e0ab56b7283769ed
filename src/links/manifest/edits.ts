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

/** The file goes with its last link. */
export function withoutLink({ path, environment }: Pick<Mark, 'path' | 'environment'>): Change {
  return (text) => {
    const rest = set(text, ['flows', path, environment], undefined);
    const file = nodeAt(rest, ['flows', path]);
    return file?.type === 'object' && file.children?.length === 0
      ? set(rest, ['flows', path], undefined)
      : rest;
  };
}

/** Marks that are of another flow meanwhile, or of no link any more, are left out. */
export function withMarks(marks: readonly Mark[]): Change {
  return (text) => {
    const root = parseTree(text);
    const valid = marks.filter(
      (mark) => root && findNodeAtLocation(root, [...placeOf(mark), 'flow'])?.value === mark.flowId,
    );
    // Most are there already: these need one look at the text, however many they are.
    const replaced = valid.flatMap((mark): Edit[] => {
      const node = root && findNodeAtLocation(root, [...placeOf(mark), 'synced']);
      return node === undefined ? [] : [replaceIn(node, mark.synced)];
    });
    const added = valid.filter((mark) => !(root && findNodeAtLocation(root, [...placeOf(mark), 'synced'])));
    return added.reduce(
      (rest, mark) => set(rest, [...placeOf(mark), 'synced'], mark.synced),
      applyEdits(text, replaced),
    );
  };
}

const placeOf = ({ path, environment }: Mark): JSONPath => ['flows', path, environment];

function replaceIn({ offset, length }: Node, value: string): Edit {
  return { offset, length, content: JSON.stringify(value) };
}

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
