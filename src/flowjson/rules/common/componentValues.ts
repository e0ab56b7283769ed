import { isExpression } from '../../text/reference';
import { formAround, type Component } from '../../model/component';
import type { Screen } from '../../model/screen';
import type { Node } from '../../text/nodes';
import { items, stringOf, valueOf } from '../../text/nodes';
import type { Report, ScreenContext, ScreenRule } from '../rule';

/** Whether a text is known only when the flow runs: it refers to something, or is an expression. */
export function isDynamic(text: string): boolean {
  return isExpression(text) || text.includes('${');
}

/** The text of a node that stands for itself; nothing for a binding, an expression or another kind of value. */
export function literalOf(node: Node | undefined): string | undefined {
  const text = stringOf(node);
  return text === undefined || isDynamic(text) ? undefined : text;
}

/** The static texts of a value that is one text or a list of them. */
export function staticTextsOf(value: Node | undefined): { readonly node: Node; readonly text: string }[] {
  return [value, ...items(value)].flatMap((node) => {
    const text = literalOf(node);
    return text === undefined ? [] : [{ node: node!, text }];
  });
}

/** The number of a node; nothing for a binding or another kind of value. */
export function numberOf(node: Node | undefined): number | undefined {
  return node?.type === 'number' ? (node.value as number) : undefined;
}

/** The static items of a list property that are objects: options, chips, rows. */
export function entriesOf(component: Component, property: string): Node[] {
  return items(valueOf(component.node, property)).filter(({ type }) => type === 'object');
}

/** The first value an input is given: its own or, inside a Form, the one that the Form has for its name. */
export function initialValuesOf(component: Component): Node[] {
  const form = formAround(component);
  const [holder, key] = form
    ? [valueOf(form.node, 'init-values'), component.name]
    : [component.node, 'init-value'];
  const value = key === undefined ? undefined : valueOf(holder, key);
  return value === undefined ? [] : [value];
}

/** A check of every component of some types. */
export function forComponents(
  types: readonly string[],
  check: (component: Component, report: Report, context: ScreenContext, screen: Screen) => void,
): ScreenRule['checkScreen'] {
  return (screen, report, context) => {
    const ofType = screen.ofType();
    for (const type of types) {
      for (const component of ofType.get(type) ?? []) check(component, report, context, screen);
    }
  };
}
