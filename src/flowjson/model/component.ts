import type { Node } from '../text/nodes';
import { items, properties, stringOf, valueOf } from '../text/nodes';

/** A component of a screen: any object that stands where components stand, whatever its type. */
export interface Component {
  /** As written; empty where it is missing or no text. */
  readonly type: string;
  readonly typeNode: Node | undefined;
  readonly node: Node;
  readonly name: string | undefined;
  readonly nameNode: Node | undefined;
  /** The container it stands in; nothing directly on the screen. */
  readonly parent: Component | undefined;
  /** Where in the container: `children`, `then`, `else` or a key of `cases`. */
  readonly slot: string;
}

/** The Form around a component, at any depth; nothing outside of Forms. */
export function formAround(component: Component): Component | undefined {
  return containersOf(component).find(({ type }) => type === 'Form');
}

/** The containers around a component, the nearest first. */
export function containersOf(component: Component): Component[] {
  const containers: Component[] = [];
  for (let at = component.parent; at; at = at.parent) containers.push(at);
  return containers;
}

/** One list of components inside a container (or a screen). */
export interface Slot {
  /** `children`, `then`, `else`, or the key of a case. */
  readonly name: string;
  readonly node: Node;
}

/** The lists of components that a container holds: by its type, so that an unknown one holds nothing. */
export function slotsOf(type: string, node: Node): Slot[] {
  const slot = (name: string, list: Node | undefined): Slot[] =>
    list?.type === 'array' ? [{ name, node: list }] : [];
  switch (type) {
    case 'Form':
      return slot('children', valueOf(node, 'children'));
    case 'If':
      return [...slot('then', valueOf(node, 'then')), ...slot('else', valueOf(node, 'else'))];
    case 'Switch':
      return properties(valueOf(node, 'cases')).flatMap(({ key, value }) => slot(key, value));
    default:
      return [];
  }
}

/** The components of a list and all they hold, in document order. */
export function* componentsBelow(
  list: Node | undefined,
  parent?: Component,
  slot = 'children',
): Generator<Component> {
  for (const node of items(list)) {
    if (node.type !== 'object') continue;
    const typeNode = valueOf(node, 'type');
    const nameNode = valueOf(node, 'name');
    const component: Component = {
      type: stringOf(typeNode) ?? '',
      typeNode,
      node,
      name: stringOf(nameNode),
      nameNode,
      parent,
      slot,
    };
    yield component;
    for (const inner of slotsOf(component.type, node)) {
      yield* componentsBelow(inner.node, component, inner.name);
    }
  }
}
