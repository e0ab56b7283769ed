import { say } from '../../message';
import type { Action, ActionSlot } from '../../model/action';
import type { Component } from '../../model/component';
import type { Screen } from '../../model/screen';
import type { ScreenRule } from '../rule';

/**
 * An action on the component and the same action on its options exclude each other (observed; facts, section 6.1). No
 * code is known for it: this one says the same of the rows of a NavigationList.
 */
export const selectActionsExclusive: ScreenRule = {
  id: 'select-actions-exclusive',
  codes: ['DUPLICATE_PROPETY_FOR_CONDITION'],
  severity: 'error',
  provenance: 'observed',
  since: '6.0',
  about: 'A component and its options do not both have the same select action.',
  checkScreen(screen, report) {
    const ofItems = firstOfItems(screen);
    for (const action of screen.actions()) {
      if (action.item !== undefined || action.slot === 'on-click-action') continue;
      const same = ofItems.get(action.component)?.get(action.slot);
      if (!same) continue;
      report({
        node: action.node,
        message: say(
          'Both this component and its options have {0}: keep it on the one or on the other.',
          action.slot,
        ),
        facts: { property: action.slot },
        related: [{ node: same.node, message: say('An option has it too.') }],
      });
    }
  },
};

/** For each component and slot the first option with such an action. */
function firstOfItems(screen: Screen): Map<Component, Map<ActionSlot, Action>> {
  const found = new Map<Component, Map<ActionSlot, Action>>();
  for (const action of screen.actions()) {
    if (action.item === undefined) continue;
    const slots = found.get(action.component) ?? new Map<ActionSlot, Action>();
    if (!slots.has(action.slot)) slots.set(action.slot, action);
    found.set(action.component, slots);
  }
  return found;
}
