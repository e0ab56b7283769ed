import type { Node, Property } from '../text/nodes';
import { properties, property, stringOf, valueOf } from '../text/nodes';
import {
  arrayOf,
  booleanType,
  numberType,
  objectOf,
  stringType,
  unknownType,
  type ValueType,
} from './valueTypes';

/**
 * The type that an entry of a data model declares (facts on Flow JSON, section 3.2). Whatever is declared wrongly or not
 * at all is unknown; rules on data models speak about that.
 *
 * @param entry the object with `type`, `items`, `properties`; of any depth that the parser accepts
 */
export function typeOfEntry(entry: Node | undefined): ValueType {
  switch (stringOf(valueOf(entry, 'type'))) {
    case 'string':
      return stringType;
    case 'number':
    case 'integer':
      return numberType;
    case 'boolean':
      return booleanType;
    case 'array':
      return arrayOf(typeOfEntry(valueOf(entry, 'items')));
    case 'object': {
      const declared = properties(valueOf(entry, 'properties'));
      return objectOf(Object.fromEntries(declared.map(({ key, value }) => [key, typeOfEntry(value)])));
    }
    default:
      return unknownType;
  }
}

/** Where a path through the schema of an entry leads. */
export type EntryStep =
  | { readonly is: 'found'; readonly property: Property; readonly type: ValueType }
  /** `at` is the index of the step that cannot be taken. */
  | { readonly is: 'undeclared'; readonly at: number }
  | { readonly is: 'array'; readonly at: number }
  /** The schema says too little, or something that is reported elsewhere. */
  | { readonly is: 'unknown' };

/** Follows the steps behind the key of an entry: `['name']` for `${data.user.name}`. */
export function stepInto(entry: Property, steps: readonly string[]): EntryStep {
  let at = entry;
  for (const [index, step] of steps.entries()) {
    const type = stringOf(valueOf(at.value, 'type'));
    if (type === undefined) return { is: 'unknown' };
    if (type === 'array') return { is: 'array', at: index };
    const next = type === 'object' ? property(valueOf(at.value, 'properties'), step) : undefined;
    if (next === undefined) return { is: 'undeclared', at: index };
    at = next;
  }
  return { is: 'found', property: at, type: typeOfEntry(at.value) };
}
