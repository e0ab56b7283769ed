import {
  componentFact,
  objectFact,
  propertiesOf,
  type ObjectFact,
  type PropertyFact,
  type Shape,
} from '../../catalogue';
import { say, type Message } from '../../message';
import type { Node } from '../../text/nodes';
import { items, properties, stringOf, valueOf } from '../../text/nodes';
import { literalOf } from '../components/reading';
import type { Report, ScreenContext, ScreenRule } from '../rule';

const softTexts: ScreenRule = {
  id: 'text-too-long',
  codes: ['TEXT_TOO_LONG'],
  severity: 'warning',
  provenance: 'documented',
  about: 'Texts are not longer than what is shown of them; the upload does not check it.',
  checkScreen: (screen, report, context) => {
    for (const component of screen.components) {
      const fact = componentFact(component.type);
      if (!fact) continue;
      const inList = component.type === 'NavigationList';
      checkObject(component.node, fact, { report, context, notDrawn: false, inList });
    }
  },
};

interface Walk {
  readonly report: Report;
  readonly context: ScreenContext;
  readonly inList: boolean;
  /** Rows of a NavigationList leave such a text out; elsewhere it is cut. */
  readonly notDrawn: boolean;
}

function checkObject(node: Node, fact: ObjectFact, walk: Walk): void {
  const facts = propertiesOf(fact, walk.context.version);
  const large = stringOf(valueOf(node, 'label-variant')) === 'large';
  for (const { key, value } of properties(node)) {
    const property = facts.get(key);
    if (property && value) checkValue(key, value, property, walk, large);
  }
}

function checkValue(key: string, node: Node, property: PropertyFact, walk: Walk, large: boolean): void {
  const { shape, softLimit, softLimitLarge, provenance } = property;
  const limit = large ? (softLimitLarge ?? softLimit) : softLimit;
  const check = (place: Node, texts: readonly (Node | undefined)[]): void => {
    const length = texts.reduce((sum, text) => sum + codePoints(literalOf(text) ?? ''), 0);
    if (limit === undefined || length <= limit) return;
    const message = walk.notDrawn ? notDrawn(key, length, limit) : cut(key, length, limit);
    walk.report({ node: place, message, provenance, facts: { limit: String(limit) } });
  };
  if (node.type === 'string') check(node, [node]);
  else if (node.type === 'array' && shape.is === 'oneOf') check(node, items(node));
  else if (node.type === 'array' && shape.is === 'array') {
    for (const item of items(node)) {
      const fact = objectIn(shape.items);
      if (item.type === 'string') check(item, [item]);
      else if (fact) checkObject(item, fact, { ...walk, notDrawn: walk.inList });
    }
  } else if (node.type === 'object') {
    const fact = objectIn(shape);
    if (fact) checkObject(node, fact, walk);
  }
}

function objectIn(shape: Shape): ObjectFact | undefined {
  if (shape.is === 'object') return objectFact(shape.name);
  if (shape.is !== 'oneOf') return undefined;
  return shape.shapes.map(objectIn).find((fact) => fact !== undefined);
}

function cut(key: string, length: number, limit: number): Message {
  return say('{0} has {1} characters; above {2} phones may cut it. Shorten it.', key, length, limit);
}

function notDrawn(key: string, length: number, limit: number): Message {
  return say('{0} has {1} characters; above {2} it is not shown at all. Shorten it.', key, length, limit);
}

/** Characters as people count them, not UTF-16 units. */
function codePoints(text: string): number {
  let count = text.length;
  for (let index = 0; index < text.length; index += 1) {
    if (text.codePointAt(index)! > 0xffff) {
      count -= 1;
      index += 1;
    }
  }
  return count;
}

export const softTextRules = [softTexts];
