import { expressionOf } from '../../expression/parsedNodes';
import { typeOfExpression } from '../../expression/expressionTypes';
import { resolvedType, type Resolution } from '../../expression/resolve';
import { misfit, typeName, typeNames, type Misfit, type ValueType } from '../../expression/valueTypes';
import type { DynamicValue } from '../../expression/dynamicValues';
import { say, type Message } from '../../message';
import type { Finding } from '../rule';
import { acrossScreens } from '../common/valueRules';

/** Rows 55, 56, 67: what is bound has the type that the property needs. */
export const bindingTypes = acrossScreens(
  {
    id: 'reference-type',
    codes: ['INVALID_SCREEN_DYNAMIC_DATA'],
    severity: 'error',
    provenance: 'documented',
    rows: [55, 56, 67],
    about: 'What a property is bound to has the type that the property needs.',
  },
  (value, { report, resolve }) => {
    if (value.reading !== 'binding' || value.shape.is === 'condition') return;
    const to = value.references[0]?.to;
    if (!to) return;
    const resolution = resolve(to);
    const fault = bestFit(resolvedType(resolution), value.types);
    if (!fault) return;
    const single = value.types.length === 1 || fault.path.length > 0;
    report({
      node: value.node,
      message: single
        ? bindingMessage(value, resolvedType(resolution), fault)
        : severalMessage(value, resolvedType(resolution)),
      facts: { property: value.property, expected: typeNames(value.types), ...factsOf(resolution, fault) },
      related: declarationOf(resolution),
      // What items and objects hold besides what they must is not known to be looked at.
      ...(fault.path.length > 0 && fault.actual && { severity: 'warning' as const }),
    });
  },
);

/** What an expression gives has the type that the property needs, and its operands fit their operators. */
export const expressionTypes = acrossScreens(
  {
    id: 'expression-type',
    since: '6.0',
    codes: ['INVALID_PROPERTY_VALUE'],
    severity: 'error',
    provenance: 'observed',
    about: 'The operands of an expression fit its operators, and its result fits the property.',
  },
  (value, { report, resolve }) => {
    const { node, types } = value;
    if (value.reading !== 'expression' || types.length === 0 || value.component?.type === 'RichText') return;
    const { root, problems } = expressionOf(node);
    if (problems.some(({ kind }) => kind === 'refused')) return;
    const typed = typeOfExpression(root, (to) => resolvedType(resolve(to)));
    for (const { start, end, message } of typed.problems) report({ node, inside: [start, end], message });
    if (typed.problems.length > 0 || !bestFit(typed.type, types)) return;
    report({
      node,
      message: say(
        '"{0}" needs {1}; this expression gives {2}.',
        value.property,
        typeNames(types),
        typeName(typed.type),
      ),
      facts: { property: value.property, expected: typeNames(types), actual: typeName(typed.type) },
    });
  },
);

/** Why a type fits none of some others: the reason that lies deepest, as that one was probably meant. */
function bestFit(actual: ValueType, types: readonly ValueType[]): Misfit | undefined {
  let best: Misfit | undefined;
  for (const expected of types) {
    const fault = misfit(actual, expected);
    if (!fault) return undefined;
    if (!best || fault.path.length > best.path.length) best = fault;
  }
  return best;
}

function bindingMessage(
  { property, text, types }: DynamicValue,
  whole: ValueType,
  { path, expected, actual }: Misfit,
): Message {
  const part = path.join('.');
  if (!actual) {
    return types[0]?.is === 'array'
      ? say('The items of {0} need "{1}", which their declaration lacks.', text, part)
      : say('{0} needs "{1}", which its declaration lacks.', text, part);
  }
  return part === ''
    ? say('"{0}" needs {1}; {2} is {3}.', property, typeNames(types), text, typeName(whole))
    : say(
        '"{0}" of {1} should be {2}, but is declared as {3}.',
        part,
        text,
        typeName(expected),
        typeName(actual),
      );
}

function severalMessage({ property, text, types }: DynamicValue, actual: ValueType): Message {
  return say('"{0}" needs one of {1}; {2} is {3}.', property, typeNames(types), text, typeName(actual));
}

function factsOf(resolution: Resolution, { path, actual, expected }: Misfit): Record<string, string> {
  if (resolution.is !== 'data') return {};
  return {
    key: String(resolution.entry.keyNode.value),
    screen: resolution.screen.id ?? '',
    ...(!actual && { missing: path.join('.'), missingType: typeName(expected) }),
  };
}

function declarationOf(resolution: Resolution): Finding['related'] {
  if (!('declaration' in resolution)) return [];
  const { declaration } = resolution;
  return [{ node: declaration, message: say('{0} is declared here.', String(declaration.value)) }];
}
