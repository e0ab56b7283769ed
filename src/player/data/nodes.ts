import type { Node } from '../../flowjson/text/nodes';
import { isList, isObject, type Json } from '../json';

type Growing = { -readonly [Key in keyof Node]: Node[Key] };

/** A JSON value as the tree that the rules read; it stands in no text. Texts are not copied. */
function nodeOf(value: Json, parent?: Node): Node {
  const node: Growing = { type: typeOf(value), offset: 0, length: 0, ...(parent && { parent }) };
  if (isList(value)) node.children = value.map((item) => nodeOf(item, node));
  else if (isObject(value)) node.children = Object.entries(value).map((entry) => propertyOf(entry, node));
  else node.value = value;
  return node;
}

/** An entry of an object as a tree, for {@link pathTo}: as if the object had nothing else. */
export function entryOf(key: string, value: Json): Node {
  const root: Growing = { type: 'object', offset: 0, length: 0 };
  const entry = propertyOf([key, value], root);
  root.children = [entry];
  return entry.children![1]!;
}

function propertyOf([key, value]: readonly [string, Json], parent: Node): Node {
  const node: Growing = { type: 'property', offset: 0, length: 0, parent };
  node.children = [nodeOf(key, node), nodeOf(value, node)];
  return node;
}

function typeOf(value: Json): Node['type'] {
  if (value === null) return 'null';
  if (isList(value)) return 'array';
  return typeof value as 'boolean' | 'number' | 'string' | 'object';
}

/** The way from the root to a node: `user.name`, `list[2].id`; empty for the root. */
export function pathTo(node: Node): string {
  const steps: string[] = [];
  for (let at = node; at.parent; at = at.parent) {
    const { parent } = at;
    if (parent.type === 'array') steps.push(`[${parent.children!.indexOf(at)}]`);
    else if (parent.type === 'property') steps.push(`.${String(parent.children![0]!.value)}`);
  }
  return steps.reverse().join('').replace(/^\./, '');
}
