import { insertItem, remove } from '../model/edits';
import { componentsBelow, type Component } from '../model/component';
import type { Flow } from '../model/flow';
import { referencesOf } from '../model/reference';
import type { Screen } from '../model/screen';
import { applyEdits, type Edit } from '../text/edit';
import { items, stringsBelow, valueOf, type Node } from '../text/nodes';

/**
 * Moves a component (with all it holds) to another screen, above its Footer. References follow: what the component reads
 * on its old screen becomes a global reference, and who read its value elsewhere reads it on the new screen.
 */
export function moveComponent(flow: Flow, component: Component, to: Screen): Edit[] {
  const from = flow.screenAround(component.node);
  if (from?.id === undefined || to.id === undefined || from === to) return [];
  const children = valueOf(valueOf(to.node, 'layout'), 'children');
  if (children?.type !== 'array') return [];
  const target = formOf(children) ?? children;
  return [
    ...remove(flow, component.node),
    ...insertItem(flow, target, moved(flow, component, from, to), placeAboveFooter(target)),
    ...elsewhere(flow, component, from, to),
  ];
}

/** Inputs go into the Form of a screen that has one: beside it they would be refused. */
function formOf(children: Node): Node | undefined {
  const form = items(children).find((node) => valueOf(node, 'type')?.value === 'Form');
  const inside = valueOf(form, 'children');
  return inside?.type === 'array' ? inside : undefined;
}

function placeAboveFooter(children: Node): number {
  return items(children).findIndex((node) => valueOf(node, 'type')?.value === 'Footer');
}

/** The component as it reads on its new screen. */
function moved(flow: Flow, component: Component, from: Screen, to: Screen): unknown {
  const { tree } = flow;
  const names = namesIn(component);
  const { start } = tree.span(component.node);
  const edits = [...stringsBelow(component.node)].flatMap((node) =>
    referencesOf(node).flatMap(({ start: at, end, to: path }): Edit[] => {
      if (!path) return [];
      const goesAlong = path.scope === 'form' && names.has(path.path[0]!) && path.screen === undefined;
      if (goesAlong || (path.screen !== undefined && path.screen !== to.id)) return [];
      const screen = path.screen === undefined ? `screen.${from.id!}.` : '';
      const span = tree.spanInside(node, at, end);
      const text = `\${${screen}${path.scope}.${path.path.join('.')}}`;
      return [{ start: span.start - start, end: span.end - start, text }];
    }),
  );
  return JSON.parse(applyEdits(tree.source(component.node), edits));
}

/** References to what moved, from everywhere else. */
function elsewhere(flow: Flow, component: Component, from: Screen, to: Screen): Edit[] {
  const names = namesIn(component);
  const inside = new Set(stringsBelow(component.node));
  return flow.screens.flatMap((screen) =>
    screen.references().flatMap((reference): Edit[] => {
      const path = reference.to;
      if (path?.scope !== 'form' || !names.has(path.path[0]!) || inside.has(reference.node)) return [];
      if ((path.screen ?? screen.id) !== from.id) return [];
      const global = screen === to ? '' : `screen.${to.id!}.`;
      const span = flow.tree.spanInside(reference.node, reference.start, reference.end);
      return [{ ...span, text: `\${${global}form.${path.path.join('.')}}` }];
    }),
  );
}

/** Names of the component and of all it holds. */
function namesIn(component: Component): ReadonlySet<string> {
  const slots = ['children', 'then', 'else'].map((slot) => valueOf(component.node, slot));
  const cases = valueOf(component.node, 'cases')?.children?.map((entry) => entry.children?.[1]) ?? [];
  const inner = [...slots, ...cases].flatMap((list) => [...componentsBelow(list)]);
  return new Set([component, ...inner].flatMap(({ name }) => (name === undefined ? [] : [name])));
}
