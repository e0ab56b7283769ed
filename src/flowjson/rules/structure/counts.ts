import { say } from '../../message';
import type { Node } from '../../text/nodes';
import type { Findings } from './findings';

interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/** How many items a list may have; at least one where there is a minimum at all. */
export function checkCount(
  findings: Findings,
  node: Node,
  count: number,
  { min = 0, max = Infinity }: Bounds,
  property: string,
): void {
  if (count < min) {
    findings.add('too-few', {
      node,
      message: say('"{0}" must not be empty.', property),
      facts: { property },
    });
  } else if (count > max) {
    findings.add('too-many', {
      node,
      message: say('"{0}" may have at most {1} items; it has {2}.', property, max, count),
      facts: { property },
    });
  }
}

/** Branches of an If and the cases of a Switch, which are documented with a code of their own when empty (row 87). */
export function checkBranch(
  findings: Findings,
  node: Node,
  count: number,
  min: number,
  property: string,
): void {
  if (count >= min) return;
  findings.add('empty-branch', {
    node,
    message:
      node.type === 'object'
        ? say('"{0}" must have at least one case.', property)
        : say('"{0}" is empty: put at least one component into it.', property),
    facts: { property },
  });
}
