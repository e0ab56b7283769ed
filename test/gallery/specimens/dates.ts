import { componentFlows } from '../../simulator/flows';
import { screenOf, type Specimen } from '../specimen';

const days = { 'min-date': '2026-03-05', 'max-date': '2026-04-20', 'unavailable-dates': ['2026-03-12'] };
const fields = (type: string): Specimen => ({
  title: 'Chosen, left empty, disabled, wrong',
  flow: screenOf(type, [
    { type, name: 'chosen', label: 'Day of arrival', 'init-value': '2026-03-17', 'helper-text': 'Any day' },
    { type, name: 'empty', label: 'Left empty', required: true },
    { type, name: 'off', label: 'Not now', enabled: false },
    {
      type,
      name: 'wrong',
      label: 'Day',
      'init-value': '2026-03-12',
      'error-message': 'We are closed on that day',
    },
  ]),
  events: [{ is: 'left', name: 'empty' }],
});
const open = (type: string, more: object = {}): Specimen => ({
  title: 'Open',
  flow: screenOf(type, [
    { type, name: 'day', label: 'Day of arrival', 'init-value': '2026-03-17', ...days, ...more },
  ]),
  press: ['.wf-select'],
  height: 'phone',
});

export const datePicker: readonly Specimen[] = [
  { title: 'As in the simulator', flow: componentFlows['DatePicker']! },
  fields('DatePicker'),
  open('DatePicker'),
];

const range = {
  type: 'CalendarPicker',
  name: 'stay',
  mode: 'range',
  title: 'Your stay',
  description: 'Between two and ten nights.',
  label: { 'start-date': 'Arrival', 'end-date': 'Departure' },
  'helper-text': { 'start-date': 'From 15:00', 'end-date': 'Until 10:00' },
  required: { 'start-date': true, 'end-date': false },
  'min-days': 2,
  'max-days': 10,
};

export const calendarPicker: readonly Specimen[] = [
  { title: 'As in the simulator', flow: componentFlows['CalendarPicker']! },
  fields('CalendarPicker'),
  open('CalendarPicker', { 'include-days': ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'] }),
  {
    title: 'Range',
    flow: screenOf('CalendarPicker', [
      range,
      {
        ...range,
        name: 'wrong',
        'init-value': { 'start-date': '2026-03-11', 'end-date': '2026-03-18' },
        'error-message': { 'end-date': 'Too long' },
      },
    ]),
  },
  {
    title: 'Range, open',
    flow: screenOf('CalendarPicker', [
      {
        ...range,
        ...days,
        'init-value': { 'start-date': '2026-03-11', 'end-date': '2026-03-18' },
      },
    ]),
    press: ['.wf-select'],
    height: 'phone',
  },
  {
    title: 'Years',
    flow: screenOf('CalendarPicker', [{ type: 'CalendarPicker', name: 'day', label: 'Day' }]),
    press: ['.wf-select', '.wf-pager-month'],
    height: 'phone',
  },
];
