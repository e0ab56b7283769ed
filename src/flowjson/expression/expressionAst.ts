import type { Message } from '../message';
import type { ReferencePath } from '../text/reference';

export type UnaryOperator = '!' | '+' | '-';
export type BinaryOperator =
  '||' | '&&' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%';

/** A stretch of the decoded text; `end` is one past the last character. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A part of an expression in backticks. Its depth is bounded, so it may be walked recursively. */
export type Expression = Stretch &
  (
    | { readonly is: 'text'; readonly value: string }
    | { readonly is: 'number'; readonly value: number }
    | { readonly is: 'boolean'; readonly value: boolean }
    /** `to` is absent where the reference is badly formed. */
    | { readonly is: 'reference'; readonly inner: string; readonly to: ReferencePath | undefined }
    | { readonly is: 'unary'; readonly operator: UnaryOperator; readonly operand: Expression }
    | {
        readonly is: 'binary';
        readonly operator: BinaryOperator;
        /** Where the operator itself stands. */
        readonly at: Stretch;
        readonly left: Expression;
        readonly right: Expression;
      }
    /** Members side by side, which make one text. */
    | { readonly is: 'concatenation'; readonly members: readonly Expression[] }
    | { readonly is: 'group'; readonly inner: Expression }
    /** What cannot be read, with the parts that can. */
    | { readonly is: 'broken'; readonly parts: readonly Expression[] }
  );

/** Why an expression is refused, or will not do what it seems to. */
export interface ExpressionProblem extends Stretch {
  readonly message: Message;
  /** `doubtful` where it is not known that WhatsApp refuses it. */
  readonly kind: 'refused' | 'doubtful';
  /** What a fix would put in the place of the stretch. */
  readonly replacement?: string;
}

export interface ParsedExpression {
  readonly root: Expression;
  readonly problems: readonly ExpressionProblem[];
}

/** The parts directly below a part, from left to right. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.is) {
    case 'unary':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'concatenation':
      return expression.members;
    case 'group':
      return [expression.inner];
    case 'broken':
      return expression.parts;
    default:
      return [];
  }
}
