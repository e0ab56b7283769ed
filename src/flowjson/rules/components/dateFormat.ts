import { say, shortened } from '../../message';
import type { Component } from '../../model/component';
import type { Node } from '../../text/nodes';
import { items, stringOf, valueOf } from '../../text/nodes';
import type { ScreenRule } from '../rule';
import { modeOf } from './calendarMode';
import { convertedDate, dateForm, type DateForm } from './day';
import { forComponents, initialValuesOf, literalOf } from '../common/componentValues';

export const datePickers = ['DatePicker', 'CalendarPicker'];

/** A date of a picker, and where it stands. */
export interface DateNode {
  readonly node: Node;
  readonly property: string;
  /** Nothing for what is no date. */
  readonly day: number | undefined;
}

/** The static first values of a picker: one day, or both ends of a range. */
export function initialDates(component: Component, form: DateForm): DateNode[] {
  const range = component.type === 'CalendarPicker' ? modeOf(component) === 'range' : false;
  return initialValuesOf(component).flatMap((value) =>
    range
      ? ['start-date', 'end-date'].flatMap((end) => dateNode(valueOf(value, end), end, form))
      : dateNode(value, 'init-value', form),
  );
}

/** The static date that a property holds. */
export function dateOf(component: Component, property: string, form: DateForm): DateNode | undefined {
  return dateNode(valueOf(component.node, property), property, form)[0];
}

/** The static days that cannot be chosen. */
export function unavailableDates(component: Component, form: DateForm): DateNode[] {
  return items(valueOf(component.node, 'unavailable-dates')).flatMap((node) =>
    dateNode(node, 'unavailable-dates', form),
  );
}

function dateNode(node: Node | undefined, property: string, form: DateForm): DateNode[] {
  const text = literalOf(node);
  return text === undefined ? [] : [{ node: node!, property, day: form.read(text) }];
}

const dateFormat: ScreenRule = {
  id: 'date-format',
  codes: ['INVALID_PROPERTY_VALUE_FORMAT', 'INVALID_DATE_SINGLE_INIT_VALUE_FORMAT'],
  severity: 'error',
  provenance: 'documented',
  about:
    'Dates are real days of the calendar, written YYYY-MM-DD; before 5.0, milliseconds since 1970 as a text.',
  checkScreen: forComponents(datePickers, (component, report, { version }) => {
    const form = dateForm(version);
    const single = component.type === 'CalendarPicker' && modeOf(component) === 'single';
    const dates = [
      dateOf(component, 'min-date', form),
      dateOf(component, 'max-date', form),
      ...unavailableDates(component, form),
      ...initialDates(component, form),
    ];
    for (const date of dates) {
      if (date === undefined || date.day !== undefined) continue;
      const text = stringOf(date.node)!;
      if (text.trim() === '') continue;
      const suggestion = convertedDate(text, form);
      report({
        node: date.node,
        ...(single &&
          date.property === 'init-value' && {
            code: 'INVALID_DATE_SINGLE_INIT_VALUE_FORMAT',
            provenance: 'observed',
          }),
        message:
          form.name === 'iso'
            ? say('"{0}" is not a day of the calendar. Write it as {1}.', shortened(text), 'YYYY-MM-DD')
            : say(
                '"{0}" is not a date: before version {1} a date is the number of milliseconds since 1970, written as a text.',
                shortened(text),
                '5.0',
              ),
        ...(suggestion !== undefined && { facts: { suggestion } }),
      });
    }
  }),
};

export const dateFormatRules = [dateFormat];
