import { say } from '../../message';
import { containersOf, type Component } from '../../model/component';
import type { Screen } from '../../model/screen';
import type { Node } from '../../text/nodes';
import type { ScreenRule } from '../rule';

const otherBranch: ScreenRule = {
  id: 'reference-to-other-branch',
  since: '4.0',
  codes: ['INPUT_IN_OTHER_BRANCH'],
  severity: 'warning',
  provenance: 'advice',
  about: 'A branch of an If or Switch does not read an input that is shown in another branch only.',
  checkScreen: (screen, report) => {
    const inBranches = inputsInBranches(screen);
    if (inBranches.size === 0) return;
    const byNode = new Map(screen.components.map((component) => [component.node, component]));
    for (const { node, to } of screen.references()) {
      if (to?.scope !== 'form' || to.screen !== undefined) continue;
      const input = inBranches.get(to.path[0]!);
      const reader = input && componentAround(node, byNode);
      if (!reader || !excludeEachOther(input, reader)) continue;
      report({
        node,
        message: say('{0} is shown in another branch only, so it is always empty here.', input.name!),
        related: [{ node: input.nameNode!, message: say('The input stands here.') }],
      });
    }
  },
};

/** Inputs that stand inside an If or Switch, by their names; those whose name stands twice are left out. */
function inputsInBranches(screen: Screen): Map<string, Component> {
  const inputs = new Map<string, Component>();
  for (const [name, components] of screen.named()) {
    const [input] = components;
    if (components.length === 1 && branchesOf(input!).size > 0) inputs.set(name, input!);
  }
  return inputs;
}

function componentAround(node: Node, byNode: ReadonlyMap<Node, Component>): Component | undefined {
  for (let at = node.parent; at; at = at.parent) {
    const component = byNode.get(at);
    if (component) return component;
  }
  return undefined;
}

/** Whether both stand in the same If or Switch, but in different branches of it. */
function excludeEachOther(a: Component, b: Component): boolean {
  const branches = branchesOf(a);
  for (const [container, slot] of branchesOf(b)) {
    const other = branches.get(container);
    if (other !== undefined && other !== slot) return true;
  }
  return false;
}

/** The branches a component stands in: an If or Switch, and which branch of it. */
function branchesOf(component: Component): Map<Component, string> {
  const branches = new Map<Component, string>();
  let inner = component;
  for (const container of containersOf(component)) {
    if (container.type === 'If' || container.type === 'Switch') branches.set(container, inner.slot);
    inner = container;
  }
  return branches;
}

export const otherBranchRules = [otherBranch];
