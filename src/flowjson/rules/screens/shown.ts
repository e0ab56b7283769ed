import type { Component } from '../../model/component';

/**
 * The most components that a screen can show at once, of those that count: of an If or a Switch the branch that holds
 * most, added up over siblings (facts on Flow JSON, section 3.4). Those inside branches come first, then the others,
 * both in document order: what is too many is rather the component outside.
 */
export function mostShown(
  components: readonly Component[],
  counts: (component: Component) => boolean,
): readonly Component[] {
  const fullest = fullestBranches(components, counts);
  const shown = new Set<Component>();
  for (const component of components) {
    const { parent, slot } = component;
    const isShown =
      parent === undefined || (shown.has(parent) && (!isBranching(parent) || fullest.get(parent) === slot));
    if (isShown) shown.add(component);
  }
  const counted = components.filter((component) => shown.has(component) && counts(component));
  return [...counted.filter(isInBranch), ...counted.filter((component) => !isInBranch(component))];
}

export function isInBranch(component: Component): boolean {
  for (let at = component.parent; at; at = at.parent) if (isBranching(at)) return true;
  return false;
}

const isBranching = ({ type }: Component): boolean => type === 'If' || type === 'Switch';

/** For each If and Switch that holds anything that counts, the branch that holds most; of equal ones the first. */
function fullestBranches(
  components: readonly Component[],
  counts: (component: Component) => boolean,
): Map<Component, string> {
  const totals = new Map<Component, Map<string, number>>();
  const fullest = new Map<Component, string>();
  // From the end, so that what a container holds is known before it is added to the one around it.
  for (let index = components.length - 1; index >= 0; index -= 1) {
    const component = components[index]!;
    const { parent, slot } = component;
    let total = counts(component) ? 1 : 0;
    const branches = totals.get(component) ?? [];
    let most = 0;
    for (const [name, inside] of branches) {
      if (!isBranching(component)) total += inside;
      else if (inside >= most) {
        most = inside;
        fullest.set(component, name);
      }
    }
    total += most;
    if (parent === undefined || total === 0) continue;
    const ofParent = totals.get(parent) ?? new Map<string, number>();
    totals.set(parent, ofParent.set(slot, (ofParent.get(slot) ?? 0) + total));
  }
  return fullest;
}
