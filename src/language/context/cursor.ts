import { getLocation } from 'jsonc-parser';
import { parseFlow } from '../../flowjson/analyse';
import type { Span } from '../../flowjson/text/span';
import type { Flow } from '../../flowjson/model/flow';
import { screenOf, type Screen } from '../../flowjson/model/screen';
import type { Step } from '../../flowjson/text/flowTree';
import type { Node } from '../../flowjson/text/nodes';
import { nodeAtPath } from './factsAt';

/** What is half typed where the cursor stands. */
interface Token {
  /** With its quotes; where the closing one is missing, up to the cursor. */
  readonly span: Span;
  /** `braces`: an object that is still empty. */
  readonly is: 'string' | 'word' | 'braces';
  /** What stands before and behind the cursor as it is written, without quotes. */
  readonly before: string;
  readonly after: string;
}

/** A place in a flow where something may be typed. */
export interface Cursor {
  /** Where a closing quote is missing, this is the flow as it will be once it is there. */
  readonly flow: Flow;
  /** The text as it is. */
  readonly text: string;
  readonly offset: number;
  /** Where something would begin that is put here: the token or, without one, the cursor. */
  readonly span: Span;
  readonly token: Token | undefined;
  /** The way to what is typed here; it ends in the half-typed key, in an index, or in the key whose value it is. */
  readonly path: readonly Step[];
  /** Whether a key is typed, not a value. */
  readonly atKey: boolean;
  /** The object or list that it will stand in. */
  readonly container: Node | undefined;
  readonly screen: Screen | undefined;
}

/** What a person may be about to type at an offset; nothing behind something complete, or where the text is no JSON at all. */
export function cursorAt(flow: Flow, offset: number): Cursor | undefined {
  return find(flow, flow.tree.text, offset, false);
}

function find(flow: Flow, text: string, offset: number, repaired: boolean): Cursor | undefined {
  const { tree } = flow;
  if (tree.tooDeep || tree.top === undefined) return undefined;
  const index = tree.screens.findIndex((root) => {
    const { start, end } = tree.span(root);
    return root.type === 'object' && start < offset && offset < end;
  });
  const root = tree.screens[index];
  const from = root === undefined ? 0 : tree.span(root).start;
  const source = root === undefined ? tree.text : tree.source(root);
  const { path: steps, previousNode } = getLocation(source, offset - from);
  const path: Step[] = root === undefined ? steps : ['screens', index, ...steps];
  if (path.length === 0) return undefined;
  const common = { flow, text, offset, screen: root && screenOf(root) };

  const previous = previousNode && {
    start: from + previousNode.offset,
    end: from + previousNode.offset + previousNode.length,
  };
  const around = previous && previous.start < offset && offset <= previous.end ? previous : undefined;
  if (around && tree.text[around.start] === '"') {
    if (!repaired && !isClosed(tree.text, around)) {
      const closed = `${text.slice(0, offset)}"${text.slice(offset)}`;
      return find(parseFlow(closed, flow), text, offset, true);
    }
    if (offset === around.end) return undefined;
    const token: Token = {
      is: 'string',
      span: repaired ? { start: around.start, end: offset } : around,
      before: tree.text.slice(around.start + 1, offset),
      after: tree.text.slice(offset, around.end - 1),
    };
    return {
      ...common,
      token,
      span: token.span,
      path,
      atKey: previousNode!.type === 'property',
      container: nodeAtPath(tree, path.slice(0, -1)),
    };
  }

  const token = wordAt(text, offset);
  const span = token?.span ?? { start: offset, end: offset };
  const container = nodeAtPath(tree, path.slice(0, -1));
  const before = lastSignBefore(text, span.start);
  const atKey = typeof path.at(-1) === 'string' && before !== ':';
  return {
    ...common,
    token,
    span,
    path: atKey ? [...path.slice(0, -1), ''] : path,
    atKey,
    container,
  };
}

/**
 * Whether a string has its own closing quote. On a line that goes on, the quote of a forgotten string is found in the opening one
 * of the next: then no comma, colon or bracket follows.
 */
function isClosed(text: string, { start, end }: Span): boolean {
  if (
    end - start < 2 ||
    text[end - 1] !== '"' ||
    /(^|[^\\])(\\\\)*\\"$/.test(text.slice(Math.max(start + 1, end - 64), end))
  ) {
    return false;
  }
  const next = /^[^\S\r\n]*(\S?)/.exec(text.slice(end, end + 64))![1]!;
  return next === '' || ',:]}/'.includes(next);
}

function wordAt(text: string, offset: number): Token | undefined {
  const before = /[\w.#-]*$/.exec(text.slice(Math.max(0, offset - 100), offset))![0];
  const after = /^[\w.#-]*/.exec(text.slice(offset, offset + 100))![0];
  if (before + after === '') return undefined;
  const span = { start: offset - before.length, end: offset + after.length };
  return { is: 'word', span, before, after };
}

/** The last character before a place that is no white space; empty at the beginning. */
export function lastSignBefore(text: string, offset: number): string {
  let at = offset - 1;
  while (at >= 0 && /\s/.test(text[at]!)) at -= 1;
  return text[at] ?? '';
}

/** The first character from a place on that is no white space; empty at the end. */
export function nextSign(text: string, offset: number): string {
  let at = offset;
  while (at < text.length && /\s/.test(text[at]!)) at += 1;
  return text[at] ?? '';
}
