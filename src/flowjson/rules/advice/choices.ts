import { say } from '../../message';
import { slotsOf } from '../../model/component';
import type { Node } from '../../text/nodes';
import { items, stringOf, valueOf } from '../../text/nodes';
import { entriesOf, forComponents } from '../common/componentValues';
import type { ScreenRule } from '../rule';

/** From how many options on Meta advises a Dropdown. */
const enoughForDropdown = 8;
const optionsPerScreen = 10;

const smallDropdown: ScreenRule = {
  id: 'dropdown-few-options',
  codes: ['DROPDOWN_FEW_OPTIONS'],
  severity: 'info',
  provenance: 'documented',
  about: 'A Dropdown is for eight options or more.',
  checkScreen: forComponents(['Dropdown'], (component, report) => {
    const count = entriesOf(component, 'data-source').length;
    if (count === 0 || count >= enoughForDropdown || component.typeNode === undefined) return;
    report({
      node: component.typeNode,
      message: say(
        'With so few options ({0}) a {1} is easier: it shows them without a tap. Meta advises a Dropdown from {2} on.',
        count,
        'RadioButtonsGroup',
        enoughForDropdown,
      ),
      facts: { suggestion: 'RadioButtonsGroup' },
    });
  }),
};

const shownLists = ['CheckboxGroup', 'RadioButtonsGroup', 'ChipsSelector'];

const manyOptions: ScreenRule = {
  id: 'many-options-on-screen',
  codes: ['MANY_OPTIONS_ON_SCREEN'],
  severity: 'info',
  provenance: 'documented',
  about: 'A screen shows about ten options at most; a Dropdown hides its own.',
  checkScreen: (screen, report) => {
    const children = valueOf(valueOf(screen.node, 'layout'), 'children');
    const count = shownOptions(children);
    const list = screen.components.find(({ type }) => shownLists.includes(type));
    if (count <= optionsPerScreen || list?.typeNode === undefined) return;
    report({
      node: list.typeNode,
      message: say(
        'This screen shows {0} options; Meta advises {1} at most. Use a Dropdown or another screen.',
        count,
        optionsPerScreen,
      ),
    });
  },
};

/** How many options can be seen at once: of branches that exclude each other, those of the longest. */
function shownOptions(list: Node | undefined): number {
  let sum = 0;
  for (const node of items(list)) {
    const type = stringOf(valueOf(node, 'type')) ?? '';
    const inner = slotsOf(type, node).map((slot) => shownOptions(slot.node));
    if (inner.length > 0) sum += Math.max(...inner);
    else if (shownLists.includes(type)) sum += items(valueOf(node, 'data-source')).length;
  }
  return sum;
}

export const choiceRules = [smallDropdown, manyOptions];
