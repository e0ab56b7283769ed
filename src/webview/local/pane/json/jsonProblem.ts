import { say, shortened, type Message } from '../../../../flowjson/message';
import type { Json } from '../../../../player/json';
import { isJson } from '../../readJson';

/** A text that a person writes as JSON: its value, or where it stops being JSON. */
export type ReadJson = { readonly value: Json } | { readonly problem: Message };

/** The engine's own complaints name a line only sometimes, and are English only. */
export function readJson(text: string): ReadJson {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: problemIn(text) };
  }
  // What the host would not take, or the player could not walk through.
  return isJson(value)
    ? { value }
    : { problem: say('This is nested too deeply, or has a number that is too large.') };
}

/** One token, after white space; at the end of the text an empty one. */
const token = /[ \t\r\n]*([{}[\],:"]|[^ \t\r\n{}[\],:"]+|$)/y;
const scalar = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)$/;
/** An escape or one character: nothing here can be read in two ways. */
const piece = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})|[^"\\\p{Cc}]|[\x7f-\x9f]/uy;

type Expected = 'value' | 'firstValue' | 'name' | 'firstName' | 'colon' | 'comma' | 'nothing';

const ends: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/** Reads as far as the text is JSON, and says where it stops being it. Not recursive, so any depth will do. */
function problemIn(text: string): Message {
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    token.lastIndex = at;
    const found = token.exec(text)![1]!;
    at = token.lastIndex;
    const end = ends[open.at(-1) ?? ''];
    const mayBeValue: boolean = expected === 'value' || expected === 'firstValue';
    const mayBeName: boolean = expected === 'name' || expected === 'firstName';
    const mayEnd: boolean = expected === 'comma' || expected === 'firstValue' || expected === 'firstName';

    if (found === '') {
      return end === undefined
        ? say('There is nothing here: a value is expected.')
        : say('The text ends too early: {0} is missing.', end);
    } else if (mayEnd && found === end) {
      open.pop();
      expected = afterValue(open);
    } else if (expected === 'comma' && found === ',') expected = end === '}' ? 'name' : 'value';
    else if (expected === 'colon' && found === ':') expected = 'value';
    else if (found === '"' && (mayBeValue || mayBeName)) {
      const close = closingQuote(text, at);
      if (close === undefined) return unclosed(lineAt(text, at));
      at = close;
      expected = mayBeName ? 'colon' : afterValue(open);
    } else if (mayBeValue && ends[found] !== undefined) {
      open.push(found);
      expected = found === '{' ? 'firstName' : 'firstValue';
    } else if (mayBeValue && scalar.test(found)) expected = afterValue(open);
    else return unexpected(expected, found, end, lineAt(text, at));
  }
}

function afterValue(open: readonly string[]): Expected {
  return open.length > 0 ? 'comma' : 'nothing';
}

/** Where a text in quotation marks ends, from just after the first of them. */
function closingQuote(text: string, from: number): number | undefined {
  let at = from;
  for (piece.lastIndex = at; piece.test(text);) at = piece.lastIndex;
  return text[at] === '"' ? at + 1 : undefined;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function unclosed(line: number): Message {
  return say(
    'Line {0}: a text has no closing quotation mark, or a character in it has to be written as an escape.',
    line,
  );
}

function unexpected(expected: Expected, found: string, end: string | undefined, line: number): Message {
  const here = shortened(found, 30);
  if (found === end)
    return say('Line {0}: something is missing before {1}, or a comma is too many.', line, here);
  switch (expected) {
    case 'name':
    case 'firstName':
      return say('Line {0}: a name in double quotation marks is expected, not {1}.', line, here);
    case 'value':
    case 'firstValue':
      return say(
        'Line {0}: a value is expected, not {1}. Texts stand in double quotation marks.',
        line,
        here,
      );
    case 'colon':
      return say('Line {0}: a colon is expected after the name, not {1}.', line, here);
    case 'comma':
      return say('Line {0}: a comma or {1} is expected, not {2}.', line, end!, here);
    case 'nothing':
      return say('Line {0}: the JSON has ended before {1}.', line, here);
  }
}
