import type { BinaryOperator, Expression } from '../../flowjson/expression/expressionAst';
import { parseExpression } from '../../flowjson/expression/expressionParser';
import { say, shortened, type Message } from '../../flowjson/message';
import { parseReference, type ReferencePath } from '../../flowjson/text/reference';
import { finite, isBlank, type Json } from '../json';
import { broken, given, tooLong, type Evaluated, type Gap, type Scope } from './evaluated';
import { lookUp } from './lookUp';
import { remembered } from './remembered';
import { numberOf, rounded, textOf } from './values';

/**
 * What an expression in backticks gives (facts on Flow JSON, section 5.2); never throws.
 *
 * @param text with its backticks
 * @returns `null` with the reason where WhatsApp refuses the expression
 */
export function evaluateExpression(text: string, scope: Scope): Evaluated {
  const long = tooLong(text, scope);
  if (long) return broken(long);
  const { root, problems } = parsed(text);
  const refused = problems.find(({ kind }) => kind === 'refused');
  if (refused) return broken(refused.message);
  const gaps: Gap[] = [];
  const value = new Evaluation(scope, gaps).of(root);
  return { value: typeof value === 'number' ? rounded(value) : value, gaps };
}

/** The same expressions are evaluated at every keystroke. */
const parsed = remembered(parseExpression);

class Evaluation {
  constructor(
    private readonly scope: Scope,
    private readonly gaps: Gap[],
  ) {}

  of(expression: Expression): Json {
    switch (expression.is) {
      case 'text':
      case 'boolean':
        return expression.value;
      case 'number':
        return finite(expression.value);
      case 'reference':
        return this.reference(expression.inner, expression.to);
      case 'group':
        return this.of(expression.inner);
      case 'concatenation':
        return expression.members.map((member) => this.text(this.of(member))).join('');
      case 'unary': {
        const value = this.of(expression.operand);
        if (expression.operator === '!') return !this.truth(value);
        const number = this.number(value);
        return number === null ? null : finite(expression.operator === '-' ? -number : number);
      }
      case 'binary':
        return this.binary(expression.operator, this.of(expression.left), this.of(expression.right));
      case 'broken':
        return this.lost(say('This expression cannot be read.'));
    }
  }

  private reference(inner: string, to: ReferencePath | undefined): Json {
    if (to?.path.some((name) => name.includes('-'))) return this.subtraction(inner);
    const { value, gaps } = lookUp(inner, to, this.scope);
    for (const gap of gaps) this.gaps.push(gap);
    return value;
  }

  /** A name with a hyphen is read as a subtraction here; what stands behind it is no reference, and so empty. */
  private subtraction(inner: string): Json {
    const minuend = inner.slice(0, inner.indexOf('-'));
    const to = parseReference(minuend);
    const { value } = to ? lookUp(minuend, to, this.scope) : given(null);
    this.lost(
      say('In backticks {0} is read as a subtraction; use a name without a hyphen.', shortened(inner)),
    );
    return numberOf(value) ?? null;
  }

  private binary(operator: BinaryOperator, left: Json, right: Json): Json {
    switch (operator) {
      case '&&':
        return this.truth(left) && this.truth(right);
      case '||':
        return this.truth(left) || this.truth(right);
      case '==':
        return isEqual(left, right);
      case '!=':
        return !isEqual(left, right);
      case '<':
      case '<=':
      case '>':
      case '>=':
        return compare(operator, left, right);
      default:
        return this.arithmetic(operator, this.number(left), this.number(right));
    }
  }

  private arithmetic(operator: '+' | '-' | '*' | '/' | '%', left: number | null, right: number | null): Json {
    if (left === null || right === null) return null;
    switch (operator) {
      case '+':
        return finite(left + right);
      case '-':
        return finite(left - right);
      case '*':
        return finite(left * right);
      case '/':
        return right === 0 ? 0 : finite(left / right);
      case '%':
        return right === 0 ? 0 : finite(left % right);
    }
  }

  private number(value: Json): number | null {
    const number = numberOf(value);
    if (number !== undefined) return number;
    return this.lost(say('This calculates with something that is no number.'));
  }

  private text(value: Json): string {
    const text = textOf(value);
    if (text !== undefined) return text;
    this.lost(say('A list or an object cannot be part of a text.'));
    return '';
  }

  /** Facts say nothing of what is no boolean here; empty counts as false, as elsewhere in expressions. */
  private truth(value: Json): boolean {
    if (typeof value !== 'boolean' && !isBlank(value)) {
      this.lost(say('{0} and {1} work with true and false only.', '&&', '||'));
    }
    return value === true;
  }

  private lost(reason: Message): null {
    this.gaps.push({ reason, broken: true });
    return null;
  }
}

/** Empty equals empty only; a number is compared as a number; all else strictly (facts on Flow JSON, section 5.2). */
function isEqual(left: Json, right: Json): boolean {
  if (isBlank(left) || isBlank(right)) return isBlank(left) && isBlank(right);
  if (typeof left === 'number' || typeof right === 'number') return Number(left) === Number(right);
  return left === right;
}

/** False when a side is empty, or when neither is a number. */
function compare(operator: '<' | '<=' | '>' | '>=', left: Json, right: Json): boolean {
  if (isBlank(left) || isBlank(right)) return false;
  if (typeof left !== 'number' && typeof right !== 'number') return false;
  return isOrdered(operator, Number(left), Number(right));
}

export function isOrdered(operator: '<' | '<=' | '>' | '>=', left: number, right: number): boolean {
  switch (operator) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
  }
}
