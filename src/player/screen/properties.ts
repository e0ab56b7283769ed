import {
  isRequired,
  propertiesOf,
  type ComponentFact,
  type Shape,
  type Version,
} from '../../flowjson/catalogue';
import { say, type Message } from '../../flowjson/message';
import type { Component } from '../../flowjson/model/component';
import { onceForContent, originOf } from '../../flowjson/text/movedNode';
import { valueOf, type Node } from '../../flowjson/text/nodes';
import { isExpression } from '../../flowjson/text/reference';
import type { Gap, Scope } from '../evaluate/evaluated';
import { beginningOf, isList, isObject, type Json, type JsonObject } from '../json';
import { ShapeReader } from './shapes';

/** A gap of one property. */
export interface PropertyGap extends Gap {
  readonly property: string;
}

/** The properties of a component as they are now. */
interface Resolved {
  readonly properties: JsonObject;
  readonly gaps: readonly PropertyGap[];
  readonly broken: Message | undefined;
}

/** The properties of a component as the version knows them, each by itself: what does not fit is left out. */
export function resolveProperties({ node, type }: Component, fact: ComponentFact, scope: Scope): Resolved {
  const found: [string, Json][] = [];
  const gaps: PropertyGap[] = [];
  let broken: Message | undefined;
  for (const [name, property] of propertiesOf(fact, scope.version)) {
    if (isApart(property.shape)) continue;
    const own = valueOf(node, name);
    const { value, gaps: missing } = own ? readNode(own, property.shape, scope) : nothing;
    for (const gap of missing) gaps.push({ ...gap, property: name });
    if (value !== undefined && value !== null) found.push([name, value]);
    else if (property.default !== undefined) found.push([name, property.default]);
    else if (isRequired(property, scope.version) && value === undefined) {
      broken ??= own
        ? say('{0} of this {1} cannot be shown.', name, type)
        : say('This {0} needs {1}.', type, name);
    }
  }
  return { properties: Object.fromEntries(found), gaps, broken };
}

interface ReadValue {
  readonly value: Json | undefined;
  readonly gaps: readonly Gap[];
}

const nothing: ReadValue = { value: undefined, gaps: [] };

const known = new WeakMap<
  Node,
  { readonly version: Version; readonly items: number; readonly read: ReadValue }
>();

/** What stands for itself is read once: long lists of options cost nothing at the next keystroke. */
function readNode(node: Node, shape: Shape, scope: Scope): ReadValue {
  const { room } = scope;
  if (room.items <= 0 && node.type === 'array') {
    return {
      value: [],
      gaps: [{ reason: say('The lists of this screen are too long to be shown.'), broken: false }],
    };
  }
  const before = known.get(originOf(node));
  if (before?.version === scope.version && before.items <= room.items) {
    room.items -= before.items;
    return before.read;
  }
  const { items: left } = room;
  const reader = new ShapeReader(scope);
  const read = { value: reader.read(beginningOf(node), shape), gaps: reader.gaps };
  if (room.items > 0 && isStatic(node)) {
    known.set(originOf(node), { version: scope.version, items: left - room.items, read });
  }
  return read;
}

const isStatic = onceForContent((node: Node): boolean => standsForItself(beginningOf(node)));

function standsForItself(value: Json): boolean {
  if (typeof value === 'string') return !value.includes('${') && !isExpression(value);
  if (isList(value)) return value.every(standsForItself);
  return !isObject(value) || Object.values(value).every(standsForItself);
}

/** What is not a value to show: actions, components, and what decides between branches. */
function isApart(shape: Shape): boolean {
  switch (shape.is) {
    case 'action':
    case 'components':
    case 'condition':
    case 'binding':
      return true;
    case 'map':
      return shape.values.is === 'components';
    default:
      return false;
  }
}
