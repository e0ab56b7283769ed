import { say, type Message } from '../../message';
import { property, valueOf, type Node } from '../../text/nodes';
import type { ScreenRule } from '../rule';
import { entryRule } from './entries';
import { misfits, type Misfit } from './schema';

const missingExample = entryRule(
  {
    id: 'data-example-missing',
    codes: ['MISSING_REQUIRED_PROPERTY'],
    severity: 'error',
    provenance: 'documented',
    about: 'An entry of a data model has an __example__.',
  },
  ({ key, value }, report) => {
    if (property(value, '__example__')) return;
    report({
      node: value,
      message: say('"{0}" has no "__example__": previews show it, and the upload needs it.', key),
      facts: { key, property: '__example__' },
    });
  },
);

const wrongExample = entryRule(
  {
    id: 'data-example-type',
    codes: ['INVALID_SCREEN_DATA'],
    severity: 'error',
    provenance: 'documented',
    rows: [62],
    about: 'The __example__ of a data entry fits its type.',
  },
  ({ key, value }, report) => {
    const example = valueOf(value, '__example__');
    if (!example || valueOf(value, 'type')?.value === 'null') return;
    for (const misfit of misfits(example, value)) {
      report({
        node: misfit.node,
        message: sentence(misfit),
        // Empty values are documented as what to send for "nothing", whatever the type.
        ...(isEmpty(example) && { severity: 'warning' as const }),
        // Which value keeps to a limit is for a person to say.
        facts: { key, ...(misfit.kind !== 'limit' && { expected: misfit.expected }) },
      });
    }
  },
);

function sentence({ kind, node, expected, keyword = '' }: Misfit): Message {
  switch (kind) {
    case 'type':
      return say('The example must be of type {0}; this is of type {1}.', expected, node.type);
    case 'enum':
      return say('The example must be one of: {0}.', expected);
    case 'missing':
      return say('The example lacks "{0}", which its type requires.', expected);
    case 'limit':
      return say('The example does not keep to "{0}" of its type, which is {1}.', keyword, expected);
  }
}

const isEmpty = (node: Node): boolean =>
  node.type === 'string' ? node.value === '' : node.type === 'array' && (node.children ?? []).length === 0;

export const exampleRules: readonly ScreenRule[] = [missingExample, wrongExample];
