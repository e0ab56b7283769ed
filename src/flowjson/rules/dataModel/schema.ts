import { items, properties, stringOf, valueOf, type Node } from '../../text/nodes';

/** The types that a data model may have (facts on Flow JSON, section 3.2). */
export const dataTypes: readonly string[] = ['string', 'number', 'integer', 'boolean', 'object', 'array'];

/** A schema inside a data model and all that are nested in it, with the key that leads there; the entry itself first. */
export function* schemasIn(schema: Node): Generator<Node> {
  yield schema;
  const below = valueOf(schema, 'items');
  if (below?.type === 'object') yield* schemasIn(below);
  for (const { value } of properties(valueOf(schema, 'properties'))) {
    if (value?.type === 'object') yield* schemasIn(value);
  }
}

/** Where an example does not fit its schema, and what would fit there. */
export interface Misfit {
  readonly node: Node;
  readonly kind: 'type' | 'enum' | 'missing' | 'limit';
  /** The type, the values, the property or the number that the schema asks for. */
  readonly expected: string;
  /** The keyword of the schema that sets the limit, where one is broken. */
  readonly keyword?: string;
}

/**
 * Holds an example against a schema: `type`, `enum`, `properties`, `required`, `items` and limits of numbers, as JSON
 * Schema draft-07 does. Other keywords are not looked at. The first misfits only: at most `limit`.
 */
export function misfits(example: Node, schema: Node, limit = 5): readonly Misfit[] {
  const found: Misfit[] = [];
  compare(example, schema, found, limit);
  return found;
}

function compare(example: Node, schema: Node, found: Misfit[], limit: number): void {
  if (schema.type !== 'object' || found.length >= limit) return;
  const types = typesOf(schema);
  if (types.length > 0 && !types.some((type) => isOfType(example, type))) {
    found.push({ node: example, kind: 'type', expected: types.join(', ') });
    return;
  }
  const words = valueOf(schema, 'enum');
  if (
    words?.type === 'array' &&
    isScalar(example) &&
    !items(words).some((word) => word.value === example.value)
  ) {
    const values = items(words).slice(0, 20);
    found.push({
      node: example,
      kind: 'enum',
      expected: values.map(({ value }) => JSON.stringify(value)).join(', '),
    });
    return;
  }
  const broken = brokenLimit(example, schema);
  if (broken) found.push({ node: example, kind: 'limit', ...broken });
  if (example.type === 'object') compareObject(example, schema, found, limit);
  if (example.type === 'array') {
    const item = valueOf(schema, 'items');
    if (item) for (const child of items(example)) compare(child, item, found, limit);
  }
}

/** How many there are of what each pair of keywords limits. Characters are counted as code points. */
const sizes: Readonly<Partial<Record<Node['type'], readonly [string, string, (node: Node) => number]>>> = {
  number: ['minimum', 'maximum', ({ value }) => value as number],
  string: ['minLength', 'maxLength', ({ value }) => Array.from(value as string).length],
  array: ['minItems', 'maxItems', (node) => items(node).length],
};

function brokenLimit(example: Node, schema: Node): { keyword: string; expected: string } | undefined {
  const [least, most, sizeOf] = sizes[example.type] ?? [];
  if (least === undefined || most === undefined || sizeOf === undefined) return undefined;
  const min = numberOf(valueOf(schema, least));
  const max = numberOf(valueOf(schema, most));
  if (min === undefined && max === undefined) return undefined;
  const size = sizeOf(example);
  if (min !== undefined && size < min) return { keyword: least, expected: String(min) };
  return max !== undefined && size > max ? { keyword: most, expected: String(max) } : undefined;
}

const numberOf = (node: Node | undefined): number | undefined =>
  node?.type === 'number' ? (node.value as number) : undefined;

function compareObject(example: Node, schema: Node, found: Misfit[], limit: number): void {
  for (const name of items(valueOf(schema, 'required'))) {
    const key = stringOf(name);
    if (key !== undefined && valueOf(example, key) === undefined && found.length < limit) {
      found.push({ node: example, kind: 'missing', expected: key });
    }
  }
  const known = new Map(properties(valueOf(schema, 'properties')).map(({ key, value }) => [key, value]));
  for (const { key, value } of properties(example)) {
    const part = known.get(key);
    if (part && value) compare(value, part, found, limit);
  }
}

/** The types that a schema names and that we know; none where it names none, or something else. */
function typesOf(schema: Node): readonly string[] {
  const type = valueOf(schema, 'type');
  const names = type?.type === 'array' ? items(type).map(stringOf) : [stringOf(type)];
  const known = names.filter((name) => name !== undefined && (name === 'null' || dataTypes.includes(name)));
  return known.length === names.length ? (known as string[]) : [];
}

function isOfType(node: Node, type: string): boolean {
  if (type === 'integer') return node.type === 'number' && Number.isInteger(node.value);
  return node.type === type;
}

const isScalar = (node: Node): boolean => node.type !== 'object' && node.type !== 'array';
