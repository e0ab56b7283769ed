import { atLeast } from '../../flowjson/catalogue';
import { parseCondition } from '../../flowjson/expression/conditionParser';
import type { ConditionToken } from '../../flowjson/expression/conditionTokens';
import { say } from '../../flowjson/message';
import { isExpression } from '../../flowjson/text/reference';
import { isBlank, type Json } from '../json';
import { broken, given, tooLong, type Evaluated, type Gap, type Scope } from './evaluated';
import { evaluateExpression, isOrdered } from './expression';
import { lookUp } from './lookUp';
import { remembered } from './remembered';

/**
 * Whether the condition of an If holds (facts on Flow JSON, section 9.2); never throws.
 *
 * @param condition the value as it stands in the flow: a text, from 6.0 also in backticks or a boolean
 * @returns a boolean, or `null` with the reason where it gives none: then the `else` branch shows
 */
export function evaluateCondition(condition: Json | undefined, scope: Scope): Evaluated {
  const modern = atLeast(scope.version, '6.0');
  if (typeof condition === 'boolean' && modern) return given(condition);
  if (typeof condition !== 'string') return broken(say('The condition is missing.'));
  const found =
    modern && isExpression(condition)
      ? evaluateExpression(condition, scope)
      : evaluatePlain(condition, scope);
  if (typeof found.value === 'boolean' || found.gaps.length > 0) {
    return typeof found.value === 'boolean' ? found : { value: null, gaps: found.gaps };
  }
  // Nothing yet, such as data that has not come, is no mistake.
  const reason = say('The condition is neither true nor false now.');
  return { value: null, gaps: [{ reason, broken: !isBlank(found.value) }] };
}

/** The same conditions are evaluated at every keystroke. */
const parsed = remembered(parseCondition);

type Operator = (ConditionToken & { is: 'operator' })['operator'];
type Entry = { readonly operand: Json } | { readonly operator: Operator };

/**
 * A plain condition, evaluated as Meta's client does: operands and operators go on a stack, `&&` is applied as soon as
 * its right operand is there, everything else at a closing parenthesis or at the end, from right to left. So
 * `!a && b` is `!(a && b)`.
 */
function evaluatePlain(text: string, scope: Scope): Evaluated {
  const long = tooLong(text, scope);
  if (long) return broken(long);
  const { tokens, problems } = parsed(text);
  const [problem] = problems;
  if (problem) return broken(problem.message);
  const gaps: Gap[] = [];
  const levels: Entry[][] = [[]];
  for (const token of tokens) {
    if (token.is === 'open') levels.push([]);
    else if (token.is === 'operator') levels.at(-1)!.push({ operator: token.operator });
    else if (token.is === 'close') {
      const inner = levels.pop()!;
      pushOperand(levels.at(-1)!, reduce(inner));
    } else {
      const found = token.is === 'reference' ? lookUp(token.inner, token.to, scope) : given(token.value);
      for (const gap of found.gaps) gaps.push(gap);
      pushOperand(levels.at(-1)!, found.value);
    }
  }
  return { value: reduce(levels[0]!), gaps };
}

function pushOperand(level: Entry[], operand: Json): void {
  const last = level.at(-1);
  const left = level.at(-2);
  if (last && left && 'operator' in last && last.operator === '&&' && 'operand' in left) {
    level.splice(-2, 2, { operand: left.operand === true && operand === true });
  } else level.push({ operand });
}

/** What is left on a level, from right to left. The parser has seen to it that operands and operators alternate. */
function reduce(level: Entry[]): Json {
  const operandAt = (index: number): Json => {
    const entry = level[index];
    return entry && 'operand' in entry ? entry.operand : null;
  };
  let right = operandAt(level.length - 1);
  for (let index = level.length - 2; index >= 0; index -= 1) {
    const entry = level[index]!;
    if (!('operator' in entry)) continue;
    right = apply(entry.operator, operandAt(index - 1), right);
  }
  return right;
}

function apply(operator: Operator, left: Json, right: Json): boolean {
  switch (operator) {
    case '!':
      return typeof right === 'boolean' && !right;
    case '&&':
      return left === true && right === true;
    case '||':
      return typeof left === 'boolean' && typeof right === 'boolean' && (left || right);
    case '==':
      return isEqual(left, right);
    case '!=':
      return !isEqual(left, right);
    default: {
      const [a, b] = [integerOf(left), integerOf(right)];
      return a !== undefined && b !== undefined && isOrdered(operator, a, b);
    }
  }
}

/** Both sides that look like numbers are compared as integers; empty text equals empty and missing. */
function isEqual(left: Json, right: Json): boolean {
  if (isBlank(left) || isBlank(right)) return isBlank(left) && isBlank(right);
  const [a, b] = [integerOf(left), integerOf(right)];
  return a !== undefined && b !== undefined ? a === b : left === right;
}

/** What looks like a number, with its decimals cut off. */
function integerOf(value: Json): number | undefined {
  if (typeof value === 'number') return Math.trunc(value);
  if (typeof value !== 'string' || !/^\s*[+-]?\d+(\.\d*)?\s*$/.test(value)) return undefined;
  return Math.trunc(Number(value));
}
