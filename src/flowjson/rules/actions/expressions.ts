import { parseExpression, partsOf, type Expression, type ParsedExpression } from '../../expression/nested';
import { typeOfExpression, type TypeOf } from '../../expression/expressionTypes';
import { resolvedType, typeOfReference, typeOnScreen } from '../../expression/resolve';
import { unknownType } from '../../expression/types';
import type { Version } from '../../catalogue/versions';
import { say } from '../../message';
import type { Screen } from '../../model/screen';
import type { Node } from '../../text/nodes';
import type { FlowRule, Report, ScreenRule } from '../rule';
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
      const { root, problems } = parsed(text.node);
      for (const { start, end, kind, message, replacement } of problems) {
        report({
          node: text.node,
          inside: [start, end],
          code: codeAt(text),
          ...(kind === 'doubtful' && { severity: 'warning' }),
          message,
          facts: replacement === undefined ? {} : { suggestion: replacement },
        });
      }
      for (const { start, end } of malformedReferences(root)) {
        report({
          node: text.node,
          inside: [start, end],
          code: codeAt(text),
          message: say('This is no reference: write {0} or {1}.', '${data.name}', '${form.name}'),
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
    const typeOf: TypeOf = (to) =>
      to.screen === undefined ? resolvedType(typeOnScreen(screen, to)) : unknownType;
    for (const text of expressionsOf(screen, version)) {
      if (!readsOtherScreens(text.node)) checkOperands(text, typeOf, report);
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
      for (const text of expressionsOf(screen, flow.version)) {
        if (!readsOtherScreens(text.node)) continue;
        checkOperands(text, (to) => resolvedType(typeOfReference(flow, screen, to)), report);
      }
    }
  },
};

function checkOperands(text: ActionText, typeOf: TypeOf, report: Report): void {
  for (const { start, end, kind, message } of typeOfExpression(parsed(text.node).root, typeOf).problems) {
    report({
      node: text.node,
      inside: [start, end],
      code: codeAt(text),
      ...(kind === 'doubtful' && { severity: 'warning' }),
      message,
    });
  }
}

function* expressionsOf(screen: Screen, version: Version): Generator<ActionText> {
  for (const action of screen.actions()) {
    for (const text of actionTexts(action)) {
      if (readingOf(text.node.value as string, version) === 'expression') yield text;
    }
  }
}

const readsOtherScreens = (node: Node): boolean => (node.value as string).includes('${screen.');

const known = new WeakMap<Node, ParsedExpression>();

/** The expression of a string node; read once, as long as the screen stays the same. */
export function parsed(node: Node): ParsedExpression {
  let expression = known.get(node);
  if (expression === undefined) known.set(node, (expression = parseExpression(node.value as string)));
  return expression;
}

function* malformedReferences(expression: Expression): Generator<Expression> {
  if (expression.is === 'reference' && expression.to === undefined) yield expression;
  for (const part of partsOf(expression)) yield* malformedReferences(part);
}
