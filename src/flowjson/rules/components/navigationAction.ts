import { say } from '../../message';
import { items, stringOf, valueOf } from '../../text/nodes';
import type { ScreenRule } from '../rule';
import { entriesOf, forComponents } from '../common/componentValues';

const actionTwice: ScreenRule = {
  id: 'navigation-action-twice',
  since: '6.2',
  codes: ['DUPLICATE_PROPETY_FOR_CONDITION'],
  severity: 'error',
  provenance: 'observed',
  about: 'The action of a NavigationList stands on the list or on its rows, not on both.',
  checkScreen: forComponents(['NavigationList'], (component, report) => {
    const onList = valueOf(component.node, 'on-click-action');
    const onRow = entriesOf(component, 'list-items')
      .map((item) => valueOf(item, 'on-click-action'))
      .find((node) => node !== undefined);
    if (!onList || !onRow) return;
    report({
      node: onList,
      message: say(
        '"{0}" stands on the list and on its rows. Keep it on the list, or on every row.',
        'on-click-action',
      ),
      facts: { property: 'on-click-action' },
      related: [{ node: onRow, message: say('The first row with an action stands here.') }],
    });
  }),
};

const actionMissing: ScreenRule = {
  id: 'navigation-action-missing',
  since: '6.2',
  codes: ['MISSING_REQUIRED_PROPERTY'],
  severity: 'error',
  provenance: 'documented',
  about: 'A NavigationList has an action, or each of its rows has one.',
  checkScreen: forComponents(['NavigationList'], (component, report) => {
    if (valueOf(component.node, 'on-click-action') !== undefined) return;
    const list = valueOf(component.node, 'list-items');
    const rows = entriesOf(component, 'list-items');
    const lacking = rows.filter((row) => valueOf(row, 'on-click-action') === undefined);
    // A list that comes with the data may bring its actions along.
    if (stringOf(list) !== undefined || items(list).length !== rows.length || lacking.length === 0) return;
    const facts = { property: 'on-click-action' };
    if (lacking.length === rows.length) {
      report({
        node: component.node,
        message: say(
          'Nothing happens when a row is tapped. Add "{0}" to the list or to every row.',
          facts.property,
        ),
        facts,
      });
      return;
    }
    for (const node of lacking) {
      report({
        node,
        message: say('Nothing happens when this row is tapped, unlike others. Add "{0}".', facts.property),
        facts,
      });
    }
  }),
};

export const navigationActionRules = [actionTwice, actionMissing];
