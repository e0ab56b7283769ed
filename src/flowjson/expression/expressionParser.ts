import { say, shortened, type Message } from '../message';
import type {
  BinaryOperator,
  Expression,
  ExpressionProblem,
  ParsedExpression,
  Stretch,
} from './expressionAst';
import { nextToken, type Token } from './expressionTokens';
import { foreign, isBinary, isUnary, precedence } from './operators';
import { parseReference } from '../text/reference';

/** More operators, parentheses and signs than this in one expression are not read: parts stay shallow enough to walk. */
export const mostOperators = 300;

/**
 * Reads an expression in backticks (facts on Flow JSON, section 5.2), tolerantly; never throws. Cost: linear.
 *
 * @param text the decoded text of the value with its backticks; the one at the end may be missing while typing
 * @returns as much of it as can be read, and what is wrong with its form. Indexes count in `text`. Whether references
 *   exist and types fit is found out by `typeOfExpression`
 */
export function parseExpression(text: string): ParsedExpression {
  return new Parser(text).parse();
}

class Parser {
  private readonly problems: ExpressionProblem[] = [];
  private readonly limit: number;
  private token: Token;
  private budget = mostOperators;

  constructor(private readonly text: string) {
    this.limit = text.length > 1 && text.endsWith('`') ? text.length - 1 : text.length;
    this.token = nextToken(text, text.startsWith('`') ? 1 : 0, this.limit);
  }

  parse(): ParsedExpression {
    const start = this.token.start;
    const members: Expression[] = [];
    for (;;) {
      this.readMembers(members);
      if (this.token.is === 'end') break;
      // Only these end the members outside of parentheses and ternaries.
      this.refuse(
        this.token,
        this.token.is === 'close'
          ? say('This parenthesis was never opened.')
          : say('A colon means nothing here; put text in single quotes.'),
      );
      this.advance();
    }
    if (members.length === 0 && this.problems.length === 0) {
      this.refuse(
        { start: 0, end: this.text.length },
        say(
          'The expression is empty; put a reference, a number or a text in single quotes between the backticks.',
        ),
      );
    }
    return { root: side(members, { start, end: this.limit }), problems: this.problems };
  }

  /** Members side by side, up to the end or a sign that belongs to what is around. */
  private readMembers(into: Expression[]): void {
    for (;;) {
      const { token } = this;
      if (token.is === 'end' || token.is === 'close' || token.is === 'colon') return;
      if (token.is === 'question') into.push(this.ternary(into.pop()));
      else into.push(this.binary(1));
    }
  }

  private binary(loosest: number): Expression {
    let left = this.unary();
    for (;;) {
      const { token } = this;
      if (token.is !== 'operator') return left;
      const other = foreign[token.operator];
      const operator = other ? other.meant : isBinary(token.operator) ? token.operator : undefined;
      const binds = other?.binds ?? (operator && precedence[operator]);
      if (binds === undefined || binds < loosest || !this.spend()) return left;
      if (other) this.refuseForeign(token, other.meant);
      this.advance();
      const right = this.operandAfter(token, () => this.binary(binds + 1));
      const at = { start: token.start, end: token.end };
      const stretch = { start: left.start, end: right.end };
      left = operator
        ? { is: 'binary', operator, at, left, right, ...stretch }
        : { is: 'broken', parts: [left, right], ...stretch };
    }
  }

  private unary(): Expression {
    const { token } = this;
    if (token.is !== 'operator') return this.primary();
    if (!this.spend()) return this.nothing();
    this.advance();
    if (isUnary(token.operator)) {
      const { operator } = token;
      const operand = this.operandAfter(token, () => this.unary());
      return { is: 'unary', operator, operand, start: token.start, end: operand.end };
    }
    this.refuse(
      token,
      token.operator === '~'
        ? say('WhatsApp does not know the operator {0}.', token.operator)
        : say('{0} needs something in front of it.', token.operator),
    );
    const operand = isOperandNext(this.token) ? this.unary() : this.nothing();
    return { is: 'broken', parts: [operand], start: token.start, end: operand.end };
  }

  private primary(): Expression {
    const { token } = this;
    const { start, end } = token;
    switch (token.is) {
      case 'open':
        return this.group(token);
      case 'text':
        if (!token.closed) this.refuse(token, say('The closing quote of this text is missing.'));
        else if (token.quote === '"') {
          const inner = this.text.slice(start + 1, end - 1).replaceAll("'", "\\'");
          this.doubt(token, say('Put text in single quotes, not in double ones.'), `'${inner}'`);
        }
        this.advance();
        return { is: 'text', value: token.value, start, end };
      case 'number':
        this.advance();
        return { is: 'number', value: token.value, start, end };
      case 'boolean':
        this.advance();
        return { is: 'boolean', value: token.value, start, end };
      case 'reference':
        if (!token.closed) {
          this.refuse(token, say('The closing brace of this reference is missing.'), `\${${token.inner}}`);
        }
        this.advance();
        return { is: 'reference', inner: token.inner, to: parseReference(token.inner), start, end };
      case 'stray':
        this.refuseStray(token);
        this.advance();
        return { is: 'broken', parts: [], start, end };
      default:
        return this.nothing();
    }
  }

