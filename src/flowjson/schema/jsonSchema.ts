/** A JSON Schema (draft-07) as plain data. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** A document made of definitions that refer to one another. */
export type Definitions = Record<string, JsonSchema>;

export const reference = (name: string): JsonSchema => ({ $ref: `#/definitions/${name}` });

/** Where a component stands decides what it may have: inside a Form there are no `init-value` and `error-message`. */
export interface Place {
  readonly inForm: boolean;
}

/** The name of a definition, the same thing inside a Form under another one. */
export const nameOf = (thing: string, { inForm }: Place): string => (inForm ? thing + formSuffix : thing);

/** The name without the place. */
export const baseName = (name: string): string =>
  name.endsWith(formSuffix) ? name.slice(0, -formSuffix.length) : name;

const formSuffix = '-in-form';
