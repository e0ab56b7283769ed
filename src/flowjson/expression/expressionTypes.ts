import { say, type Message } from '../message';
import type { BinaryOperator, Expression, ExpressionProblem } from './expressionAst';
import type { ReferencePath } from '../text/reference';
import { booleanType, numberType, stringType, typeName, unknownType, type ValueType } from './valueTypes';

/** What a reference gives; unknown where that is not known or it leads nowhere. */
export type TypeOf = (to: ReferencePath) => ValueType;

export interface TypedExpression {
  readonly type: ValueType;
  /** Operands that do not fit their operators. */
  readonly problems: readonly ExpressionProblem[];
}

/** The type that an expression in backticks gives (facts on Flow JSON, section 5.2), and what does not fit inside of it. */
export function typeOfExpression(root: Expression, typeOf: TypeOf): TypedExpression {
  const problems: ExpressionProblem[] = [];
  return { type: infer(root, typeOf, problems), problems };
}

function infer(expression: Expression, typeOf: TypeOf, problems: ExpressionProblem[]): ValueType {
  switch (expression.is) {
    case 'text':
      return stringType;
    case 'number':
      return numberType;
    case 'boolean':
      return booleanType;
    case 'reference':
      return expression.to ? typeOf(expression.to) : unknownType;
    case 'group':
      return infer(expression.inner, typeOf, problems);
    case 'concatenation':
      for (const member of expression.members) infer(member, typeOf, problems);
      return stringType;
    case 'unary': {
      const type = infer(expression.operand, typeOf, problems);
      const wanted = expression.operator === '!' ? booleanType : numberType;
      demand(expression.operand, type, wanted, expression.operator, problems);
      return wanted;
    }
    case 'binary': {
      const left = infer(expression.left, typeOf, problems);
      const right = infer(expression.right, typeOf, problems);
      return inferBinary(expression, left, right, problems);
    }
    case 'broken':
      for (const part of expression.parts) infer(part, typeOf, problems);
      return unknownType;
  }
}

type Binary = Expression & { readonly is: 'binary' };

function inferBinary(
  { operator, left, right, start, end }: Binary,
  leftType: ValueType,
  rightType: ValueType,
  problems: ExpressionProblem[],
): ValueType {
  const rule = operands[operator];
  if (rule.wanted === undefined) {
    const message = unequal(leftType, rightType, operator);
    if (message) problems.push({ start, end, message, kind: 'refused' });
  } else if (operator === '+' && (leftType.is === 'string' || rightType.is === 'string')) {
    problems.push({
      start,
      end,
      message: say(
        '{0} adds numbers only; put texts side by side to join them, without a sign between.',
        '+',
      ),
      kind: 'refused',
    });
    // Joined is what was meant: no second problem about the type of the whole.
    return unknownType;
  } else {
    demand(left, leftType, rule.wanted, operator, problems);
    demand(right, rightType, rule.wanted, operator, problems);
  }
  return rule.gives;
}

/** What operators want on both sides (absent: the same on both) and what they give. */
const operands: Readonly<Record<BinaryOperator, { readonly wanted?: ValueType; readonly gives: ValueType }>> =
  {
    '||': { wanted: booleanType, gives: booleanType },
    '&&': { wanted: booleanType, gives: booleanType },
    '==': { gives: booleanType },
    '!=': { gives: booleanType },
    '<': { wanted: numberType, gives: booleanType },
    '<=': { wanted: numberType, gives: booleanType },
    '>': { wanted: numberType, gives: booleanType },
    '>=': { wanted: numberType, gives: booleanType },
    '+': { wanted: numberType, gives: numberType },
    '-': { wanted: numberType, gives: numberType },
    '*': { wanted: numberType, gives: numberType },
    '/': { wanted: numberType, gives: numberType },
    '%': { wanted: numberType, gives: numberType },
  };

/** Why two types cannot be compared for equality: only texts, numbers and booleans can, each with its like. */
function unequal(left: ValueType, right: ValueType, operator: string): Message | undefined {
  for (const type of [left, right]) {
    if (type.is === 'array' || type.is === 'object' || type.is === 'media') {
      return say('{0} compares string, number and boolean; this is {1}.', operator, typeName(type));
    }
  }
  if (left.is === 'unknown' || right.is === 'unknown' || left.is === right.is) return undefined;
  return say('{0} needs the same type on both sides; here {1} meets {2}.', operator, left.is, right.is);
}

function demand(
  { start, end }: Expression,
  type: ValueType,
  wanted: ValueType,
  operator: string,
  problems: ExpressionProblem[],
): void {
  if (type.is === 'unknown' || type.is === wanted.is) return;
  problems.push({
    start,
    end,
    message: say('{0} needs {1}; this is {2}.', operator, typeName(wanted), typeName(type)),
    kind: 'refused',
  });
}
