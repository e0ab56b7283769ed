import { say, type Message } from '../message';
import type { Stretch } from './expressionAst';
import { parseReference, readReference, type ReferencePath } from '../text/reference';

export type ComparisonOperator = '==' | '!=' | '>' | '>=' | '<' | '<=';
type ConditionOperator = ComparisonOperator | '&&' | '||' | '!';

/** A reference or literal of a plain condition. */
export type ConditionOperand = Stretch &
  (
    | { readonly is: 'reference'; readonly inner: string; readonly to: ReferencePath | undefined }
    | { readonly is: 'text'; readonly value: string }
    | { readonly is: 'number'; readonly value: number }
    | { readonly is: 'boolean'; readonly value: boolean }
  );

/** What a plain condition is made of; evaluation works on these, one after the other. */
export type ConditionToken =
  | ConditionOperand
  | (Stretch & { readonly is: 'operator'; readonly operator: ConditionOperator })
  | (Stretch & { readonly is: 'open' })
  | (Stretch & { readonly is: 'close' });

export interface ConditionProblem extends Stretch {
  readonly message: Message;
  /** What a fix would put in the place of the stretch. */
  readonly replacement?: string;
}

const known = new Set<string>(['==', '!=', '>', '>=', '<', '<=', '&&', '||', '!']);
const meant: Readonly<Record<string, ConditionOperator>> = {
  '=': '==',
  '===': '==',
  '!==': '!=',
  '<>': '!=',
  '=>': '>=',
  '=<': '<=',
  '&': '&&',
  '|': '||',
};
const signs = /&&|\|\||[=!]==|[=!<>]=|<>|=[<>]|[=!<>&|]|[+*/%^~]/y;
const words = /[\p{L}\p{N}_.]+/uy;

/** Reads a plain condition into tokens; what is none becomes a problem. Cost: linear. */
export function conditionTokens(text: string): {
  readonly tokens: readonly ConditionToken[];
  readonly problems: readonly ConditionProblem[];
} {
  const tokens: ConditionToken[] = [];
  const problems: ConditionProblem[] = [];
  for (let at = 0; at < text.length;) {
    if (/\s/.test(text[at]!)) {
      at += 1;
      continue;
    }
    const read = tokenAt(text, at);
    if (read.token) tokens.push(read.token);
    if (read.problem) problems.push(read.problem);
    at = read.end;
  }
  return { tokens, problems };
}

interface Read {
  readonly end: number;
  readonly token?: ConditionToken;
  readonly problem?: ConditionProblem;
}

function tokenAt(text: string, start: number): Read {
  const sign = text[start]!;
  if (text.startsWith('${', start)) return referenceAt(text, start);
  if (sign === "'") return quotedAt(text, start);
  if (sign === '"') return doublyQuotedAt(text, start);
  if (sign === '(' || sign === ')') {
    const end = start + 1;
    return { end, token: { is: sign === '(' ? 'open' : 'close', start, end } };
  }
  if (sign === '-') return minusAt(text, start);
  signs.lastIndex = start;
  const operator = signs.exec(text)?.[0];
  if (operator !== undefined) return operatorAt(operator, start);
  words.lastIndex = start;
  const word = words.exec(text)?.[0];
  if (word !== undefined) return wordAt(word, start);
  // A letter outside of the first plane takes two units; half of it would be shown as rubbish.
  const end = start + (text.codePointAt(start)! > 0xffff ? 2 : 1);
  return {
    end,
    problem: { start, end, message: say('{0} means nothing in a condition.', text.slice(start, end)) },
  };
}

function referenceAt(text: string, start: number): Read {
  const { inner, end, closed } = readReference(text, start, text.length);
  const token = { is: 'reference', inner, to: parseReference(inner), start, end } as const;
  if (closed) return { end, token };
  const message = say('The closing brace of this reference is missing.');
  return { end, token, problem: { start, end, message, replacement: `\${${inner}}` } };
}

function quotedAt(text: string, start: number): Read {
  let value = '';
  let at = start + 1;
  for (; at < text.length && text[at] !== "'"; at += 1) {
    if (text[at] === '\\' && at + 1 < text.length) at += 1;
    value += text[at]!;
  }
  const closed = at < text.length;
  const end = closed ? at + 1 : at;
  const token = { is: 'text', value, start, end } as const;
  if (closed) return { end, token };
  return { end, token, problem: { start, end, message: say('The closing quote of this text is missing.') } };
}

/** What is meant as a text; without its second quote, that sign alone. */
function doublyQuotedAt(text: string, start: number): Read {
  const close = text.indexOf('"', start + 1);
  const message = say('Put text in single quotes, not in double ones.');
  if (close < 0) return { end: start + 1, problem: { start, end: start + 1, message } };
  const end = close + 1;
  const value = text.slice(start + 1, close);
  const replacement = `'${value.replaceAll("'", "\\'")}'`;
  return { end, token: { is: 'text', value, start, end }, problem: { start, end, message, replacement } };
}

/** A minus belongs to the whole number right behind it, or is a mistake: nothing is subtracted here. */
function minusAt(text: string, start: number): Read {
  words.lastIndex = start + 1;
  const word = words.exec(text)?.[0] ?? '';
  if (/^\d/.test(word)) return wordAt(`-${word}`, start);
  const end = start + 1 + word.length;
  const message = say('{0} is allowed only right in front of a number.', '-');
  return { end, problem: { start, end, message } };
}

function operatorAt(operator: string, start: number): Read {
  const end = start + operator.length;
  if (known.has(operator)) {
    return { end, token: { is: 'operator', operator: operator as ConditionOperator, start, end } };
  }
  const right = meant[operator];
  const problem =
    right === undefined
      ? { message: say('{0} is no operator of a condition.', operator) }
      : {
          message: say('{0} is no operator of a condition; write {1}.', operator, right),
          replacement: right,
        };
  // Read as what was meant, so that what is around it is not refused too.
  const token: ConditionToken = { is: 'operator', operator: right ?? '==', start, end };
  return { end, token, problem: { start, end, ...problem } };
}

function wordAt(word: string, start: number): Read {
  const end = start + word.length;
  if (word === 'true' || word === 'false') {
    return { end, token: { is: 'boolean', value: word === 'true', start, end } };
  }
  const number: ConditionToken = { is: 'number', value: Number(word), start, end };
  if (/^-?(0|[1-9]\d*)$/.test(word)) return { end, token: number };
  if (/^-?\d/.test(word)) {
    const message = say('{0} is not written as a whole number without leading zeros.', word);
    return { end, token: number, problem: { start, end, message } };
  }
  const token: ConditionToken = { is: 'text', value: word, start, end };
  const message = say('{0} is neither a reference nor a literal; put text in single quotes.', word);
  return { end, token, problem: { start, end, message, replacement: `'${word}'` } };
}
