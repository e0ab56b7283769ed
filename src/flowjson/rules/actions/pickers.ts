import { say } from '../../message';
import { writeReference } from '../../text/reference';
import type { FlowRule } from '../rule';
import { actionsWithPickers, type PickerValue } from './pickerValues';

const code = 'INVALID_ON_CLICK_ACTION_PAYLOAD';

/** Rows 38, 39 and their twin 97. */
export const pickerInNavigate: FlowRule = {
  id: 'picker-in-navigate',
  codes: [code],
  severity: 'error',
  provenance: 'documented',
  since: '4.0',
  rows: [38, 39, 97],
  about: 'The files of a picker do not travel in the payload of navigate.',
  checkFlow(flow, report) {
    for (const { values } of actionsWithPickers(flow, 'navigate')) {
      for (const value of values) {
        report({
          node: value.node,
          message: say(
            'Files of a {0} cannot travel to the next screen: read them there with {1}.',
            value.picker.type,
            globalReference(value),
          ),
          facts: { key: value.entry.key, suggestion: globalReference(value) },
          related: [declaration(value)],
        });
      }
    }
  },
};

/** Row 98. */
export const pickerNested: FlowRule = {
  id: 'picker-nested',
  codes: [code],
  severity: 'error',
  provenance: 'documented',
  since: '4.0',
  rows: [98],
  about: 'The files of a picker stand directly in the payload, as a value of their own.',
  checkFlow(flow, report) {
    for (const { values } of actionsWithPickers(flow, 'complete', 'data_exchange')) {
      for (const value of values) {
        if (value.top && value.reference.context === 'binding') continue;
        report({
          node: value.node,
          message: say(
            'Files of a {0} must be a value of their own, directly in the payload.',
            value.picker.type,
          ),
          facts: { key: value.entry.key },
          related: [declaration(value)],
        });
      }
    }
  },
};

function globalReference({ picker, pickerScreen }: PickerValue): string {
  return writeReference({ screen: pickerScreen.id ?? '', scope: 'form', path: [picker.name ?? ''] });
}

function declaration({ picker }: PickerValue) {
  return { node: picker.nameNode!, message: say('The {0} stands here.', picker.type) };
}