  private group(open: Token): Expression {
    if (!this.spend()) return this.nothing();
    this.advance();
    const members: Expression[] = [];
    this.readMembers(members);
    while (this.token.is === 'colon') {
      this.refuse(this.token, say('A colon means nothing here; put text in single quotes.'));
      this.advance();
      this.readMembers(members);
    }
    const inside = { start: open.end, end: this.token.start };
    const { start } = open;
    if (this.token.is !== 'close') {
      this.refuse(open, say('The closing parenthesis is missing.'));
      return { is: 'group', inner: side(members, inside), start, end: Math.max(inside.end, open.end) };
    }
    const { end } = this.token;
    if (members.length === 0) {
      this.refuse({ start, end }, say('There is nothing between these parentheses.'));
    }
    this.advance();
    return { is: 'group', inner: side(members, inside), start, end };
  }

  private ternary(condition: Expression | undefined): Expression {
    const question = this.token;
    if (!this.spend()) return this.nothing();
    this.advance();
    const parts = condition ? [condition] : [];
    this.readMembers(parts);
    if (this.token.is === 'colon') {
      this.advance();
      this.readMembers(parts);
    }
    this.refuse(
      question,
      say(
        'WhatsApp does not know {0}; use an If component, or prepare the value outside of the flow.',
        '? :',
      ),
    );
    return {
      is: 'broken',
      parts,
      start: condition?.start ?? question.start,
      end: parts.at(-1)?.end ?? question.end,
    };
  }

  /** The operand that an operator needs behind it. */
  private operandAfter(operator: Token & { readonly is: 'operator' }, read: () => Expression): Expression {
    if (isOperandNext(this.token)) return read();
    this.refuse(operator, say('There is nothing behind {0}.', operator.operator));
    return this.nothing(operator.end);
  }

  private refuseForeign(token: Token & { readonly is: 'operator' }, meant: BinaryOperator | undefined): void {
    if (meant === undefined) {
      this.refuse(token, say('WhatsApp does not know the operator {0}.', token.operator));
    } else {
      this.refuse(token, say('WhatsApp does not know {0}; write {1}.', token.operator, meant), meant);
    }
  }

  private refuseStray(token: Token & { readonly is: 'stray' }): void {
    if (token.text === 'null') {
      this.refuse(
        token,
        say('WhatsApp does not know {0}; compare with an empty text, {1}, instead.', 'null', "''"),
        "''",
      );
    } else if (token.text === '`') {
      this.refuse(
        token,
        say('A backtick inside an expression belongs in quotes, with a backslash before it.'),
      );
    } else {
      const quoted = `'${token.text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
      this.refuse(token, say('Put text inside backticks in single quotes: {0}.', shortened(quoted)), quoted);
    }
  }

  private nothing(at = this.token.start): Expression {
    return { is: 'broken', parts: [], start: at, end: at };
  }

  private advance(): void {
    this.token = nextToken(this.text, this.token.end, this.limit);
  }

  /** Whether there may be one more operator; if not, the rest of the text is given up, with one problem about it. */
  private spend(): boolean {
    if (this.budget > 0) {
      this.budget -= 1;
      return true;
    }
    this.doubt(
      { start: this.token.start, end: this.limit },
      say('This expression has more than {0} operators; what follows is not checked.', mostOperators),
    );
    this.token = { is: 'end', start: this.limit, end: this.limit };
    this.budget = -1;
    return false;
  }

  private refuse(at: Stretch, message: Message, replacement?: string): void {
    this.add(at, 'refused', message, replacement);
  }

  private doubt(at: Stretch, message: Message, replacement?: string): void {
    this.add(at, 'doubtful', message, replacement);
  }

  private add(
    { start, end }: Stretch,
    kind: ExpressionProblem['kind'],
    message: Message,
    replacement: string | undefined,
  ): void {
    // What is missing behind the place where reading stopped is nobody's mistake.
    if (this.budget < 0) return;
    this.problems.push({ start, end, kind, message, ...(replacement !== undefined && { replacement }) });
  }
}

function isOperandNext({ is }: Token): boolean {
  return is !== 'end' && is !== 'close' && is !== 'colon' && is !== 'question';
}

function side(members: readonly Expression[], around: Stretch): Expression {
  if (members.length === 1) return members[0]!;
  if (members.length === 0) return { is: 'broken', parts: [], ...around };
  return { is: 'concatenation', members, start: members[0]!.start, end: members.at(-1)!.end };
}
