import { say, shortened } from '../../message';
import type { Component } from '../../model/component';
import { properties, stringOf, valueOf } from '../../text/nodes';
import type { ScreenRule } from '../rule';
import { forComponents, isDynamic } from '../common/componentValues';

type Mode = 'single' | 'range';

/** The mode of a CalendarPicker; nothing where only the running flow knows it, or where the word is wrong. */
export function modeOf({ node }: Component): Mode | undefined {
  const mode = valueOf(node, 'mode');
  if (mode === undefined) return 'single';
  const word = stringOf(mode);
  return word === 'single' || word === 'range' ? word : undefined;
}

/** What is one value in single mode and one for each end in range mode, and which ends it needs there. */
const perEnd: Readonly<Record<string, readonly string[]>> = {
  label: ['start-date', 'end-date'],
  'helper-text': ['start-date'],
  required: ['start-date'],
  'init-value': [],
  'error-message': [],
};
const ends = ['start-date', 'end-date'];
const rangeOnly = ['title', 'description', 'min-days', 'max-days'];

const calendarType: ScreenRule = {
  id: 'calendar-mode-type',
  since: '6.1',
  codes: ['INVALID_TYPE'],
  severity: 'error',
  provenance: 'observed',
  about: 'Texts and values of a CalendarPicker are single in single mode and one for each end in range mode.',
  checkScreen: forComponents(['CalendarPicker'], (component, report) => {
    const mode = modeOf(component);
    if (mode === undefined) return;
    for (const property of Object.keys(perEnd)) {
      const node = valueOf(component.node, property);
      if (node === undefined || (node.type === 'string' && isDynamic(node.value as string))) continue;
      if (mode === 'single' && node.type === 'object') {
        report({
          node,
          message: say(
            'In single mode "{0}" is one value. Give only one, or set "{1}" to "{2}".',
            property,
            'mode',
            'range',
          ),
          facts: { property, mode },
        });
      } else if (mode === 'range' && node.type === (property === 'required' ? 'boolean' : 'string')) {
        report({
          node,
          message: say(
            'In range mode "{0}" is an object with "{1}" and "{2}".',
            property,
            'start-date',
            'end-date',
          ),
          facts: { property, mode },
        });
      }
    }
  }),
};

const calendarEnds: ScreenRule = {
  id: 'calendar-range-ends',
  since: '6.1',
  codes: ['MISSING_CALENDAR_PICKER_RANGE_MODE_PROP', 'UNEXPECTED_CALENDAR_PICKER_RANGE_MODE_PROP'],
  severity: 'error',
  provenance: 'observed',
  about: 'In range mode, the objects of a CalendarPicker have the ends they need and nothing else.',
  checkScreen: forComponents(['CalendarPicker'], (component, report) => {
    if (modeOf(component) !== 'range') return;
    for (const [property, needed] of Object.entries(perEnd)) {
      const node = valueOf(component.node, property);
      if (node?.type !== 'object') continue;
      for (const end of needed) {
        if (valueOf(node, end) !== undefined) continue;
        report({
          node,
          message: say('"{0}" needs "{1}" in range mode. Add it.', property, end),
          facts: { property: end, of: property },
        });
      }
      for (const { key, keyNode } of properties(node)) {
        if (ends.includes(key)) continue;
        report({
          node: keyNode,
          code: 'UNEXPECTED_CALENDAR_PICKER_RANGE_MODE_PROP',
          message: say(
            '"{0}" has only "{1}" and "{2}", not "{3}".',
            property,
            'start-date',
            'end-date',
            shortened(key),
          ),
          facts: { property: key, of: property },
        });
      }
    }
  }),
};

const calendarRangeOnly: ScreenRule = {
  id: 'calendar-range-only',
  since: '6.1',
  codes: ['INVALID_PROPERTY_NAME_FOR_CONDITION'],
  severity: 'error',
  provenance: 'observed',
  about: 'title, description, min-days and max-days of a CalendarPicker belong to range mode.',
  checkScreen: forComponents(['CalendarPicker'], (component, report) => {
    if (modeOf(component) !== 'single') return;
    for (const { key, keyNode } of properties(component.node)) {
      if (!rangeOnly.includes(key)) continue;
      report({
        node: keyNode,
        message: say('"{0}" is for range mode only. Remove it, or set "{1}" to "{2}".', key, 'mode', 'range'),
        facts: { property: key, mode: 'range' },
      });
    }
  }),
};

export const calendarModeRules = [calendarType, calendarEnds, calendarRangeOnly];
