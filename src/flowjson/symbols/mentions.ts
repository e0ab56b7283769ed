import type { Span } from '../text/span';
import type { Action } from '../model/action';
import type { Flow } from '../model/flow';
import { filledBy } from '../model/payload';
import type { Reference } from '../model/reference';
import type { Screen } from '../model/screen';
import { once } from '../once';
import type { Node } from '../text/nodes';
import { properties, stringOf, valueOf } from '../text/nodes';

/** Something with a name that other places of a flow mention. */
export type FlowSymbol =
  | { readonly kind: 'screen'; readonly name: string }
  /** A component with a `name`: what `${form.name}` reads. */
  | { readonly kind: 'component'; readonly name: string; readonly screen: Screen }
  /** An entry of a screen's data model. */
  | { readonly kind: 'data'; readonly name: string; readonly screen: Screen };

/** One place where a symbol's name stands. */
export interface Mention {
  readonly symbol: FlowSymbol;
  /** Just the name, without quotes, braces or dots around it. */
  readonly span: Span;
  readonly declaration: boolean;
  /** The string (or key) that holds it. */
  readonly node: Node;
}

/**
 * Every place of a flow where a screen, a component name or a data key stands; screen by screen, then the routes. Looked
 * for once: every move of the cursor and every fix asks.
 */
export const mentionsIn = once((flow: Flow): readonly Mention[] => [...findMentions(flow)]);

function* findMentions(flow: Flow): Generator<Mention> {
  for (const screen of flow.screens) yield* mentionsOnScreen(flow, screen);
  for (const { from, keyNode, targets } of flow.routes) {
    yield mention(flow, { kind: 'screen', name: from }, keyNode, false);
    for (const { id, node } of targets) yield mention(flow, { kind: 'screen', name: id }, node, false);
  }
}

/** The mention at an offset of the text, if a name stands there. */
export function mentionAt(flow: Flow, offset: number): Mention | undefined {
  return mentionsIn(flow).find(({ span }) => span.start <= offset && offset <= span.end);
}

/** Every mention of one symbol, declarations included. */
export function mentionsOf(flow: Flow, symbol: FlowSymbol): Mention[] {
  return mentionsIn(flow).filter((found) => isSame(found.symbol, symbol));
}

function isSame(a: FlowSymbol, b: FlowSymbol): boolean {
  if (a.kind !== b.kind || a.name !== b.name) return false;
  return a.kind === 'screen' || b.kind === 'screen' || a.screen === b.screen;
}

function* mentionsOnScreen(flow: Flow, screen: Screen): Generator<Mention> {
  if (screen.id !== undefined) {
    yield mention(flow, { kind: 'screen', name: screen.id }, screen.idNode!, true);
  }
  for (const { key, keyNode } of screen.data().values()) {
    yield mention(flow, { kind: 'data', name: key, screen }, keyNode, true);
  }
  for (const { name, nameNode, type, node } of screen.components) {
    if (name === undefined || type === 'Form') {
      for (const list of ['init-values', 'error-messages']) {
        for (const { key, keyNode } of properties(valueOf(node, list))) {
          yield mention(flow, { kind: 'component', name: key, screen }, keyNode, false);
        }
      }
    } else yield mention(flow, { kind: 'component', name, screen }, nameNode!, true);
  }
  for (const node of screen.sensitive) {
    const name = stringOf(node);
    if (name !== undefined) yield mention(flow, { kind: 'component', name, screen }, node, false);
  }
  for (const action of screen.actions()) yield* mentionsInAction(flow, screen, action);
  for (const reference of screen.references()) yield* mentionsInReference(flow, screen, reference);
}

function* mentionsInAction(flow: Flow, screen: Screen, action: Action): Generator<Mention> {
  const { target, targetNode, name, payload } = action;
  if (target !== undefined && name === 'navigate') {
    yield mention(flow, { kind: 'screen', name: target }, targetNode!, false);
  }
  const filled = filledBy(flow, screen, action);
  if (filled === undefined) return;
  for (const { key, keyNode } of properties(payload)) {
    yield mention(flow, { kind: 'data', name: key, screen: filled }, keyNode, false);
  }
}

function* mentionsInReference(flow: Flow, around: Screen, reference: Reference): Generator<Mention> {
  const { node, start, to } = reference;
  if (to === undefined) return;
  const inString = (symbol: FlowSymbol, from: number): Mention => ({
    symbol,
    span: flow.tree.spanInside(node, from, from + symbol.name.length),
    declaration: false,
    node,
  });
  let at = start + '${'.length;
  if (to.screen !== undefined) {
    at += 'screen.'.length;
    yield inString({ kind: 'screen', name: to.screen }, at);
    at += to.screen.length + '.'.length;
  }
  const screen = to.screen === undefined ? around : flow.screen(to.screen);
  if (screen === undefined) return;
  const kind = to.scope === 'form' ? 'component' : 'data';
  yield inString({ kind, name: to.path[0]!, screen }, at + to.scope.length + '.'.length);
}

function mention(flow: Flow, symbol: FlowSymbol, node: Node, declaration: boolean): Mention {
  return { symbol, span: flow.tree.spanInside(node, 0, symbol.name.length), declaration, node };
}
