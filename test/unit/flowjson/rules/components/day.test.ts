import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  convertedDate,
  dateForm,
  earliest,
  latest,
  weekday,
} from '../../../../../src/flowjson/rules/components/day';

const iso = dateForm('5.0');
const milliseconds = dateForm('4.0');

describe('dates', () => {
  it('are read back as they are written, in both forms', () => {
    assert(
      property(integer({ min: earliest, max: latest }), (day) => {
        expect(iso.read(iso.write(day))).toBe(day);
        expect(milliseconds.read(milliseconds.write(day))).toBe(day);
      }),
    );
  });

  it('change their form and back', () => {
    assert(
      property(integer({ min: earliest, max: latest }), (day) => {
        expect(convertedDate(milliseconds.write(day), iso)).toBe(iso.write(day));
        expect(convertedDate(iso.write(day), milliseconds)).toBe(milliseconds.write(day));
      }),
    );
  });

  it.each(['2025-02-29', '2025-13-01', '2025-00-10', '2025-1-1', '2025-01-01T00:00', '01-01-2025', '', 'x'])(
    'are no days of the calendar: %j',
    (text) => expect(iso.read(text)).toBeUndefined(),
  );

  it('know a leap day and the day of the week', () => {
    expect(iso.read('2024-02-29')).toBeDefined();
    expect(weekday(iso.read('2024-02-29')!)).toBe(4);
    expect(weekday(iso.read('1969-12-28')!)).toBe(0);
  });

  it('offer nothing for what is a date in neither form', () => {
    expect(convertedDate('tomorrow', iso)).toBeUndefined();
    expect(convertedDate('999999999999999', iso)).toBeUndefined();
  });
});
