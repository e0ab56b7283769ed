import { say, shortened } from '../../message';
import { structuralProblems } from '../../text/syntaxProblems';
import type { Node } from '../../text/nodes';
import type { FlowRule, Report, ScreenRule } from '../rule';

export const duplicateKeys: FlowRule & ScreenRule = {
  id: 'duplicate-key',
  codes: ['DUPLICATE_KEY'],
  severity: 'warning',
  provenance: 'advice',
  about: 'A name stands only once in an object: of several, only the last one counts.',
  checkFlow({ tree }, report) {
    if (tree.top && structuralProblems(tree).length === 0) checkBelow(tree.top, report);
  },
  checkScreen: (screen, report) => checkBelow(screen.node, report),
};

function checkBelow(node: Node, report: Report): void {
  if (node.children === undefined) return;
  if (node.type === 'object') checkKeys(node.children, report);
  for (const child of node.children) if (child.children !== undefined) checkBelow(child, report);
}

function checkKeys(properties: readonly Node[], report: Report): void {
  if (allDiffer(properties)) return;
  const last = new Map(properties.map((property) => [keyOf(property), property]));
  for (const property of properties) {
    const key = keyOf(property);
    const counts = last.get(key)!;
    if (counts === property) continue;
    report({
      node: property.children![0]!,
      message: say('"{0}" stands more than once in this object; only the last one counts.', shortened(key)),
      facts: { property: key },
      related: [{ node: counts.children![0]!, message: say('This one counts.') }],
    });
  }
}

/** Most objects are small: comparing each with each then costs less than making a set. */
function allDiffer(properties: readonly Node[]): boolean {
  if (properties.length > 16) return new Set(properties.map(keyOf)).size === properties.length;
  for (let index = 1; index < properties.length; index += 1) {
    const key = keyOf(properties[index]!);
    for (let before = 0; before < index; before += 1) if (keyOf(properties[before]!) === key) return false;
  }
  return true;
}

const keyOf = (property: Node): string => property.children![0]!.value as string;
