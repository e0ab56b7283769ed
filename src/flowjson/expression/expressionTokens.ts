import type { Stretch } from './expressionAst';
import { readReference } from '../text/reference';

/** What the text of an expression is made of. */
export type Token = Stretch &
  (
    | { readonly is: 'text'; readonly value: string; readonly quote: string; readonly closed: boolean }
    | { readonly is: 'number'; readonly value: number }
    | { readonly is: 'boolean'; readonly value: boolean }
    | { readonly is: 'reference'; readonly inner: string; readonly closed: boolean }
    | { readonly is: 'operator'; readonly operator: string }
    | { readonly is: 'open' | 'close' | 'question' | 'colon' | 'end' }
    /** Words and signs that mean nothing outside of quotes. */
    | { readonly is: 'stray'; readonly text: string }
  );

/** Longest first. Some are no operators of WhatsApp's, but of languages people come from. */
const operators = [
  ...['>>>', '===', '!==', '&&', '||', '==', '!=', '<=', '>=', '<<', '>>', '**', '??'],
  ...['<', '>', '+', '-', '*', '/', '%', '!', '&', '|', '^', '~', '='],
];
const structural = new Set(Array.from('\'"`()?:+-*/%<>=!&|^~ \t\n\r'));
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v' };

/**
 * Reads the next token at or after `from`, before `limit`. Every character is looked at a bounded number of times as
 * long as the caller goes on from the token's end.
 */
export function nextToken(text: string, from: number, limit: number): Token {
  let start = from;
  while (start < limit && /\s/.test(text[start]!)) start += 1;
  if (start >= limit) return { is: 'end', start: limit, end: limit };
  const sign = text[start]!;
  if (text.startsWith('${', start)) {
    return { is: 'reference', start, ...readReference(text, start, limit) };
  }
  if (sign === "'" || sign === '"') return quotedAt(text, start, limit);
  if (sign === '(') return { is: 'open', start, end: start + 1 };
  if (sign === ')') return { is: 'close', start, end: start + 1 };
  if (sign === ':') return { is: 'colon', start, end: start + 1 };
  const operator = operators.find((one) => text.startsWith(one, start) && start + one.length <= limit);
  if (operator !== undefined) return { is: 'operator', operator, start, end: start + operator.length };
  if (sign === '?') return { is: 'question', start, end: start + 1 };
  return wordAt(text, start, limit);
}

function quotedAt(text: string, start: number, limit: number): Token {
  const quote = text[start]!;
  let value = '';
  let at = start + 1;
  for (; at < limit && text[at] !== quote; at += 1) {
    if (text[at] === '\\' && at + 1 < limit) {
      at += 1;
      value += escapes[text[at]!] ?? text[at]!;
    } else value += text[at]!;
  }
  const closed = at < limit;
  return { is: 'text', value, quote, closed, start, end: closed ? at + 1 : limit };
}

function wordAt(text: string, start: number, limit: number): Token {
  const end = Math.max(endOfWord(text, start, limit), start + 1);
  const word = text.slice(start, end);
  if (word === 'true' || word === 'false') return { is: 'boolean', value: word === 'true', start, end };
  if (/^(\d+(\.\d*)?|\.\d+)$/.test(word)) return { is: 'number', value: Number(word), start, end };
  if (word === 'null') return { is: 'stray', text: word, start, end };
  return strayText(text, start, end, limit);
}

/** Words in a row are one mistake: quotes were forgotten around all of them. */
function strayText(text: string, start: number, firstEnd: number, limit: number): Token {
  let end = firstEnd;
  for (;;) {
    let next = end;
    while (next < limit && /\s/.test(text[next]!)) next += 1;
    if (next >= limit || structural.has(text[next]!) || text.startsWith('${', next)) break;
    end = Math.max(endOfWord(text, next, limit), next + 1);
  }
  return { is: 'stray', text: text.slice(start, end), start, end };
}

/** A word goes on over signs that end a sentence and dashes between letters. */
function endOfWord(text: string, start: number, limit: number): number {
  let end = start;
  for (; end < limit; end += 1) {
    const sign = text[end]!;
    if (text.startsWith('${', end)) break;
    if (!structural.has(sign)) {
      if (sign === '\\' && end + 1 < limit) end += 1;
      continue;
    }
    const after = text[end + 1] ?? ' ';
    const inWord = end > start && /[\p{L},.]/u.test(text[end - 1]!);
    if (inWord && (sign === ':' || sign === '?' || (sign === '!' && after !== '='))) continue;
    if (inWord && (sign === '-' || sign === '/') && /\p{L}/u.test(after)) continue;
    break;
  }
  return end;
}
