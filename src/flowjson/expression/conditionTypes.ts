import { say } from '../message';
import type { Condition } from './conditionAst';
import type { ConditionProblem } from './conditionTokens';
import type { TypeOf } from './expressionTypes';
import { booleanType, numberType, stringType, typeName, unknownType, type ValueType } from './valueTypes';

/**
 * Which operands of a plain condition do not fit (facts on errors, rows 91h, 91i, 93, 94): both sides of a comparison
 * have the same type, everything else is boolean.
 */
export function conditionTypeProblems(root: Condition, typeOf: TypeOf): ConditionProblem[] {
  const problems: ConditionProblem[] = [];
  const type = infer(root, typeOf, problems);
  if (type.is !== 'boolean' && type.is !== 'unknown') {
    const message = say(
      'The condition has to be true or false; this is {0}. Compare it with something.',
      typeName(type),
    );
    problems.push({ start: root.start, end: root.end, message });
  }
  return problems;
}

function infer(condition: Condition, typeOf: TypeOf, problems: ConditionProblem[]): ValueType {
  switch (condition.is) {
    case 'reference':
      return condition.to ? typeOf(condition.to) : unknownType;
    case 'text':
      return stringType;
    case 'number':
      return numberType;
    case 'boolean':
      return booleanType;
    case 'group':
      return infer(condition.inner, typeOf, problems);
    case 'not':
      demandBoolean(condition.operand, '!', typeOf, problems);
      return booleanType;
    case 'logic':
      for (const [index, operand] of condition.operands.entries()) {
        demandBoolean(operand, condition.operators[Math.max(0, index - 1)]!, typeOf, problems);
      }
      return booleanType;
    case 'comparison': {
      const left = infer(condition.left, typeOf, problems);
      const right = infer(condition.right, typeOf, problems);
      if (left.is !== 'unknown' && right.is !== 'unknown' && left.is !== right.is) {
        problems.push({
          start: condition.start,
          end: condition.end,
          message: say(
            '{0} needs the same type on both sides; here {1} meets {2}.',
            condition.operator,
            typeName(left),
            typeName(right),
          ),
        });
      }
      return booleanType;
    }
  }
}

function demandBoolean(
  operand: Condition,
  operator: string,
  typeOf: TypeOf,
  problems: ConditionProblem[],
): void {
  const type = infer(operand, typeOf, problems);
  if (type.is === 'boolean' || type.is === 'unknown') return;
  problems.push({
    start: operand.start,
    end: operand.end,
    message: say('{0} needs {1}; this is {2}.', operator, 'boolean', typeName(type)),
  });
}
