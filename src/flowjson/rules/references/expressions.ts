import { expressionOf } from '../../expression/parsedNodes';
import { say } from '../../message';
import type { ScreenRule } from '../rule';
import { forValues } from './acrossScreens';

/** Problems of one expression that are told; the next ones after these are mended. */
const mostPerText = 5;

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
    for (const problem of expressionOf(node).problems.slice(0, mostPerText)) {
      const { start, end, message, kind, replacement } = problem;
      report({
        node,
        inside: [start, end],
        message,
        ...(kind === 'doubtful' && { severity: 'warning' as const, provenance: 'advice' as const }),
        ...(replacement !== undefined && { facts: { suggestion: replacement } }),
      });
    }
  }),
};

/** Meta's client reads names in expressions as its programming language does. */
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
        message: say(
          'In backticks the hyphen of {0} is read as a minus sign. Give it a name with {1} instead, or bind it outside of an expression.',
          name,
          '_',
        ),
        facts: { name },
      });
    }
  }),
};
