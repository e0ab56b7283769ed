import {
  alternative,
  atLeast,
  componentFact,
  objectFact,
  propertiesOf,
  type ObjectFact,
  type Shape,
  type Version,
} from '../catalogue';
import type { Component } from '../model/component';
import { referencesOf, type Reference } from '../model/reference';
import type { Screen } from '../model/screen';
import { onceFor } from '../once';
import type { Node } from '../text/nodes';
import { items, properties } from '../text/nodes';
import { typesBindable } from './shapeTypes';
import { isBinding, isExpression, isReferenceable, type ReferencePath } from '../text/reference';
import { isOwnScreen } from './resolve';
import type { ValueType } from './valueTypes';

/** How WhatsApp reads a text. */
type Reading =
  /** The whole is one reference. */
  | 'binding'
  /** The whole stands in backticks; before 6.0 that is text too, see {@link DynamicValue.backticks}. */
  | 'expression'
  /** The plain condition of an If. */
  | 'condition'
  /** Text as it stands, though there is a `${` in it. */
  | 'text';

/** A string of a component, or the title of a screen, that is known only when the flow runs, or was meant to be. */
export interface DynamicValue {
  readonly node: Node;
  readonly text: string;
  readonly reading: Reading;
  /** Whether it stands in backticks, in whatever version. */
  readonly backticks: boolean;
  readonly shape: Shape;
  /** The types that it may give; none where a static text is wanted, and `unknown` among them where anything goes. */
  readonly types: readonly ValueType[];
  /** The key it belongs to: of the component, or of an object inside of it. */
  readonly property: string;
  /** Absent for the title of the screen. */
  readonly component: Component | undefined;
  /** The first ones: see {@link mostReferences}. */
  readonly references: readonly Reference[];
  /** Those of them that are replaced when the flow runs, and well-formed: what they lead to is worth asking. */
  readonly followed: readonly FollowedReference[];
  /** Whether it refers to another screen, so that only the whole flow tells what it gives. */
  readonly elsewhere: boolean;
}

/** More references in one text than this are not looked at one by one: nobody wants to hear of thousands of mistakes. */
export const mostReferences = 200;

type FollowedReference = Reference & { readonly to: ReferencePath };

interface Found {
  readonly values: readonly DynamicValue[];
  readonly elsewhere: readonly DynamicValue[];
}

/**
 * Every dynamic string of a screen outside of its actions and its data model, in document order; found once for a
 * screen and version. Properties that the version does not know are left out.
 */
export function dynamicValues(screen: Screen, version: Version): readonly DynamicValue[] {
  return foundOn(screen, version).values;
}

/** Those of them that refer to other screens: the few that have to be looked at when any screen changes. */
export function valuesElsewhere(screen: Screen, version: Version): readonly DynamicValue[] {
  return foundOn(screen, version).elsewhere;
}

const foundOn = onceFor((screen: Screen, version: Version): Found => {
  const values = valuesOf(screen, version);
  return { values, elsewhere: values.filter(({ elsewhere }) => elsewhere) };
});

function valuesOf(screen: Screen, version: Version): DynamicValue[] {
  const found: DynamicValue[] = [];
  for (const { key, value } of properties(screen.node)) {
    const shape = propertiesOf(objectFact('screen'), version).get(key)?.shape;
    if (key === 'title' && value && shape)
      below({ screen, version, component: undefined, found }, value, shape, key);
  }
  for (const component of screen.components) {
    const fact = componentFact(component.type);
    if (fact) ofObject({ screen, version, component, found }, component.node, fact);
  }
  return found;
}

interface Around {
  readonly screen: Screen;
  readonly version: Version;
  readonly component: Component | undefined;
  /** What is found goes here: lists handed upwards, or generators, would cost more than the search. */
  readonly found: DynamicValue[];
}

function ofObject(around: Around, node: Node, fact: ObjectFact): void {
  const facts = propertiesOf(fact, around.version);
  for (const { key, value } of properties(node)) {
    const shape = facts.get(key)?.shape;
    if (value && shape) below(around, value, shape, key);
  }
}

/** Lists of components and actions are left out: they have their own way. */
function below(around: Around, node: Node, shape: Shape, property: string): void {
  switch (node.type) {
    case 'string': {
      const value = dynamicValue(around, node, shape, property);
      if (value) around.found.push(value);
      return;
    }
    case 'array': {
      const inner = alternative(shape, 'array')?.items;
      if (inner) for (const item of items(node)) below(around, item, inner, property);
      return;
    }
    case 'object': {
      const object = alternative(shape, 'object');
      if (object) ofObject(around, node, objectFact(object.name));
      const values = alternative(shape, 'map')?.values;
      if (object || !values) return;
      for (const { key, value } of properties(node)) if (value) below(around, value, values, key);
    }
  }
}

function dynamicValue(
  { screen, version, component }: Around,
  node: Node,
  shape: Shape,
  property: string,
): DynamicValue | undefined {
  const text = node.value as string;
  const backticks = isExpression(text);
  if (!backticks && shape.is !== 'condition' && !text.includes('${')) return undefined;
  const types = typesBindable(shape, version);
  // Words, names and patterns are looked at as a whole, by the rules on structure.
  const isPlain = shape.is === 'text' && shape.format === undefined && shape.pattern === undefined;
  if (types.length === 0 && !isPlain) return undefined;
  const all = referencesOf(node);
  const references = all.length > mostReferences ? all.slice(0, mostReferences) : all;
  const reading = readingOf(text, shape, version);
  return {
    node,
    text,
    reading,
    backticks,
    shape,
    types,
    property,
    component,
    references,
    followed: reading === 'text' || types.length === 0 ? [] : references.filter(isFollowed),
    elsewhere: all.some(({ to }) => to?.screen !== undefined && !isOwnScreen(screen, to)),
  };
}

function isFollowed(reference: Reference): reference is FollowedReference {
  return reference.to?.path.every(isReferenceable) === true;
}

function readingOf(text: string, shape: Shape, version: Version): Reading {
  if (isExpression(text) && atLeast(version, '6.0')) return 'expression';
  if (shape.is === 'condition') return 'condition';
  return isBinding(text) ? 'binding' : 'text';
}
