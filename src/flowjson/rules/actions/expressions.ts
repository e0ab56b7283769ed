import { partsOf, type Expression } from '../../expression/expressionAst';
import { typeOfExpression, type TypeOf } from '../../expression/expressionTypes';
import { expressionOf } from '../../expression/parsedNodes';
import { resolvedType, typeOfReference, typeOnScreen } from '../../expression/resolve';
import type { Version } from '../../catalogue/versions';
import type { Screen } from '../../model/screen';
import type { Node } from '../../text/nodes';
import { reportProblems } from '../common/expressionProblems';
import { hyphenIsMinus, notAReference } from '../common/referenceSentences';
import type { FlowRule, Report, ScreenRule } from '../rule';
import { actionReferences } from './actionReferences';
import { actionTexts, readingOf, type ActionText } from './payload';

const codes = ['INVALID_ACTION_PAYLOAD_PROPERTY', 'INVALID_PROPERTY_VALUE'] as const;
const codeAt = ({ place }: ActionText): string => (place === 'payload' ? codes[0] : codes[1]);

/** Row 101, its first half: a payload value that cannot be read as the expression it wants to be. */
export const payloadExpression: ScreenRule = {
  id: 'payload-expression',
  codes,
  severity: 'error',
  provenance: 'documented',
  since: '6.0',
  rows: [101],
  about: 'Expressions in actions are well formed.',
  checkScreen(screen, report, { version }) {
    for (const text of expressionsOf(screen, version)) {
      const { root, problems } = expressionOf(text.node);
      reportProblems(text.node, problems, report, codeAt(text));
      for (const { start, end } of malformedReferences(root)) {
        report({
          node: text.node,
          inside: [start, end],
          code: codeAt(text),
          message: notAReference,
        });
      }
    }
  },
};

/** Operands that do not fit their operators, in expressions that stay on their screen. */
export const payloadExpressionTypes: ScreenRule = {
  id: 'payload-expression-types',
  codes,
  severity: 'error',
  provenance: 'observed',
  since: '6.0',
  about: 'The operands of expressions in actions have the types that their operators need.',
  checkScreen(screen, report, { version }) {
    const typeOf: TypeOf = (to) => resolvedType(typeOnScreen(screen, to));
    const distant = new Set(
      actionReferences(screen, version).elsewhere.map(({ reference }) => reference.node),
    );
    for (const text of expressionsOf(screen, version)) {
      if (!distant.has(text.node)) checkOperands(text, typeOf, report);
    }
  },
};

/** The same for expressions that read other screens. */
export const payloadExpressionTypesElsewhere: FlowRule = {
  id: 'payload-expression-types-elsewhere',
  codes,
  severity: 'error',
  provenance: 'observed',
  since: '6.0',
  about:
    'The operands of expressions in actions that read other screens have the types that their operators need.',
  checkFlow(flow, report) {
    for (const screen of flow.screens) {
      const typeOf: TypeOf = (to) => resolvedType(typeOfReference(flow, screen, to));
      const seen = new Set<Node>();
      for (const { reference, place, reading } of actionReferences(screen, flow.version).elsewhere) {
        const { node } = reference;
        if (reading !== 'expression' || seen.has(node)) continue;
        seen.add(node);
        checkOperands({ node, place }, typeOf, report);
      }
    }
  },
};

export const payloadHyphen: ScreenRule = {
  id: 'payload-hyphen-in-expression',
  codes: ['HYPHEN_IN_EXPRESSION'],
  severity: 'warning',
  provenance: 'observed',
  since: '6.0',
  about: 'Names and keys that expressions in actions use have no hyphen.',
  checkScreen(screen, report, { version }) {
    for (const { reference, reading } of actionReferences(screen, version).all) {
      const name = reading === 'expression' && reference.to?.path.find((step) => step.includes('-'));
      if (!name) continue;
      report({
        node: reference.node,
        inside: [reference.start, reference.end],
        message: hyphenIsMinus(name),
        facts: { name },
      });
    }
  },
};

function checkOperands(text: ActionText, typeOf: TypeOf, report: Report): void {
  const { problems } = typeOfExpression(expressionOf(text.node).root, typeOf);
  reportProblems(text.node, problems, report, codeAt(text));
}

function* expressionsOf(screen: Screen, version: Version): Generator<ActionText> {
  for (const action of screen.actions()) {
    for (const text of actionTexts(action)) {
      if (readingOf(text.node.value as string, version) === 'expression') yield text;
    }
  }
}

function* malformedReferences(expression: Expression): Generator<Expression> {
  if (expression.is === 'reference' && expression.to === undefined) yield expression;
  for (const part of partsOf(expression)) yield* malformedReferences(part);
}
