import { expressionOf } from '../../expression/parsedNodes';
import { typeOfExpression } from '../../expression/expressionTypes';
import { resolvedType } from '../../expression/resolve';
import { typeName, type ValueType } from '../../expression/valueTypes';
import { say } from '../../message';
import { acrossScreens } from '../common/valueRules';

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
