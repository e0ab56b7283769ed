import type {
  ComparisonOperator,
  ConditionOperand,
  ConditionProblem,
  ConditionToken,
} from './conditionTokens';
import type { Stretch } from './expressionAst';

/** A plain condition, or a part of it. Its depth is bounded, so it may be walked recursively. */
export type Condition =
  | ConditionOperand
  | (Stretch & { readonly is: 'group'; readonly inner: Condition })
  | (Stretch & { readonly is: 'not'; readonly operand: Condition })
  | (Stretch & {
      readonly is: 'comparison';
      readonly operator: ComparisonOperator;
      readonly left: Condition;
      readonly right: Condition;
    })
  /** Operands joined by `&&` and `||`, one operator less than operands. */
  | (Stretch & {
      readonly is: 'logic';
      readonly operands: readonly Condition[];
      readonly operators: readonly ('&&' | '||')[];
    });

export interface ParsedCondition {
  /** Absent where the condition is badly formed. */
  readonly root: Condition | undefined;
  readonly tokens: readonly ConditionToken[];
  readonly problems: readonly ConditionProblem[];
}

/** The parts directly below a part, from left to right. */
export function conditionPartsOf(condition: Condition): readonly Condition[] {
  switch (condition.is) {
    case 'group':
      return [condition.inner];
    case 'not':
      return [condition.operand];
    case 'comparison':
      return [condition.left, condition.right];
    case 'logic':
      return condition.operands;
    default:
      return [];
  }
}
