import {
  alternative,
  componentFact,
  objectFact,
  propertiesOf,
  type ObjectFact,
  type PropertyFact,
  type Shape,
} from '../../flowjson/catalogue';
import type { Flow } from '../../flowjson/model/flow';
import type { FlowTree, Step } from '../../flowjson/text/flowTree';
import { items, stringOf, valueOf, type Node } from '../../flowjson/text/nodes';

/** What the catalogue says about a place in a flow. */
export interface FactsAt {
  /** What may stand there; nothing for a component, whose fact is `object`. */
  readonly shape: Shape | undefined;
  /** What the object there is, or would be: its keys. */
  readonly object: ObjectFact | undefined;
  /** The row of the property that ends the path, and the object it belongs to. */
  readonly property: PropertyFact | undefined;
  readonly owner: ObjectFact | undefined;
  readonly node: Node | undefined;
  /** Whether it lies inside a Form. */
  readonly inForm: boolean;
}

/** The node at a path, as far as the half-typed text has one. */
export function nodeAtPath(tree: FlowTree, path: readonly Step[]): Node | undefined {
  return path.reduce<Node | undefined>((node, step) => stepTo(tree, node, step), tree.top);
}

function stepTo(tree: FlowTree, node: Node | undefined, step: Step): Node | undefined {
  if (typeof step === 'string') return valueOf(node, step);
  return node !== undefined && node === tree.screensNode ? tree.screens[step] : items(node)[step];
}

/** Follows a path through the catalogue, beside the text: which component stands where only the text says. */
export function factsAt({ tree, version }: Flow, path: readonly Step[]): FactsAt | undefined {
  let at: FactsAt = {
    shape: { is: 'object', name: 'flow' },
    object: objectFact('flow'),
    property: undefined,
    owner: undefined,
    node: tree.top,
    inForm: false,
  };
  for (const step of path) {
    const node = stepTo(tree, at.node, step);
    if (typeof step === 'string') {
      const property = at.object && propertiesOf(at.object, version).get(step);
      const shape = property?.shape ?? alternative(at.shape, 'map')?.values;
      if (shape === undefined) return undefined;
      const { inForm } = at;
      at = { shape, object: objectOf(shape), property, owner: at.object, node, inForm };
    } else {
      const list = alternative(at.shape, 'components');
      const shape = list ? undefined : alternative(at.shape, 'array')?.items;
      if (!list && !shape) return undefined;
      const object = list ? componentFact(stringOf(valueOf(node, 'type')) ?? '') : objectOf(shape!);
      const inForm = at.inForm || list?.place === 'form';
      at = { shape, object, property: undefined, owner: undefined, node, inForm };
    }
  }
  return at;
}

function objectOf(shape: Shape): ObjectFact | undefined {
  const action = alternative(shape, 'action');
  if (action) return objectFact(action.object);
  const object = alternative(shape, 'object');
  return object && objectFact(object.name);
}
