import { say, shortened } from '../../message';
import type { Component } from '../../model/component';
import type { Node } from '../../text/nodes';
import { isBoolean, items, valueOf } from '../../text/nodes';
import { entriesOf, forComponents, initialValuesOf, literalOf, numberOf } from '../common/componentValues';
import type { ScreenRule } from '../rule';

const several = ['CheckboxGroup', 'ChipsSelector'];
const lists = [...several, 'RadioButtonsGroup', 'Dropdown'];

const initialOptions: ScreenRule = {
  id: 'init-value-option',
  codes: ['INIT_VALUE_NOT_AN_OPTION', 'INIT_VALUE_DISABLED_OPTION'],
  severity: 'warning',
  provenance: 'observed',
  about: 'What is chosen at first is one of the options, and one that can be chosen.',
  checkScreen: forComponents(lists, (component, report) => {
    const options = staticOptions(component);
    if (!options) return;
    for (const node of initialIds(component)) {
      const id = literalOf(node);
      if (id === undefined || id.trim() === '') continue;
      const option = options.get(id);
      if (!option) {
        report({
          node,
          message: say('None of the options has the id "{0}", so nothing is chosen at first.', shortened(id)),
          facts: { value: id },
        });
      } else if (isBoolean(valueOf(option, 'enabled'), false)) {
        report({
          node,
          code: 'INIT_VALUE_DISABLED_OPTION',
          message: say('The option "{0}" is disabled, yet chosen at first.', shortened(id)),
          related: [{ node: valueOf(option, 'enabled')!, message: say('It is disabled here.') }],
        });
      }
    }
  }),
};

const tooManyChosen: ScreenRule = {
  id: 'init-value-count',
  codes: ['INIT_VALUE_COUNT'],
  severity: 'warning',
  provenance: 'advice',
  about: 'No more options are chosen at first than may be chosen.',
  checkScreen: forComponents(several, (component, report) => {
    const max = numberOf(valueOf(component.node, 'max-selected-items'));
    if (max === undefined) return;
    for (const node of initialValuesOf(component)) {
      const count = items(node).length;
      if (count <= max) continue;
      report({
        node,
        message: say('{0} options are chosen at first, but "{1}" is {2}.', count, 'max-selected-items', max),
      });
    }
  }),
};

/** The options by id; nothing where some of them are known only when the flow runs. */
function staticOptions(component: Component): ReadonlyMap<string, Node> | undefined {
  const options = new Map<string, Node>();
  const entries = entriesOf(component, 'data-source');
  for (const entry of entries) {
    const id = literalOf(valueOf(entry, 'id'));
    if (id === undefined) return undefined;
    if (!options.has(id)) options.set(id, entry);
  }
  const whole = items(valueOf(component.node, 'data-source')).length === entries.length;
  return whole && options.size > 0 ? options : undefined;
}

function initialIds(component: Component): Node[] {
  const values = initialValuesOf(component);
  return several.includes(component.type) ? values.flatMap((node) => [...items(node)]) : values;
}

export const initialOptionRules = [initialOptions, tooManyChosen];
