import { expressionOf } from '../../expression/parsedNodes';
import { reportProblems } from '../common/expressionProblems';
import { hyphenIsMinus } from '../common/referenceSentences';
import type { ScreenRule } from '../rule';
import { forValues } from '../common/valueRules';

export const expressionSyntax: ScreenRule = {
  id: 'expression-syntax',
  since: '6.0',
  codes: ['INVALID_PROPERTY_VALUE'],
  severity: 'error',
  provenance: 'observed',
  about: 'An expression in backticks is well formed.',
  checkScreen: forValues(({ node, reading, types, component }, report) => {
    // RichText takes no expressions at all, and has a rule that says so.
    if (reading !== 'expression' || types.length === 0 || component?.type === 'RichText') return;
    reportProblems(node, expressionOf(node).problems, report);
  }),
};

export const hyphens: ScreenRule = {
  id: 'reference-hyphen-in-expression',
  since: '6.0',
  codes: ['HYPHEN_IN_EXPRESSION'],
  severity: 'warning',
  provenance: 'observed',
  about: 'Names and keys that expressions use have no hyphen.',
  checkScreen: forValues(({ node, reading, references }, report) => {
    if (reading !== 'expression') return;
    for (const { start, end, to } of references) {
      const name = to?.path.find((step) => step.includes('-'));
      if (name === undefined) continue;
      report({
        node,
        inside: [start, end],
        message: hyphenIsMinus(name),
        facts: { name },
      });
    }
  }),
};
