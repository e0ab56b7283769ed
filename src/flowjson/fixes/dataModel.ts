import { say } from '../message';
import { typeOfEntry } from '../expression/dataTypes';
import { stringType } from '../expression/valueTypes';
import { dataTypes } from '../rules/dataModel/schema';
import { mentionsOf } from '../symbols/mentions';
import { items, plainValue, property, stringOf, valueOf, type Node } from '../text/nodes';
import { short, useSuggestion } from './common';
import { remove, replace, setProperties, setProperty } from '../model/edits';
import { best, fix, type Fix, type Fixer, type Fixers } from './fix';
import { convert } from './payloads';
import { exampleOf, schemaOf, typeOfLiteral } from './schemas';
import { boundAs } from './usage';

/** The schema around a part of an entry. */
const schemaAround = (node: Node): Node | undefined => node.parent?.parent;

const missingExample: Fixer = (flow, { node }) => {
  const example = exampleOf(node);
  const shown = JSON.stringify(example);
  return [
    best('add-example', say('Add an example: {0}', short(shown)), () =>
      setProperty(flow, node, '__example__', example),
    ),
  ];
};

const missingType: Fixer = (flow, { node, facts }) => {
  const example = valueOf(node, '__example__');
  const screen = flow.screenAround(node);
  const bound =
    screen && !example && facts['key'] !== undefined ? boundAs(flow, screen, facts['key']) : undefined;
  const schema =
    example && example.type !== 'null' ? schemaOf(typeOfLiteral(example)) : schemaOf(bound ?? stringType);
  const first = node.children?.[0]?.children?.[0];
  const type = facts['suggestion'] ?? String(schema['type']);
  return [
    best('add-type', say('Add the type {0}', type), () =>
      setProperties(flow, node, schema, first && String(first.value)),
    ),
  ];
};

/** `type` as something else than a word. */
const typeText: Fixer = (flow, { node }) => {
  const example = valueOf(schemaAround(node), '__example__');
  const known = [example?.type, ...items(node).map(stringOf)].find(
    (type) => type !== undefined && dataTypes.includes(type),
  );
  const type = known ?? 'string';
  return [best('write-type', say('Change to {0}', type), () => replace(flow, node, type))];
};

/** A mistyped type: the word that it looks like, unless the example beside it is of another type. */
const unknownType: Fixer = (flow, diagnosis) => {
  const example = valueOf(schemaAround(diagnosis.node), '__example__')?.type;
  const meant = diagnosis.facts['suggestion'];
  const fits = example === undefined || example === (meant === 'integer' ? 'number' : meant);
  const suggested = fits ? useSuggestion(flow, diagnosis, 'write-type') : [];
  return suggested.length > 0 ? suggested : typeText(flow, diagnosis);
};

const missingItems: Fixer = (flow, { node, facts: { key } }) => {
  const example = valueOf(node, '__example__');
  const [first] = items(example);
  const screen = flow.screenAround(node);
  const isEntry = key !== undefined && screen?.data().get(key)?.value === node;
  const bound = screen && isEntry ? boundAs(flow, screen, key) : undefined;
  const wanted = bound?.is === 'array' ? schemaOf(bound.items) : { type: 'string' };
  const schema = first ? schemaOf(typeOfLiteral(first)) : wanted;
  return [
    best('add-items', say('Add "items": {0}', short(JSON.stringify(schema))), () =>
      setProperty(flow, node, 'items', schema, property(node, '__example__') ? '__example__' : undefined),
    ),
  ];
};

const itemsKind: Fixer = (flow, { node, facts }) => {
  const [first] = items(node);
  const schema = first?.type === 'object' ? plainValue(first) : { type: facts['suggestion'] ?? 'string' };
  return [
    best('write-items', say('Change to {0}', short(JSON.stringify(schema))), () =>
      replace(flow, node, schema),
    ),
  ];
};

const nestedExample: Fixer = (flow, { node }) => [
  best('remove-nested-example', say('Remove the inner example'), () => remove(flow, node.parent!)),
];

/** An example that does not fit: the same value as the type wants it, another value, or the type of the value. */
const wrongExample: Fixer = (flow, { node, facts: { key, expected } }) => {
  const screen = flow.screenAround(node);
  const entry = screen?.data().get(key ?? '')?.value;
  if (!screen || !entry || expected === undefined) return [];
  const example = valueOf(entry, '__example__');
  const fixes: Fix[] = [];
  const meant = dataTypes.includes(expected) ? convert(node, expected) : undefined;
  if (meant !== undefined) {
    fixes.push(
      best('convert-example', say('Write it as {0}', JSON.stringify(meant)), () =>
        replace(flow, node, meant),
      ),
    );
  }
  if (example) {
    const sample = exampleOf(entry);
    const shown = say('Change the example to {0}', short(JSON.stringify(sample)));
    fixes.push(fix('write-example', shown, () => replace(flow, example, sample)));
  }
  const isUsed = mentionsOf(flow, { kind: 'data', name: key!, screen }).length > 1;
  if (node === example && !isUsed && node.type !== 'null' && typeOfEntry(entry).is !== 'object') {
    const schema = schemaOf(typeOfLiteral(node));
    fixes.push(
      fix('change-declared-type', say('Declare {0} as {1}', key!, String(schema['type'])), () =>
        setProperties(flow, entry, schema),
      ),
    );
  }
  return fixes;
};

/** An entry that is the value itself: it becomes the example. */
const entryKind: Fixer = (flow, { node }) => {
  const value = node.type === 'null' ? '' : plainValue(node);
  const isType = node.type === 'string' && dataTypes.includes(node.value as string);
  const entry = isType
    ? { type: node.value as string }
    : { ...schemaOf(typeOfLiteral(node)), __example__: value };
  const whole = isType ? { ...entry, __example__: exampleForWord(node.value as string) } : entry;
  return [best('write-entry', say('Write it with a type and an example'), () => replace(flow, node, whole))];
};

function exampleForWord(type: string): unknown {
  return { number: 1, integer: 1, boolean: true, object: {}, array: [] }[type] ?? 'Example';
}

export const dataModelFixers: Fixers = {
  'data-example-missing': missingExample,
  'data-type-missing': missingType,
  'data-type-text': typeText,
  'data-type-unknown': unknownType,
  'data-items-missing': missingItems,
  'data-items-kind': itemsKind,
  'data-example-nested': nestedExample,
  'data-example-type': wrongExample,
  'data-entry-object': entryKind,
};
