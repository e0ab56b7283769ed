import { typeOfEntry } from '../../expression/dataTypes';
import { misfit, typeName, unknownType, type ValueType } from '../../expression/valueTypes';
import type { Node } from '../../text/nodes';
import { items, properties, property, stringOf, valueOf } from '../../text/nodes';

/** A part of a value that does not fit what is declared. */
export interface Misfitting {
  readonly node: Node;
  /** The way from the whole value to it: `.name`, `[0].id`; empty for the value itself. */
  readonly at: string;
  /** In the words of the data model: `string`, `object[]`. */
  readonly expected: string;
  readonly actual: string;
  /** The required part that the object lacks, where that is what does not fit. */
  readonly missing?: string;
}

/** The type of a string node: of what it refers to, where it does. */
export type TypeOfText = (node: Node) => ValueType;

/** Where a value does not fit an entry of a data model, in document order. What is declared badly fits everything. */
export function* misfitting(
  value: Node,
  entry: Node | undefined,
  typeOfText: TypeOfText,
  at = '',
): Generator<Misfitting> {
  const declared = stringOf(valueOf(entry, 'type'));
  if (declared === undefined || typeOfEntry(entry) === unknownType) return;
  if (value.type === 'string') {
    const problem = misfit(typeOfText(value), typeOfEntry(entry));
    if (!problem) return;
    const { expected, actual, path } = problem;
    yield {
      node: value,
      at,
      expected: typeName(expected),
      actual: typeName(actual ?? expected),
      ...(!actual && { missing: path.join('.') }),
    };
  } else if (!fits(value, declared)) {
    yield { node: value, at, expected: declared, actual: value.type };
  } else if (value.type === 'array') {
    for (const [index, item] of items(value).entries()) {
      yield* misfitting(item, valueOf(entry, 'items'), typeOfText, `${at}[${index}]`);
    }
  } else if (value.type === 'object') {
    yield* partsOf(value, entry, typeOfText, at);
  }
}

function* partsOf(
  value: Node,
  entry: Node | undefined,
  typeOfText: TypeOfText,
  at: string,
): Generator<Misfitting> {
  const declared = valueOf(entry, 'properties');
  const required = new Set(items(valueOf(entry, 'required')).map(stringOf));
  for (const { key, value: part } of properties(declared)) {
    const own = property(value, key);
    if (own?.value) yield* misfitting(own.value, part, typeOfText, `${at}.${key}`);
    else if (!own && required.has(key))
      yield { node: value, at, expected: 'object', actual: 'object', missing: key };
  }
}

function fits(value: Node, declared: string): boolean {
  if (declared === 'integer') return value.type === 'number' && Number.isInteger(value.value);
  return value.type === declared;
}
