import { before } from '../../catalogue';
import { say } from '../../message';
import { formAround } from '../../model/component';
import { valueOf } from '../../text/nodes';
import type { ScreenRule } from '../rule';
import { modeOf } from './calendarMode';
import { forComponents, literalOf } from '../common/componentValues';

/** That it is a text or an object at all is said by the rules on Forms. */
const calendarFormValue: ScreenRule = {
  id: 'calendar-form-value',
  since: '6.1',
  codes: ['INVALID_PROPERTY_VALUE'],
  severity: (version) => (before(version, '7.0') ? 'warning' : 'error'),
  provenance: 'observed',
  about: 'What a Form gives a CalendarPicker is one value in single mode and one for each end in range mode.',
  checkScreen: forComponents(['CalendarPicker'], (component, report) => {
    const { name } = component;
    const form = formAround(component);
    const mode = modeOf(component);
    if (name === undefined || form === undefined || mode === undefined) return;
    for (const property of ['init-values', 'error-messages']) {
      const node = valueOf(valueOf(form.node, property), name);
      if (mode === 'single' && node?.type === 'object') {
        report({
          node,
          message: say('This CalendarPicker is in single mode: give it one value, in quotes.'),
          facts: { mode },
        });
      } else if (mode === 'range' && literalOf(node) !== undefined) {
        report({
          node: node!,
          message: say(
            'This CalendarPicker is in range mode: give it an object with "{0}" and "{1}".',
            'start-date',
            'end-date',
          ),
          facts: { mode },
        });
      }
    }
  }),
};

export const calendarFormRules = [calendarFormValue];
