import { baseName, reference, type Definitions, type JsonSchema } from './jsonSchema';

/** The definitions of several documents as one set in which equal ones stand once. */
export interface Shared {
  readonly definitions: Definitions;
  /** The definition that something has become in a document. */
  readonly find: (document: string, name: string) => JsonSchema;
}

/**
 * Finds out which definitions say the same in several documents. Definitions refer to one another, also in circles, so
 * it begins with "all of one thing are equal" and takes apart what differs until nothing changes any more.
 */
export function share(documents: ReadonlyMap<string, Definitions>): Shared {
  const nodes = [...documents].flatMap(([document, definitions]) =>
    Object.entries(definitions).map(([name, schema]) => ({ document, name, schema })),
  );
  let kinds = new Map(nodes.map(({ document, name }) => [`${document} ${name}`, baseName(name)]));
  for (let count = 0; ;) {
    const contents = new Map<string, string>();
    const next = new Map<string, string>();
    for (const { document, name, schema } of nodes) {
      const content = `${baseName(name)} ${written(schema, (target) => kinds.get(`${document} ${target}`)!)}`;
      if (!contents.has(content)) contents.set(content, `${name}-${document}`);
      next.set(`${document} ${name}`, contents.get(content)!);
    }
    kinds = next;
    if (contents.size === count) break;
    count = contents.size;
  }
  const definitions: Definitions = {};
  for (const { document, name, schema } of nodes) {
    const kind = kinds.get(`${document} ${name}`)!;
    definitions[kind] ??= JSON.parse(
      written(schema, (target) => kinds.get(`${document} ${target}`)!),
    ) as JsonSchema;
  }
  return { definitions, find: (document, name) => reference(kinds.get(`${document} ${name}`)!) };
}

const prefix = reference('').$ref as string;

/** The schema as text, its references given other names. */
function written(schema: JsonSchema, rename: (name: string) => string): string {
  return JSON.stringify(schema, (key, value: unknown) =>
    key === '$ref' && typeof value === 'string' ? prefix + rename(value.slice(prefix.length)) : value,
  );
}

/** Shorter than this a definition of its own costs more than it saves. */
const worthSharing = 60;

/** Gives described things (properties) that stand word for word in several places a definition of their own. */
export function shareDescribed(definitions: Definitions): Definitions {
  const text = JSON.stringify(definitions);
  const counts = new Map<string, number>();
  onDescribed(text, (schema, written) => {
    counts.set(written, (counts.get(written) ?? 0) + 1);
    return schema;
  });
  const names = new Map<string, string>();
  const added: Definitions = {};
  const result = onDescribed(text, (schema, written) => {
    if (written.length < worthSharing || (counts.get(written) ?? 1) < 2) return schema;
    let name = names.get(written);
    if (name === undefined) {
      name = `property-${names.size}`;
      names.set(written, name);
      added[name] = schema;
    }
    return reference(name);
  });
  return { ...result, ...added };
}

/** Reads the definitions, with another schema in place of each one that has a description. */
function onDescribed(
  text: string,
  replace: (schema: JsonSchema, written: string) => JsonSchema,
): Definitions {
  return JSON.parse(text, (_key, value: unknown) =>
    isDescribed(value) ? replace(value, JSON.stringify(value)) : value,
  ) as Definitions;
}

function isDescribed(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && 'markdownDescription' in value;
}
