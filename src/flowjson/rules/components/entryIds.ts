import { before } from '../../catalogue';
import { say, shortened } from '../../message';
import type { Node } from '../../text/nodes';
import { valueOf } from '../../text/nodes';
import type { ScreenRule } from '../rule';
import { entriesOf, forComponents, literalOf } from '../common/componentValues';

const lists: Readonly<Record<string, string>> = {
  CheckboxGroup: 'data-source',
  RadioButtonsGroup: 'data-source',
  Dropdown: 'data-source',
  ChipsSelector: 'data-source',
  NavigationList: 'list-items',
};

const entryIds: ScreenRule = {
  id: 'entry-ids',
  codes: ['DUPLICATE_OPTION_ID', 'EMPTY_OPTION_ID'],
  severity: 'warning',
  provenance: 'observed',
  about: 'The options of a list and the rows of a NavigationList have ids of their own.',
  checkScreen: forComponents(Object.keys(lists), (component, report, { version }) => {
    const seen = new Map<string, Node>();
    for (const entry of entriesOf(component, lists[component.type]!)) {
      const node = valueOf(entry, 'id');
      const id = literalOf(node);
      if (id === undefined) continue;
      const first = seen.get(id);
      if (id.trim() === '') {
        // From 6.0 on a blank id is refused by the format itself.
        if (!before(version, '6.0')) continue;
        report({
          node: node!,
          code: 'EMPTY_OPTION_ID',
          message: say('The id is empty, so nobody can tell what was chosen. Give it one.'),
        });
      } else if (first) {
        report({
          node: node!,
          message: say(
            'The id "{0}" stands twice in this list: which of the two was chosen cannot be told. Change one.',
            shortened(id),
          ),
          facts: { id },
          related: [{ node: first, message: say('It stands here first.') }],
        });
      } else seen.set(id, node!);
    }
  }),
};

export const entryIdRules = [entryIds];
