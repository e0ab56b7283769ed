/** What a value is, as far as it is known before the flow runs. */
export type ValueType =
  | { readonly is: 'string' | 'number' | 'boolean' | 'unknown' }
  /** One file of a PhotoPicker or DocumentPicker (facts on Flow JSON, section 8.19). */
  | { readonly is: 'media' }
  | { readonly is: 'array'; readonly items: ValueType }
  | {
      readonly is: 'object';
      readonly properties: ReadonlyMap<string, ValueType>;
      /** Properties that have to be there, where such a type is expected. */
      readonly required?: readonly string[];
    };

export const stringType: ValueType = { is: 'string' };
export const numberType: ValueType = { is: 'number' };
export const booleanType: ValueType = { is: 'boolean' };
export const unknownType: ValueType = { is: 'unknown' };
export const mediaType: ValueType = { is: 'media' };

export function arrayOf(items: ValueType): ValueType {
  return { is: 'array', items };
}

export function objectOf(
  properties: Readonly<Record<string, ValueType>>,
  required?: readonly string[],
): ValueType {
  return { is: 'object', properties: new Map(Object.entries(properties)), ...(required && { required }) };
}

/** A type in the words of the data model, the same in every language: `string`, `object[]`. */
export function typeName(type: ValueType): string {
  return type.is === 'array' ? `${typeName(type.items)}[]` : type.is;
}

/** Several types as in `string | object`. */
export function typeNames(types: readonly ValueType[]): string {
  return [...new Set(types.map(typeName))].join(' | ');
}

/** Why a value does not fit: where inside of it, and what was expected there. */
export interface Misfit {
  /** Keys below the value; empty for the value itself. Items of an array add nothing. */
  readonly path: readonly string[];
  readonly expected: ValueType;
  /** Absent where a property is missing. */
  readonly actual: ValueType | undefined;
}

/** Why a value of one type does not fit where another is expected; nothing if it does, or if that is not known. */
export function misfit(actual: ValueType, expected: ValueType): Misfit | undefined {
  if (actual.is === 'unknown' || expected.is === 'unknown') return undefined;
  if (actual.is === 'array' && expected.is === 'array') return misfit(actual.items, expected.items);
  if (actual.is === 'object' && expected.is === 'object') {
    for (const [key, type] of expected.properties) {
      const own = actual.properties.get(key);
      if (own === undefined) {
        if (expected.required?.includes(key)) return { path: [key], expected: type, actual: undefined };
        continue;
      }
      const inner = misfit(own, type);
      if (inner) return { ...inner, path: [key, ...inner.path] };
    }
    return undefined;
  }
  return actual.is === expected.is ? undefined : { path: [], expected, actual };
}
