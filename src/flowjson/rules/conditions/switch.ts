import { expressionOf } from '../../expression/parsed';
import { typeOfExpression } from '../../expression/expressionTypes';
import { resolvedType, typeOnScreen } from '../../expression/resolve';
import { typeName, type ValueType } from '../../expression/types';
import { say } from '../../message';
import type { Component } from '../../model/component';
import { items, properties, stringOf, valueOf } from '../../text/nodes';
import { acrossScreens, forValues } from '../references/acrossScreens';
import type { ScreenRule } from '../rule';
import { suggester } from '../suggester';

/** Keys of cases begin with a letter, so that nothing but a text, or true and false, can ever equal one. */
export const switchType = acrossScreens(
  {
    id: 'switch-value-type',
    since: '4.0',
    codes: ['SWITCH_VALUE_TYPE'],
    severity: 'warning',
    provenance: 'advice',
    about: 'The value of a Switch is of a type that can equal the key of a case.',
  },
  (value, { report, resolve }) => {
    const { node, shape, reading, references } = value;
    if (shape.is !== 'binding') return;
    let type: ValueType | undefined;
    if (reading === 'expression') {
      const { root, problems } = expressionOf(node);
      if (problems.length === 0) type = typeOfExpression(root, (to) => resolvedType(resolve(to))).type;
    } else if (reading === 'binding' && references[0]?.to) {
      type = resolvedType(resolve(references[0].to));
    }
    if (!type || type.is === 'string' || type.is === 'boolean' || type.is === 'unknown') return;
    report({
      node,
      message: say('Cases are chosen by a string; this is {0}, which equals none of them.', typeName(type)),
    });
  },
);

/** A list whose options stand in the flow can give nothing but their ids. */
export const unreachableCase: ScreenRule = {
  id: 'switch-case-unreachable',
  since: '4.0',
  codes: ['SWITCH_CASE_UNREACHABLE'],
  severity: 'warning',
  provenance: 'advice',
  about: 'The cases of a Switch over a list of options are among the ids of the options.',
  checkScreen: forValues((value, report, _version, screen) => {
    const to = value.references[0]?.to;
    if (value.shape.is !== 'binding' || value.reading !== 'binding' || !to || to.screen !== undefined) return;
    const resolution = typeOnScreen(screen, to);
    if (resolution.is !== 'input') return;
    const ids = idsOf(resolution.component);
    if (!ids) return;
    const suggest = suggester(ids);
    for (const { key, keyNode } of properties(valueOf(value.component?.node, 'cases'))) {
      if (key === 'default' || ids.has(key)) continue;
      const suggestion = suggest(key);
      report({
        node: keyNode,
        message: suggestion
          ? say('No option of {0} has the id {1}. Did you mean {2}?', to.path[0]!, key, suggestion)
          : say('No option of {0} has the id {1}, so this case is never shown.', to.path[0]!, key),
        ...(suggestion !== undefined && { facts: { suggestion } }),
        related: [{ node: resolution.declaration, message: say('The options stand here.') }],
      });
    }
  }),
};

/** The ids that a choice of one option can give; nothing where not all of them are known. */
function idsOf({ type, node }: Component): Set<string> | undefined {
  if (type !== 'RadioButtonsGroup' && type !== 'Dropdown') return undefined;
  const options = items(valueOf(node, 'data-source'));
  const ids = options.map((option) => stringOf(valueOf(option, 'id')));
  // An empty list is half-typed or bound; an id that is no plain text is unknown.
  const known = ids.filter(
    (id): id is string => id !== undefined && !id.includes('${') && !id.startsWith('`'),
  );
  return known.length > 0 && known.length === ids.length ? new Set(known) : undefined;
}
