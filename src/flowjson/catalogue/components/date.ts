import { say } from '../../message';
import {
  bool,
  either,
  integer,
  list,
  object,
  oneOf,
  oneOfOrBinding,
  property,
  selectAction,
  text,
  type Details,
} from '../rows';
import type { PropertyFact, Shape } from '../types';
import type { Message } from '../../message';
import {
  anywhereAsInput,
  component,
  enabled,
  errorMessage,
  everywhereSince,
  helperText,
  inputName,
  label,
  requiredInput,
  visible,
} from './shared';

const date = text({ format: 'date' });
const inRangeMode = { onlyWith: { property: 'mode', values: ['range'] } };
const earliest = say('The first day that can be chosen.');
const latest = say('The last day that can be chosen.');
const unavailable = say('Days that cannot be chosen.');
const initial = say('The day that is chosen at first.');
const onSelect = property(selectAction('data_exchange'), say('What happens when a day is chosen.'));

/** Dates of a DatePicker: milliseconds as a string at first, YYYY-MM-DD from 5.0. */
const dateByVersion = (
  about: Message,
  shape: (day: Shape) => Shape = (day) => day,
  details: Details = {},
): readonly PropertyFact[] => [
  property(shape(text()), about, { until: '5.0' }),
  property(shape(date), about, { since: '5.0', ...details }),
];

export const dates = [
  component({
    type: 'DatePicker',
    about: say('A field for one day.'),
    formValue: 'string',
    joinsForm: true,
    places: anywhereAsInput,
    properties: {
      name: inputName,
      label: label(40),
      'helper-text': helperText,
      required: requiredInput,
      enabled,
      visible,
      'min-date': dateByVersion(earliest, undefined, { default: '1900-01-01' }),
      'max-date': dateByVersion(latest, undefined, { default: '2100-12-31' }),
      'unavailable-dates': dateByVersion(unavailable, (day) => list(day)),
      'on-select-action': onSelect,
      'init-value': [
        property(text(), initial, { since: '4.0', until: '5.0', outsideForm: true }),
        property(date, initial, { since: '5.0', outsideForm: true }),
      ],
      'error-message': errorMessage({ softLimit: 80 }),
    },
  }),
  component({
    type: 'CalendarPicker',
    since: '6.1',
    about: say('A calendar for one day or a range of days.'),
    formValue: 'string',
    formValueBy: { property: 'mode', values: { range: 'date-range' } },
    places: everywhereSince('6.1'),
    properties: {
      name: inputName,
      label: property(
        either(text(), object('rangeLabels')),
        say('The text that says what to enter; in range mode one for each end.'),
        { required: true, softLimit: 20 },
      ),
      title: property(text(), say('The heading of the calendar, in range mode only.'), {
        softLimit: 80,
        ...inRangeMode,
      }),
      description: property(text(), say('A text below the heading, in range mode only.'), {
        softLimit: 300,
        ...inRangeMode,
      }),
      'helper-text': property(
        either(text(), object('rangeHelperTexts')),
        say('A short help below the field; in range mode one for each end.'),
        { softLimit: 80 },
      ),
      required: property(
        either(bool, object('rangeRequired')),
        say('Whether a day must be chosen; in range mode for each end.'),
        { default: false },
      ),
      mode: property(oneOfOrBinding('single', 'range'), say('One day, or a range of days.'), {
        default: 'single',
      }),
      'min-date': property(date, earliest),
      'max-date': property(date, latest),
      'unavailable-dates': property(list(date), unavailable),
      'include-days': property(
        list(oneOf('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')),
        say('The days of the week that can be chosen; all when left out.'),
      ),
      'min-days': property(integer(), say('The fewest days of the range, in range mode only.'), inRangeMode),
      'max-days': property(integer(), say('The most days of the range, in range mode only.'), inRangeMode),
      enabled,
      visible,
      'on-select-action': onSelect,
      'init-value': property(
        either(date, object('rangeDates')),
        say('What is chosen at first; in range mode one day for each end.'),
        { outsideForm: true },
      ),
      'error-message': property(
        either(text(), object('rangeErrors')),
        say('An error shown at the input; in range mode one for each end.'),
        { outsideForm: true },
      ),
    },
  }),
];
