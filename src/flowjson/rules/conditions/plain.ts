import { conditionTypeProblems } from '../../expression/conditionTypes';
import { conditionOf } from '../../expression/parsedNodes';
import { isExpression } from '../../text/reference';
import { resolvedType } from '../../expression/resolve';
import { dynamicValues } from '../../expression/dynamicValues';
import { acrossScreens } from '../common/valueRules';
import { reportProblems } from '../common/expressionProblems';
import { expressionsTooEarly } from '../common/referenceSentences';
import type { ScreenRule } from '../rule';

/** Conditions in backticks are expressions, and checked as such. */
export const conditionSyntax: ScreenRule = {
  id: 'condition-syntax',
  since: '4.0',
  codes: ['INVALID_PROPERTY_VALUE'],
  severity: 'error',
  provenance: 'documented',
  rows: [88, 89, 90, 91, 92, 94],
  about: 'The condition of an If is well formed.',
  checkScreen(screen, report, { version }) {
    for (const { node, reading } of dynamicValues(screen, version)) {
      if (reading !== 'condition') continue;
      if (isExpression(node.value as string)) {
        report({
          node,
          message: expressionsTooEarly,
          facts: { version: '6.0' },
        });
        continue;
      }
      reportProblems(node, conditionOf(node).problems, report);
    }
  },
};

export const conditionTypes = acrossScreens(
  {
    id: 'condition-type',
    since: '4.0',
    codes: ['INVALID_PROPERTY_VALUE'],
    severity: 'error',
    provenance: 'documented',
    rows: [91, 93],
    about: 'The condition of an If is true or false, and what it compares has the same type.',
  },
  ({ node, reading }, { report, resolve }) => {
    if (reading !== 'condition') return;
    const { root } = conditionOf(node);
    if (!root) return;
    for (const { start, end, message } of conditionTypeProblems(root, (to) => resolvedType(resolve(to)))) {
      report({ node, inside: [start, end], message });
    }
  },
);
