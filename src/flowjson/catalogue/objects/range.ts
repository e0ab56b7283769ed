import { say, type Message } from '../../message';
import { bool, property, required, text, type Details } from '../rows';
import type { ObjectFact, Shape } from '../types';

const start = say('For the first day of the range.');
const end = say('For the last day of the range.');

/** What a CalendarPicker in range mode has in place of one value: one for each end. */
const range = (about: Message, shape: Shape, first: Details = {}, last: Details = {}): ObjectFact => ({
  since: '6.1',
  about,
  provenance: 'documented',
  properties: { 'start-date': property(shape, start, first), 'end-date': property(shape, end, last) },
});

export const rangeObjects = {
  rangeLabels: range(
    say('The labels of both ends.'),
    text(),
    { ...required, softLimit: 20 },
    { ...required, softLimit: 20 },
  ),
  rangeHelperTexts: range(
    say('The help below both ends.'),
    text(),
    { ...required, softLimit: 80 },
    { softLimit: 80 },
  ),
  rangeRequired: range(say('Whether each end must be chosen.'), bool, required),
  rangeDates: range(say('The days that are chosen at first.'), text({ format: 'date' })),
  rangeErrors: range(say('The errors of both ends.'), text()),
};
