import { maxIfDepth } from '../../catalogue';
import { listed, say } from '../../message';
import { containersOf, slotsOf, type Component } from '../../model/component';
import type { Screen } from '../../model/screen';
import type { ScreenRule } from '../rule';

/** Rows 83 and 84. Documented, though Meta's client does not look today. */
export const footerInIf: ScreenRule = {
  id: 'footer-in-one-if-branch',
  codes: ['MISSING_FOOTER_IN_IF_ELSE_BRANCHES'],
  severity: 'warning',
  provenance: 'documented',
  rows: [83, 84],
  since: '4.0',
  about: 'If one branch of an If has a Footer, both have one.',
  checkScreen(screen, report) {
    for (const [component, withFooter] of branchesWithFooter(screen, 'If')) {
      const slots = slotsOf('If', component.node).map(({ name }) => name);
      const without = ['then', 'else'].find((name) => !withFooter.has(name));
      if (without === undefined) continue;
      report({
        node: component.node,
        message: slots.includes(without)
          ? say('One branch of this If has a Footer and {0} has none: add one to {0}.', `"${without}"`)
          : say('One branch of this If has a Footer: add {0} with a Footer too.', `"${without}"`),
        facts: { property: without, component: 'Footer' },
      });
    }
  },
};

/** Rows 85 and 95, which are one. */
export const footerInSwitch: ScreenRule = {
  id: 'footer-in-some-cases',
  codes: ['MISSING_FOOTER_IN_SWITCH_BRANCHES'],
  severity: 'warning',
  provenance: 'documented',
  rows: [85, 95],
  since: '4.0',
  about: 'If one case of a Switch has a Footer, all have one.',
  checkScreen(screen, report) {
    for (const [component, withFooter] of branchesWithFooter(screen, 'Switch')) {
      const cases = slotsOf('Switch', component.node);
      const without = cases.filter(({ name }) => !withFooter.has(name));
      if (without.length === 0) continue;
      report({
        node: component.node,
        message: say(
          'Some cases of this Switch have a Footer; add one to: {0}.',
          listed(without.map(({ name }) => name)),
        ),
        facts: { property: without[0]!.name, component: 'Footer' },
        related: without.map(({ node }) => ({ node, message: say('There is no Footer in this case.') })),
      });
    }
  },
};

/** Meta's page on components; no row and no code of its own. */
export const footerInNestedIf: ScreenRule = {
  id: 'footer-in-nested-if',
  codes: ['INVALID_COMPONENT_PLACEMENT'],
  severity: 'warning',
  provenance: 'documented',
  since: '4.0',
  about: 'A Footer stands in the first level of an If, not in an If inside of another.',
  checkScreen(screen, report) {
    for (const component of screen.components) {
      if (component.type !== 'Footer' || depthOf(component) < 2) continue;
      report({
        node: component.node,
        message: say('A Footer can only stand in the first level of an If: move it out of the inner one.'),
        facts: { component: 'Footer' },
      });
    }
  },
};

export const ifTooDeep: ScreenRule = {
  id: 'if-too-deep',
  codes: ['MAXIMUM_IF_NESTING'],
  severity: 'error',
  provenance: 'documented',
  since: '4.0',
  about: 'If is nested in at most three levels.',
  checkScreen(screen, report) {
    for (const component of screen.components) {
      if (component.type !== 'If' || depthOf(component) !== maxIfDepth) continue;
      report({
        node: component.node,
        message: say(
          'This If is nested too deeply: {0} levels are allowed. Join the conditions.',
          maxIfDepth,
        ),
      });
    }
  },
};

/** How many Ifs stand around a component. */
function depthOf(component: Component): number {
  return containersOf(component).filter(({ type }) => type === 'If').length;
}

/** The containers of a type that hold a Footer, at whatever depth, with the branches that do. */
function branchesWithFooter(screen: Screen, type: 'If' | 'Switch'): Map<Component, Set<string>> {
  const found = new Map<Component, Set<string>>();
  for (const component of screen.components) {
    if (component.type !== 'Footer') continue;
    for (let at: Component = component; at.parent; at = at.parent) {
      const { parent, slot } = at;
      if (parent.type === type) found.set(parent, (found.get(parent) ?? new Set()).add(slot));
    }
  }
  return found;
}
