import { say } from '../../message';
import type { ScreenRule } from '../rule';
import { dateForm, earliest, latest } from './day';
import { dateOf, datePickers, initialDates, unavailableDates, type DateNode } from './dateFormat';
import { forComponents, literalOf } from '../common/componentValues';

const dateBounds: ScreenRule = {
  id: 'date-bounds',
  codes: ['INVALID_DATE_RANGE'],
  severity: 'error',
  provenance: 'observed',
  about: 'The first selectable day is not after the last one.',
  checkScreen: forComponents(datePickers, (component, report, { version }) => {
    const form = dateForm(version);
    const min = dateOf(component, 'min-date', form);
    const max = dateOf(component, 'max-date', form);
    if (min?.day === undefined || max?.day === undefined || min.day <= max.day) return;
    report({
      node: min.node,
      message: say(
        '"{0}" is after "{1}", so no day can be chosen. Swap or change them.',
        'min-date',
        'max-date',
      ),
      facts: { min: 'min-date', max: 'max-date' },
      related: [{ node: max.node, message: say('The last day stands here.') }],
    });
  }),
};

const dateWithin: ScreenRule = {
  id: 'date-within-bounds',
  codes: ['INVALID_DATE_RANGE'],
  severity: 'error',
  provenance: 'observed',
  about: 'First values and unavailable days lie within the selectable range.',
  checkScreen: forComponents(datePickers, (component, report, { version }) => {
    const form = dateForm(version);
    const min = dateOf(component, 'min-date', form);
    const max = dateOf(component, 'max-date', form);
    if (min?.day !== undefined && max?.day !== undefined && min.day > max.day) return;
    const check = ({ node, day }: DateNode): void => {
      if (day === undefined) return;
      const tooEarly = min?.day !== undefined && day < min.day;
      const tooLate = max?.day !== undefined && day > max.day;
      const bound = tooEarly ? min : tooLate ? max : undefined;
      if (bound === undefined) return;
      report({
        node,
        message: say(
          '{0} lies outside of what can be chosen: "{1}" is {2}.',
          literalOf(node)!,
          bound.property,
          literalOf(bound.node)!,
        ),
        related: [{ node: bound.node, message: say('The limit stands here.') }],
      });
    };
    unavailableDates(component, form).forEach(check);
    initialDates(component, form).forEach(check);
  }),
};

const dateUsualRange: ScreenRule = {
  id: 'date-usual-range',
  codes: ['DATE_OUTSIDE_DEFAULT_RANGE'],
  severity: 'warning',
  provenance: 'documented',
  about: 'Without limits of its own, a DatePicker goes from 1900 to 2100; first values lie within.',
  checkScreen: forComponents(['DatePicker'], (component, report, { version }) => {
    const form = dateForm(version);
    const min = dateOf(component, 'min-date', form);
    const max = dateOf(component, 'max-date', form);
    for (const { node, day } of initialDates(component, form)) {
      if (day === undefined) continue;
      if ((min || day >= earliest) && (max || day <= latest)) continue;
      report({
        node,
        message: say(
          '{0} cannot be chosen: without "{1}" and "{2}" a DatePicker goes from 1900 to 2100.',
          literalOf(node)!,
          'min-date',
          'max-date',
        ),
      });
    }
  }),
};

export const dateRangeRules = [dateBounds, dateWithin, dateUsualRange];
