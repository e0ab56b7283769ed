import type { Component } from '../../flowjson/model/component';
import type { Flow } from '../../flowjson/model/flow';
import type { Screen } from '../../flowjson/model/screen';
import { property, stringOf, valueOf, type Node } from '../../flowjson/text/nodes';
import { inLine } from './passage';

/** What a person reads on a component, in one short line; empty where it says nothing. */
export function labelOf({ node }: Component): string {
  const texts = ['label', 'text', 'title'].map((key) => stringOf(valueOf(node, key))?.trim());
  return inLine(texts.find(Boolean) ?? '', 60);
}

/** The example that a data model gives for a path into it: `['user', 'name']`; nothing where it goes not that deep. */
export function exampleOf(screen: Screen, [key, ...steps]: readonly string[]): Node | undefined {
  const example = valueOf(screen.data().get(key!)?.value, '__example__');
  return steps.reduce<Node | undefined>((node, step) => property(node, step)?.value, example);
}

/** A value as it is written, but never a long text: images are worth no reading. */
export function sourceOf({ tree }: Flow, node: Node, most = 2000): string {
  const { start, end } = tree.span(node);
  return end - start <= most ? tree.text.slice(start, end) : `${tree.text.slice(start, start + most)}…`;
}
