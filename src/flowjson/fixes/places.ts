import {
  componentFact,
  objectFact,
  propertiesOf,
  type ComponentPlace,
  type ObjectFact,
  type PropertyFact,
  type Shape,
} from '../catalogue';
import type { Action } from '../model/action';
import type { Component } from '../model/component';
import type { Flow } from '../model/flow';
import type { Node } from '../text/nodes';

/** A value of an object, with what the catalogue says about it. */
export interface Place {
  readonly object: Node;
  readonly key: string;
  /** The whole `"key": value`. */
  readonly node: Node;
  /** Nothing for a key that this version does not know there. */
  readonly fact: PropertyFact | undefined;
}

/** The property that a value (or its key, or an item of it) belongs to. */
export function placeOf(flow: Flow, value: Node): Place | undefined {
  let at: Node | undefined = value;
  while (at && at.type !== 'property') at = at.parent;
  const object = at?.parent;
  if (!at || !object) return undefined;
  const key = String(at.children![0]!.value);
  const owner = factOf(flow, object);
  return { object, key, node: at, fact: owner && propertiesOf(owner, flow.version).get(key) };
}

/** What the catalogue knows about an object: a component, a screen, or what stands inside of them. */
export function factOf(flow: Flow, object: Node): ObjectFact | undefined {
  if (object === flow.tree.top) return objectFact('flow');
  if (flow.tree.screens.includes(object)) return objectFact('screen');
  const component = flow.screenAround(object)?.components.find(({ node }) => node === object);
  if (component) return componentFact(component.type);
  const shape = placeOf(flow, object)?.fact?.shape;
  return shape && objectIn(shape);
}

/** The component that a node belongs to, the innermost one. */
export function componentAround(flow: Flow, node: Node): Component | undefined {
  const components = flow.screenAround(node)?.components ?? [];
  for (let at: Node | undefined = node; at; at = at.parent) {
    const found = components.find((component) => component.node === at);
    if (found) return found;
  }
  return undefined;
}

/** The action that a node belongs to. */
export function actionAround(flow: Flow, node: Node): Action | undefined {
  const actions = flow.screenAround(node)?.actions() ?? [];
  for (let at: Node | undefined = node; at; at = at.parent) {
    const found = actions.find((action) => action.node === at);
    if (found) return found;
  }
  return undefined;
}

/** Where a component stands, in the words of the catalogue. */
export function siblingPlace(flow: Flow, component: Node): ComponentPlace | undefined {
  const shape = component.parent && placeOf(flow, component.parent)?.fact?.shape;
  if (shape?.is === 'components') return shape.place;
  return shape?.is === 'map' && shape.values.is === 'components' ? shape.values.place : undefined;
}

function objectIn(shape: Shape): ObjectFact | undefined {
  switch (shape.is) {
    case 'object':
      return objectFact(shape.name);
    case 'action':
      return objectFact(shape.object);
    case 'array':
      return objectIn(shape.items);
    case 'map':
      return objectIn(shape.values);
    case 'oneOf':
      return shape.shapes.map(objectIn).find((fact) => fact !== undefined);
    default:
      return undefined;
  }
}
