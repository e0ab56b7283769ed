import { say } from '../../message';
import { items, valueOf } from '../../text/nodes';
import type { ScreenRule } from '../rule';
import { modeOf } from './calendarMode';
import { initialDates, unavailableDates } from './dateFormat';
import { dateForm, weekday } from './day';
import { forComponents, initialValuesOf, literalOf, numberOf } from '../common/componentValues';

const calendarDays: ScreenRule = {
  id: 'calendar-days',
  since: '6.1',
  codes: ['INVALID_MIN_MAX_DAYS'],
  severity: 'error',
  provenance: 'observed',
  about: 'min-days of a CalendarPicker is not above max-days.',
  checkScreen: forComponents(['CalendarPicker'], (component, report) => {
    const minNode = valueOf(component.node, 'min-days');
    const maxNode = valueOf(component.node, 'max-days');
    const min = numberOf(minNode);
    const max = numberOf(maxNode);
    if (modeOf(component) === 'single' || min === undefined || max === undefined || min <= max) return;
    report({
      node: minNode!,
      message: say(
        '"{0}" is {1}, above "{2}" with {3}: no range fits both.',
        'min-days',
        min,
        'max-days',
        max,
      ),
      facts: { min: 'min-days', max: 'max-days' },
      related: [{ node: maxNode!, message: say('The greatest number stands here.') }],
    });
  }),
};

const rangeReversed: ScreenRule = {
  id: 'calendar-range-reversed',
  since: '6.1',
  codes: ['INVALID_DATE_RANGE'],
  severity: 'warning',
  provenance: 'advice',
  about: 'The range that a CalendarPicker starts with does not end before it begins.',
  checkScreen: forComponents(['CalendarPicker'], (component, report, { version }) => {
    if (modeOf(component) !== 'range') return;
    const { read } = dateForm(version);
    for (const node of initialValuesOf(component)) {
      const start = read(literalOf(valueOf(node, 'start-date')) ?? '');
      const end = read(literalOf(valueOf(node, 'end-date')) ?? '');
      if (start === undefined || end === undefined || start <= end) continue;
      report({
        node: valueOf(node, 'end-date')!,
        message: say('The range ends before it begins. Swap "{0}" and "{1}".', 'start-date', 'end-date'),
        facts: { min: 'start-date', max: 'end-date' },
      });
    }
  }),
};

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

const initialUnavailable: ScreenRule = {
  id: 'date-init-unavailable',
  codes: ['INIT_DATE_UNAVAILABLE'],
  severity: 'warning',
  provenance: 'advice',
  about: 'The day a picker starts with can be chosen: it is not unavailable and its weekday is included.',
  checkScreen: forComponents(['DatePicker', 'CalendarPicker'], (component, report, { version }) => {
    const form = dateForm(version);
    const taken = new Set(unavailableDates(component, form).map(({ day }) => day));
    const list = items(valueOf(component.node, 'include-days'));
    const included = new Set(component.type === 'CalendarPicker' ? list.map(literalOf) : []);
    for (const { node, day } of initialDates(component, form)) {
      if (day === undefined) continue;
      const name = weekdays[weekday(day)]!;
      if (taken.has(day)) {
        report({
          node,
          message: say('The picker starts with {0}, which is an unavailable day.', literalOf(node)!),
        });
      } else if (included.size > 0 && !included.has(undefined) && !included.has(name)) {
        report({
          node,
          message: say(
            'The picker starts with {0}, a {1}, which "{2}" leaves out.',
            literalOf(node)!,
            name,
            'include-days',
          ),
        });
      }
    }
  }),
};

export const calendarDaysRules = [calendarDays, rangeReversed, initialUnavailable];
