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
  const branches = countBranches(components, counts);
  const shown = new Set<Component>();
  for (const component of components) {
    const { parent, slot } = component;
    const isShown =
      parent === undefined ||
      (shown.has(parent) && (!isBranching(parent) || fullest(branches.get(parent)) === slot));
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

type Slots = Map<string, number>;

/** For each container how many components count in each of its slots. */
function countBranches(
  components: readonly Component[],
  counts: (component: Component) => boolean,
): Map<Component, Slots> {
  const slots = new Map<Component, Slots>();
  for (let index = components.length - 1; index >= 0; index -= 1) {
    const component = components[index]!;
    const { parent, slot } = component;
    if (parent === undefined) continue;
    let held = 0;
    for (const inside of slots.get(component)?.values() ?? [])
      held = isBranching(component) ? Math.max(held, inside) : held + inside;
    const total = held + (counts(component) ? 1 : 0);
    if (total === 0) continue;
    const ofParent = slots.get(parent) ?? (new Map() as Slots);
    slots.set(parent, ofParent.set(slot, (ofParent.get(slot) ?? 0) + total));
  }
  return slots;
}

function fullest(slots: Slots | undefined): string | undefined {
  let best: string | undefined;
  for (const [slot, count] of slots ?? []) {
    // Slots are entered from the end: of equal ones the first in the text stays.
    if (best === undefined || count >= slots!.get(best)!) best = slot;
  }
  return best;
}
