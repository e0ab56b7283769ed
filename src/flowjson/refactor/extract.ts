import { componentFact, propertiesOf, type Shape } from '../catalogue';
import { replace, setProperty } from '../model/edits';
import type { Component } from '../model/component';
import type { Flow } from '../model/flow';
import type { Screen } from '../model/screen';
import type { Edit } from '../text/edit';
import { items, plainValue, properties, valueOf, type Node } from '../text/nodes';

/** A value of a component that may come from the screen's data instead. */
export interface Literal {
  readonly screen: Screen;
  readonly component: Component;
  readonly key: string;
  readonly node: Node;
}

/** The value at an offset, if it is written out and its property also takes a binding. */
export function literalAt(flow: Flow, offset: number): Literal | undefined {
  for (let node = flow.tree.nodeAt(offset); node; node = node.parent) {
    const property = node.parent;
    const screen = flow.screenAround(node);
    const component = screen?.components.find((candidate) => candidate.node === property?.parent);
    if (property?.type !== 'property' || !screen || !component) continue;
    const key = String(property.children![0]!.value);
    const shape = shapeOf(flow, component, key);
    const isText = node.type === 'string' && /^`|\$\{/.test(node.value as string);
    const isValue = property.children![1] === node && node.type !== 'null' && node.type !== 'object';
    return isValue && !isText && shape && takesBinding(shape) ? { screen, component, key, node } : undefined;
  }
  return undefined;
}

/**
 * Moves a value into the data model of its screen, with the value as example, and hands it over wherever the flow
 * navigates to that screen: what is shown stays the same.
 */
export function extractToData(flow: Flow, { screen, node }: Literal, name: string): Edit[] {
  const value = plainValue(node);
  const entry = { ...typeOf(node), __example__: value };
  const data = valueOf(screen.node, 'data');
  const declared = data
    ? setProperty(flow, data, name, entry)
    : setProperty(flow, screen.node, 'data', { [name]: entry }, 'layout');
  const handedOver = flow.screens
    .flatMap((other) => other.actions())
    .filter((action) => action.name === 'navigate' && action.target === screen.id)
    .flatMap(({ node: action, payload }) =>
      payload
        ? setProperty(flow, payload, name, value)
        : setProperty(flow, action, 'payload', { [name]: value }),
    );
  return [...declared, ...replace(flow, node, `\${data.${name}}`), ...handedOver];
}

/** A name for the new entry: the property's, made readable inside `${…}` and unique on the screen. */
export function nameFor({ screen, component, key }: Literal): string {
  const wanted = [component.name, key].filter(Boolean).join('_').replace(/\W+/g, '_').toLowerCase();
  const taken = screen.data();
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wanted : `${wanted}_${count}`;
    if (!taken.has(name)) return name;
  }
}

function shapeOf(flow: Flow, component: Component, key: string): Shape | undefined {
  const fact = componentFact(component.type);
  return fact && propertiesOf(fact, flow.version).get(key)?.shape;
}

function takesBinding(shape: Shape): boolean {
  if (shape.is === 'oneOf') return shape.shapes.some(takesBinding);
  return 'bindable' in shape && shape.bindable === true;
}

/** The declaration of a value in a data model (facts, section 3.2). */
function typeOf(node: Node): Record<string, unknown> {
  if (node.type === 'array') {
    const [first] = items(node);
    return { type: 'array', items: first ? typeOf(first) : { type: 'string' } };
  }
  if (node.type === 'object') {
    const entries = properties(node).flatMap(({ key, value }) =>
      value ? [[key, typeOf(value)] as const] : [],
    );
    return { type: 'object', properties: Object.fromEntries(entries) };
  }
  return { type: node.type };
}
