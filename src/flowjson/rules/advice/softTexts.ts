import { componentFact } from '../../catalogue';
import { say } from '../../message';
import type { Node } from '../../text/nodes';
import { items, stringOf, valueOf } from '../../text/nodes';
import { literalOf } from '../common/componentValues';
import type { Report, ScreenRule } from '../rule';
import { softPlanOf, type SoftPlan, type SoftProperty } from './softPlan';

const softTexts: ScreenRule = {
  id: 'text-too-long',
  codes: ['TEXT_TOO_LONG'],
  severity: 'warning',
  provenance: 'documented',
  about: 'Texts are not longer than what is shown of them; the upload does not check it.',
  checkScreen: (screen, report, { version }) => {
    for (const { node, type } of screen.components) {
      const fact = componentFact(type);
      if (!fact) continue;
      const large = stringOf(valueOf(node, 'label-variant')) === 'large';
      const walk = { report, large, inRows: type === 'NavigationList' };
      checkObject(node, softPlanOf(fact, version), walk, false);
    }
  },
};

interface Walk {
  readonly report: Report;
  /** Whether the label is large, and may be longer. */
  readonly large: boolean;
  /** Whether the entries of its lists are rows of a NavigationList: those leave a long text out, others cut it. */
  readonly inRows: boolean;
}

function checkObject(node: Node, plan: SoftPlan, walk: Walk, entry: boolean): void {
  for (const { children } of node.children ?? []) {
    const property = plan.get(String(children?.[0]?.value));
    const value = children?.[1];
    if (property && value) checkValue(String(children[0]!.value), value, property, walk, entry);
  }
}

function checkValue(key: string, node: Node, property: SoftProperty, walk: Walk, entry: boolean): void {
  const { fact, inner } = property;
  if (node.type === 'string') checkLength(key, node, [node], property, walk, entry);
  else if (node.type === 'object' && inner) checkObject(node, inner, walk, entry);
  else if (node.type === 'array' && fact.shape.is === 'oneOf') {
    // A list in place of one text: its items are put together.
    checkLength(key, node, items(node), property, walk, entry);
  } else if (node.type === 'array') {
    for (const item of items(node)) {
      if (item.type === 'object' && inner) checkObject(item, inner, walk, true);
      else if (item.type === 'string') checkLength(key, item, [item], property, walk, entry);
    }
  }
}

function checkLength(
  key: string,
  node: Node,
  texts: readonly Node[],
  { fact }: SoftProperty,
  { report, large, inRows }: Walk,
  entry: boolean,
): void {
  const limit = large ? (fact.softLimitLarge ?? fact.softLimit) : fact.softLimit;
  if (limit === undefined || sum(texts, (text) => stringOf(text)?.length ?? 0) <= limit) return;
  const length = sum(texts, (text) => codePoints(literalOf(text) ?? ''));
  if (length <= limit) return;
  report({
    node,
    message:
      inRows && entry
        ? say('"{0}" has {1} characters; above {2} it is not shown at all. Shorten it.', key, length, limit)
        : say('"{0}" has {1} characters; above {2} phones may cut it. Shorten it.', key, length, limit),
    provenance: fact.provenance,
    facts: { limit: String(limit) },
  });
}

const sum = (texts: readonly Node[], count: (text: Node) => number): number =>
  texts.reduce((total, text) => total + count(text), 0);

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
