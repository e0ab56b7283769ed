import { onceForContent } from '../flowjson/text/movedNode';
import { items, properties, type Node } from '../flowjson/text/nodes';
import { mostItems, mostKeys, mostValues } from './limits';

/** A JSON value. `null` stands for what is missing: Flow JSON itself has no null (facts on Flow JSON, section 3.2). */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The value of a key; nothing for inherited ones, whatever a hostile flow calls its keys. */
export function own<Value>(object: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The same object with one key set; also for names such as `__proto__`. */
export function withKey<Value>(
  object: Readonly<Record<string, Value>>,
  key: string,
  value: Value,
): Readonly<Record<string, Value>> {
  return { ...object, [key]: value };
}

/** The same object without a key. */
export function withoutKey<Value>(
  object: Readonly<Record<string, Value>>,
  key: string,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}

/** Whether a value counts as empty where expressions and conditions compare (facts on Flow JSON, section 5.2). */
export function isBlank(value: Json | undefined): value is null | undefined | '' {
  return value === undefined || value === null || value === '';
}

/** Whether somebody who has to fill an input has not: nothing, no text, no item, no tick. */
export function isUnfilled(value: Json | undefined): boolean {
  return isBlank(value) || value === false || (isList(value) && value.length === 0);
}

/** The number without what JSON cannot write: infinities, and the sign of zero. */
export function finite(value: number): number | null {
  return Number.isFinite(value) ? value + 0 : null;
}

/** What a node of the text says as plain JSON; what is half typed is left out. The same object until it is changed. */
export const jsonOf = onceForContent((node: Node): Json =>
  read(node, { keys: Infinity, items: Infinity, left: Infinity }),
);

/** The same for what a screen shows and hands on: of very long lists and very large objects only the beginning. */
export const beginningOf = onceForContent((node: Node): Json =>
  read(node, { keys: mostKeys, items: mostItems, left: mostValues }),
);

function read(node: Node, room: { readonly keys: number; readonly items: number; left: number }): Json {
  room.left -= 1;
  switch (node.type) {
    case 'object': {
      const found: [string, Json][] = [];
      for (const { key, value } of properties(node)) {
        if (found.length >= room.keys || room.left <= 0) break;
        if (value) found.push([key, read(value, room)]);
      }
      return Object.fromEntries(found);
    }
    case 'array': {
      const found: Json[] = [];
      for (const item of items(node)) {
        if (found.length >= room.items || room.left <= 0) break;
        found.push(read(item, room));
      }
      return found;
    }
    case 'number':
      return finite(node.value as number);
    case 'string':
    case 'boolean':
      return node.value as string | boolean;
    default:
      return null;
  }
}

/** Deeper values are refused, so that everything that is kept may be walked recursively. */
const deepest = 100;

/** Whether brackets of a value from outside are nested too deeply to work with; itself not recursive. */
export function isTooDeep(value: Json): boolean {
  let level: readonly Json[] = [value];
  for (let depth = 0; depth < deepest; depth += 1) {
    level = level.flatMap((one) => (isList(one) ? one : isObject(one) ? Object.values(one) : []));
    if (level.length === 0) return false;
  }
  return true;
}
