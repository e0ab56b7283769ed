import { once } from '../once';
import { isBinding, isExpression, parseReference, referencesIn, type ReferencePath } from '../text/reference';
import type { Node } from '../text/nodes';
import { properties, stringsBelow } from '../text/nodes';

/** How the text around a `${…}` reads it. */
type ReferenceContext =
  /** The reference is the whole value. */
  | 'binding'
  /** It stands inside backticks. */
  | 'expression'
  /** It stands in the plain condition of an If. */
  | 'condition'
  /** It stands among other text, where WhatsApp does not replace it. */
  | 'text';

/** One `${…}` in a string of a screen. */
export interface Reference {
  /** The string that holds it. */
  readonly node: Node;
  /** Indexes into the decoded string; `end` is one past the closing brace. */
  readonly start: number;
  readonly end: number;
  /** What stands between the braces. */
  readonly inner: string;
  /** What it points to; nothing where it is badly formed. */
  readonly to: ReferencePath | undefined;
  readonly context: ReferenceContext;
}

/** Every `${…}` of a screen outside of its data model, in document order. */
export function referencesBelow(screen: Node): Reference[] {
  const found: Reference[] = [];
  for (const { key, value } of properties(screen)) {
    if (key === 'data' || value === undefined) continue;
    for (const node of stringsBelow(value)) {
      for (const reference of referencesOf(node)) found.push(reference);
    }
  }
  return found;
}

/** The `${…}` of one string node; read once, as several readers ask. */
export function referencesOf(node: Node): readonly Reference[] {
  return (node.value as string).includes('${') ? readReferences(node) : [];
}

const readReferences = once((node: Node): readonly Reference[] => {
  const text = node.value as string;
  const context = contextOf(node, text);
  return referencesIn(text).map(({ start, end, inner }) => {
    return { node, start, end, inner, to: parseReference(inner), context };
  });
});

function contextOf(node: Node, text: string): ReferenceContext {
  if (isBinding(text)) return 'binding';
  if (isExpression(text)) return 'expression';
  const property = node.parent;
  const isCondition = property?.type === 'property' && property.children?.[0]?.value === 'condition';
  return isCondition ? 'condition' : 'text';
}
