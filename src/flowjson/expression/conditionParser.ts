import { say } from '../message';
import type { Condition, ParsedCondition } from './conditionAst';
import {
  conditionTokens,
  type ComparisonOperator,
  type ConditionProblem,
  type ConditionToken,
} from './conditionTokens';
import type { Stretch } from './expressionAst';

/** Parentheses deeper than this are refused, so that conditions stay shallow enough to walk. */
const deepestCondition = 100;

/**
 * Reads the plain condition of an If (facts on Flow JSON, section 9.2; on errors, rows 88 to 94 and section 1.2); never
 * throws. Cost: linear.
 *
 * @param text the decoded text, not in backticks
 * @returns indexes count in `text`; whether types fit is found out by `conditionTypeProblems`
 */
export function parseCondition(text: string): ParsedCondition {
  const { tokens, problems } = conditionTokens(text);
  const all = [...problems];
  const root = new Levels(text, all).read(tokens);
  all.sort((a, b) => a.start - b.start);
  return { root: all.length === 0 ? root : undefined, tokens, problems: all };
}

type Operator = ConditionToken & { readonly is: 'operator' };
type Item = Condition | Operator;

/** One level of parentheses while it is being read. */
interface Level {
  readonly open: ConditionToken | undefined;
  readonly items: Item[];
}

class Levels {
  private readonly readable: boolean;

  constructor(
    private readonly text: string,
    private readonly problems: ConditionProblem[],
  ) {
    this.readable = problems.length === 0;
  }

  read(tokens: readonly ConditionToken[]): Condition | undefined {
    if (tokens.length === 0) {
      if (this.readable) {
        this.refuse(
          { start: 0, end: this.text.length },
          say('The condition is empty; it needs at least one reference.'),
        );
      }
      return undefined;
    }
    const levels: Level[] = [{ open: undefined, items: [] }];
    for (const token of tokens) {
      const level = levels.at(-1)!;
      if (token.is === 'open') {
        if (levels.length > deepestCondition) {
          this.refuse(token, say('Parentheses may be nested {0} deep at most.', deepestCondition));
          return undefined;
        }
        levels.push({ open: token, items: [] });
      } else if (token.is !== 'close') level.items.push(token);
      else if (level.open === undefined) this.refuse(token, say('This parenthesis was never opened.'));
      else {
        levels.pop();
        levels.at(-1)!.items.push(this.group(level.open, token.end, level.items));
      }
    }
    for (const { open } of levels) if (open) this.refuse(open, say('The closing parenthesis is missing.'));
    if (this.problems.length > 0) return undefined;
    const root = this.level(levels[0]!.items);
    if (root && this.problems.length === 0) this.demandReference(root, tokens);
    return root;
  }

  private group(open: ConditionToken, end: number, items: readonly Item[]): Condition {
    const { start } = open;
    if (items.length === 0 && this.readable) {
      this.refuse({ start, end }, say('There is nothing between these parentheses.'));
    }
    // Where a level is badly formed a literal stands for it: the problems say that there is no tree.
    const inner = this.level(items) ?? { is: 'boolean', value: false, start: open.end, end: end - 1 };
    return { is: 'group', inner, start, end };
  }

  /** What stands between two parentheses, or the whole; nothing if it is badly formed. */
  private level(items: readonly Item[]): Condition | undefined {
    // What could not be read is missing here: what is around it would seem wrong too.
    if (!this.readable || items.length === 0) return undefined;
    const before = this.problems.length;
    this.checkOrder(items);
    if (this.problems.length > before) return undefined;
    this.checkChains(items);
    this.checkLiterals(items);
    if (this.problems.length > before) return undefined;
    return build(items);
  }

  /** Operands and operators in turn; `!` only at the beginning and behind `&&` and `||`. */
  private checkOrder(items: readonly Item[]): void {
    let last: Item | undefined;
    for (const item of items) {
      const needsOperand = last === undefined || last.is === 'operator';
      if (item.is !== 'operator') {
        if (!needsOperand) {
          this.refuse(
            { start: last!.start, end: item.end },
            say('An operator is missing between these two; {0}, {1} or a comparison.', '&&', '||'),
          );
        }
      } else if (item.operator === '!') {
        if (!isStartOfOperand(last)) {
          this.refuse(
            item,
            say('{0} is allowed only at the beginning, after {1}, {2} and {3}.', '!', '(', '&&', '||'),
          );
        }
      } else if (needsOperand) {
        this.refuse(item, say('{0} needs something in front of it.', item.operator));
      }
      last = item;
    }
    if (last?.is === 'operator') this.refuse(last, say('There is nothing behind {0}.', last.operator));
  }

  /** A comparison stands alone between its parentheses. */
  private checkChains(items: readonly Item[]): void {
    const operators = items.flatMap((item, index) => (item.is === 'operator' ? [{ item, index }] : []));
    if (operators.length < 2) return;
    for (const [nth, { item, index }] of operators.entries()) {
      if (!isComparison(item.operator)) continue;
      const earlier = operators[nth - 1]?.item.operator;
      if (earlier !== undefined && isComparison(earlier)) {
        this.refuse(item, say('Comparisons cannot be chained; join two of them with {0}.', '&&'));
        continue;
      }
      const start = items[index - 1]!.start;
      const end = items[index + 1]!.end;
      this.refuse(
        { start, end },
        say('A comparison beside other operators needs parentheses: {0}.', '(a == b) && c'),
        `(${this.text.slice(start, end)})`,
      );
    }
  }

  private checkLiterals(items: readonly Item[]): void {
    for (const [index, item] of items.entries()) {
      if (item.is !== 'operator' || item.operator === '!') continue;
      const left = items[index - 1]!;
      const right = items[index + 1]!;
      if (isLiteral(left) && isLiteral(right)) {
        this.refuse(
          { start: left.start, end: right.end },
          say('{0} has literals on both sides; one of them has to be a reference.', item.operator),
        );
      }
    }
  }

  private demandReference(root: Condition, tokens: readonly ConditionToken[]): void {
    if (tokens.some(({ is }) => is === 'reference')) return;
    this.refuse(root, say('A condition needs at least one reference; this is always the same.'));
  }

  private refuse({ start, end }: Stretch, message: ConditionProblem['message'], replacement?: string): void {
    this.problems.push({ start, end, message, ...(replacement !== undefined && { replacement }) });
  }
}

const isStartOfOperand = (last: Item | undefined): boolean =>
  last === undefined || (last.is === 'operator' && (last.operator === '&&' || last.operator === '||'));

const isLiteral = ({ is }: Item): boolean => is === 'text' || is === 'number' || is === 'boolean';

function isComparison(operator: Operator['operator']): operator is ComparisonOperator {
  return operator !== '&&' && operator !== '||' && operator !== '!';
}

/** The tree of a level that is in order. */
function build(items: readonly Item[]): Condition {
  const operands: Condition[] = [];
  const operators: Exclude<Operator['operator'], '!'>[] = [];
  let not: Operator | undefined;
  for (const item of items) {
    if (item.is === 'operator') {
      if (item.operator === '!') not = item;
      else operators.push(item.operator);
    } else {
      operands.push(not ? { is: 'not', operand: item, start: not.start, end: item.end } : item);
      not = undefined;
    }
  }
  const [left, right] = operands as [Condition, Condition?];
  const [operator] = operators;
  if (operator === undefined || right === undefined) return left;
  const stretch = { start: left.start, end: operands.at(-1)!.end };
  if (isComparison(operator)) return { is: 'comparison', operator, left, right, ...stretch };
  return { is: 'logic', operands, operators: operators as ('&&' | '||')[], ...stretch };
}
