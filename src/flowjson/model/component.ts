import type { Node } from '../text/nodes';
import { onceForContent } from '../text/movedNode';
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
    const component = new ComponentOf(node, parent, slot);
    yield component;
    for (const inner of slotsOf(component.type, node)) {
      yield* componentsBelow(inner.node, component, inner.name);
    }
  }
}

/** A screen may have very many, of which hardly any is looked at more closely before the next key. */
class ComponentOf implements Component {
  readonly type: string;
  readonly name: string | undefined;

  constructor(
    readonly node: Node,
    readonly parent: Component | undefined,
    readonly slot: string,
  ) {
    ({ type: this.type, name: this.name } = head(node));
  }

  get typeNode(): Node | undefined {
    return valueOf(this.node, 'type');
  }

  get nameNode(): Node | undefined {
    return valueOf(this.node, 'name');
  }
}

const head = onceForContent((node) => ({
  type: stringOf(valueOf(node, 'type')) ?? '',
  name: stringOf(valueOf(node, 'name')),
}));
