import { once } from '../once';
import type { Node, Property } from '../text/nodes';
import { isBoolean, items, properties, stringOf, valueOf } from '../text/nodes';
import { actionsOf, type Action } from './action';
import { componentsBelow, type Component } from './component';
import { referencesBelow, type Reference } from './reference';

/**
 * One screen, read from its own tree only: everything here stays true as long as that tree does. The index of the screen
 * and anything about other screens belongs to the flow.
 */
export class Screen {
  readonly id: string | undefined;
  readonly idNode: Node | undefined;
  /** All components in document order, containers before what they hold. */
  readonly components: readonly Component[];

  constructor(readonly node: Node) {
    this.idNode = valueOf(node, 'id');
    this.id = stringOf(this.idNode);
    this.components = [...componentsBelow(valueOf(valueOf(node, 'layout'), 'children'))];
  }

  get terminal(): boolean {
    return isBoolean(valueOf(this.node, 'terminal'), true);
  }

  /** Components by `name`, Forms left out: a Form has no value. Several where a name stands twice. */
  readonly named = memo(() => {
    const named = new Map<string, Component[]>();
    for (const component of this.components) {
      if (component.name === undefined || component.type === 'Form') continue;
      const same = named.get(component.name);
      if (same) same.push(component);
      else named.set(component.name, [component]);
    }
    return named;
  });

  /** Components by their type, each list in document order. */
  readonly ofType = memo(() => {
    const types = new Map<string, Component[]>();
    for (const component of this.components) {
      const same = types.get(component.type);
      if (same) same.push(component);
      else types.set(component.type, [component]);
    }
    return types;
  });

  /** The entries of the data model. */
  readonly data = memo(() => {
    const entries = properties(valueOf(this.node, 'data'));
    return new Map(entries.map((entry) => [entry.key, entry]));
  });

  /** Every action of the screen: of components, of their options, of list items. */
  readonly actions = memo((): readonly Action[] => this.components.flatMap(actionsOf));

  /** Every `${…}` on the screen, in document order. */
  readonly references = memo((): readonly Reference[] => referencesBelow(this.node));

  /** The names in `sensitive`. */
  get sensitive(): readonly Node[] {
    return items(valueOf(this.node, 'sensitive'));
  }
}

/** The screen of a tree; made once for each tree. */
export const screenOf = once((root: Node) => new Screen(root));

/** The data of a screen without a list named `required…`, which is plain JSON Schema and no entry. */
export function declaredOn(screen: Screen): readonly Property[] {
  return [...screen.data().values()].filter(
    ({ key, value }) => !(key.startsWith('required') && value?.type === 'array'),
  );
}

/** A value found out on the first call and remembered. */
function memo<T>(find: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => (found ??= { value: find() }).value;
}
