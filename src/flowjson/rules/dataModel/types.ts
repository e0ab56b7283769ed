import { say, shortened, type Message } from '../../message';
import { nearest } from '../../text/nearest';
import { properties, property, stringOf, valueOf, type Node } from '../../text/nodes';
import type { ScreenRule } from '../rule';
import { entriesOf, entryRule } from './entries';
import { dataTypes } from './schema';

const facts = {
  codes: ['INVALID_SCREEN_DATA'],
  severity: 'error',
  provenance: 'documented',
} as const;

const entryKind: ScreenRule = {
  ...facts,
  id: 'data-entry-object',
  codes: ['INVALID_PROPERTY_TYPE'],
  about: 'An entry of a data model is an object with a type and an example.',
  checkScreen(screen, report) {
    for (const { key, value } of entriesOf(screen)) {
      if (value.type === 'object') continue;
      report({
        node: value,
        message: say('"{0}" must be an object with "type" and "__example__".', key),
        facts: { key },
      });
    }
  },
};

const missingType = entryRule(
  { ...facts, id: 'data-type-missing', rows: [58], about: 'An entry of a data model has a type.' },
  ({ key, value }, report) => {
    if (property(value, 'type')) return;
    const example = valueOf(value, '__example__');
    const suggestion = example && typeOf(example);
    report({
      node: value,
      message: say('"{0}" has no type: add "type", one of {1}.', key, dataTypes.join(', ')),
      facts: { key, property: 'type', ...(suggestion !== undefined && { suggestion }) },
    });
  },
);

const typeKind = entryRule(
  { ...facts, id: 'data-type-text', rows: [59], about: 'The type of a data entry is a text.' },
  ({ key, value, schemas }, report) => {
    for (const schema of schemas) {
      const type = valueOf(schema, 'type');
      // Below the entry itself JSON Schema allows a list of types.
      if (!type || type.type === 'string' || (schema !== value && type.type === 'array')) continue;
      report({
        node: type,
        message: say('"type" must be one of these words, in quotes: {0}.', dataTypes.join(', ')),
        facts: { key },
      });
    }
  },
);

const unknownType = entryRule(
  {
    ...facts,
    id: 'data-type-unknown',
    about: 'The type of a data entry is one that JSON has, and not null.',
  },
  ({ key, value, schemas }, report) => {
    for (const schema of schemas) {
      const type = valueOf(schema, 'type');
      const name = stringOf(type);
      if (!type || name === undefined || dataTypes.includes(name)) continue;
      if (name === 'null' && schema !== value) continue;
      const suggestion = suggestedType(name);
      report({
        node: type,
        message: unknown(name, suggestion),
        facts: { key, ...(suggestion !== undefined && { suggestion }) },
      });
    }
  },
);

function unknown(name: string, suggestion: string | undefined): Message {
  if (name === 'null') {
    return say(
      '"null" is not a type here: leave the entry out, or give another type and send an empty value.',
    );
  }
  const shown = shortened(name);
  return suggestion === undefined
    ? say('There is no type "{0}". Possible are: {1}.', shown, dataTypes.join(', '))
    : say('There is no type "{0}". Did you mean "{1}"?', shown, suggestion);
}

/** Names that other languages have for these types. */
const otherNames: Readonly<Record<string, string>> = {
  str: 'string',
  text: 'string',
  date: 'string',
  bool: 'boolean',
  int: 'integer',
  float: 'number',
  double: 'number',
  list: 'array',
  dict: 'object',
  map: 'object',
};

const suggestedType = (name: string): string | undefined =>
  Object.hasOwn(otherNames, name.toLowerCase()) ? otherNames[name.toLowerCase()] : nearest(name, dataTypes);

const arrayItems = entryRule(
  {
    ...facts,
    id: 'data-items-missing',
    rows: [60],
    about: 'An array says what its items are, also a nested one.',
  },
  ({ key, schemas }, report) => {
    for (const schema of schemas) {
      if (stringOf(valueOf(schema, 'type')) !== 'array' || property(schema, 'items')) continue;
      report({
        node: schema,
        message: say('An array needs "items", which says what its items are.'),
        facts: { key, property: 'items' },
      });
    }
  },
);

const itemsKind = entryRule(
  { ...facts, id: 'data-items-kind', rows: [61], about: 'items is an object, or true or false.' },
  ({ key, schemas }, report) => {
    for (const schema of schemas) {
      const below = valueOf(schema, 'items');
      if (!below || below.type === 'object' || below.type === 'boolean') continue;
      const type = stringOf(below);
      report({
        node: below,
        message: say('"items" must be an object such as {0}.', '{ "type": "string" }'),
        facts: { key, ...(type !== undefined && dataTypes.includes(type) && { suggestion: type }) },
      });
    }
  },
);

const nestedExample = entryRule(
  {
    ...facts,
    id: 'data-example-nested',
    rows: [57],
    about: '__example__ stands only on the top level of an entry.',
  },
  ({ key, value, schemas }, report) => {
    for (const schema of schemas) {
      if (schema === value) continue;
      const found = property(schema, '__example__');
      if (!found) continue;
      report({
        node: found.keyNode,
        message: say('"__example__" belongs on the top level of "{0}" only: one example for all of it.', key),
        facts: { key, property: '__example__' },
      });
    }
    // A frequent slip: the example of a property stands among the properties.
    for (const { key: name, keyNode } of properties(valueOf(value, 'properties'))) {
      if (name !== '__example__') continue;
      report({
        node: keyNode,
        message: say('"__example__" belongs on the top level of "{0}" only: one example for all of it.', key),
        facts: { key, property: '__example__' },
      });
    }
  },
);

function typeOf(node: Node): string | undefined {
  return dataTypes.includes(node.type) ? node.type : undefined;
}

export const typeRules: readonly ScreenRule[] = [
  entryKind,
  missingType,
  typeKind,
  unknownType,
  arrayItems,
  itemsKind,
  nestedExample,
];
