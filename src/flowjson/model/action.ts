import type { Node } from '../text/nodes';
import { items, stringOf, valueOf } from '../text/nodes';
import type { Component } from './component';

const actionSlots = ['on-click-action', 'on-select-action', 'on-unselect-action'] as const;
export type ActionSlot = (typeof actionSlots)[number];

/** An action of a component, or of one of its options or list items. */
export interface Action {
  readonly component: Component;
  readonly slot: ActionSlot;
  /** The option or list item that carries it; nothing if the component itself does. */
  readonly item: Node | undefined;
  readonly node: Node;
  /** As written: `navigate`, `complete`, … */
  readonly name: string | undefined;
  readonly nameNode: Node | undefined;
  /** The screen of `next.name`, if it is a plain text. */
  readonly target: string | undefined;
  readonly targetNode: Node | undefined;
  /** The payload, whatever it is. */
  readonly payload: Node | undefined;
}

/** The actions of a component and of the static options and list items it holds. */
export function actionsOf(component: Component): Action[] {
  const carriers = [
    undefined,
    ...items(valueOf(component.node, 'data-source')),
    ...items(valueOf(component.node, 'list-items')),
  ];
  return carriers.flatMap((item) =>
    actionSlots.flatMap((slot) => {
      const node = valueOf(item ?? component.node, slot);
      return node?.type === 'object' ? [action(component, slot, item, node)] : [];
    }),
  );
}

function action(component: Component, slot: ActionSlot, item: Node | undefined, node: Node): Action {
  const nameNode = valueOf(node, 'name');
  const targetNode = valueOf(valueOf(node, 'next'), 'name');
  const target = stringOf(targetNode);
  return {
    component,
    slot,
    item,
    node,
    name: stringOf(nameNode),
    nameNode,
    target: target?.includes('${') || target?.startsWith('`') ? undefined : target,
    targetNode,
    payload: valueOf(node, 'payload'),
  };
}
