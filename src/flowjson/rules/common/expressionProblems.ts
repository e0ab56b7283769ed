import type { ConditionProblem } from '../../expression/conditionTokens';
import type { ExpressionProblem } from '../../expression/expressionAst';
import type { Node } from '../../text/nodes';
import type { Report } from '../rule';

/** Problems of one text that are told; the next ones after these are mended. */
const mostPerText = 5;

/** Reports the first problems of an expression or condition, each at its stretch of the text. */
export function reportProblems(
  node: Node,
  problems: readonly (ConditionProblem | ExpressionProblem)[],
  report: Report,
  code?: string,
): void {
  for (const problem of problems.slice(0, mostPerText)) {
    const { start, end, message, replacement } = problem;
    const doubtful = 'kind' in problem && problem.kind === 'doubtful';
    report({
      node,
      inside: [start, end],
      ...(code !== undefined && { code }),
      ...(doubtful && { severity: 'warning', provenance: 'advice' }),
      message,
      ...(replacement !== undefined && { facts: { suggestion: replacement } }),
    });
  }
}
