import type { Node } from 'jsonc-parser';

export type { Node };

/** One `"key": value` of an object. `value` is absent in half-typed text. */
export interface Property {
  readonly key: string;
  readonly keyNode: Node;
  readonly value: Node | undefined;
  /** The whole `"key": value`. */
  readonly node: Node;
}

/** The properties of an object in document order; nothing for any other node. */
export function properties(node: Node | undefined): readonly Property[] {
  if (node?.type !== 'object' || node.children === undefined) return [];
  const found: Property[] = [];
  for (const property of node.children) {
    const [keyNode, value] = property.children ?? [];
    if (keyNode !== undefined) found.push({ key: String(keyNode.value), keyNode, value, node: property });
  }
  return found;
}

/** The property of that name; the last one where a name stands twice, as JSON readers take it. */
export function property(node: Node | undefined, key: string): Property | undefined {
  if (node?.type !== 'object' || node.children === undefined) return undefined;
  const entry = node.children.length > few ? indexOf(node).get(key) : find(node.children, key);
  return entry && { key, keyNode: entry.children![0]!, value: entry.children![1], node: entry };
}

function find(entries: readonly Node[], key: string): Node | undefined {
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    if (entries[index]!.children?.[0]?.value === key) return entries[index];
  }
  return undefined;
}

/** So many properties are quicker searched than looked up. */
const few = 32;

const indexes = new WeakMap<Node, ReadonlyMap<string, Node>>();

/** The properties of a large object by name: thousands may be asked for, one for each input of a Form. */
function indexOf(node: Node): ReadonlyMap<string, Node> {
  let index = indexes.get(node);
  if (index === undefined) {
    const made = new Map<string, Node>();
    for (const entry of node.children!) {
      const [keyNode] = entry.children ?? [];
      if (keyNode !== undefined) made.set(String(keyNode.value), entry);
    }
    indexes.set(node, (index = made));
  }
  return index;
}

/** The value of the property of that name. */
export function valueOf(node: Node | undefined, key: string): Node | undefined {
  return property(node, key)?.value;
}

/** The items of an array; nothing for any other node. */
export function items(node: Node | undefined): readonly Node[] {
  return node?.type === 'array' ? (node.children ?? []) : [];
}

/** The text of a string node; nothing for any other node. */
export function stringOf(node: Node | undefined): string | undefined {
  return node?.type === 'string' ? (node.value as string) : undefined;
}

/** Whether the node is the literal `true` or `false` asked for. */
export function isBoolean(node: Node | undefined, value: boolean): boolean {
  return node?.type === 'boolean' && node.value === value;
}

/** The JSON value of a node as plain JavaScript, without prototype tricks by hostile keys. */
export function plainValue(node: Node): unknown {
  switch (node.type) {
    case 'object': {
      const entries = properties(node).map(({ key, value }) => [key, value && plainValue(value)] as const);
      return Object.fromEntries(entries);
    }
    case 'array':
      return items(node).map(plainValue);
    default:
      return node.value as unknown;
  }
}

/** Every string value below a node (not the keys), with the nodes; in document order. */
export function stringsBelow(node: Node): Node[] {
  const found: Node[] = [];
  collectStrings(node, found);
  return found;
}

function collectStrings(node: Node, found: Node[]): void {
  if (node.type === 'string') found.push(node);
  else if (node.type === 'property') {
    const value = node.children?.[1];
    if (value) collectStrings(value, found);
  } else if (node.children) for (const child of node.children) collectStrings(child, found);
}
