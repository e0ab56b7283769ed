import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weekday } from '../../../../src/flowjson/rules/components/day';
import { Offer } from '../../../../src/player/view/calendar/days';
import { firstDay, lengthOf, monthOf, sameDayIn, weeksOf } from '../../../../src/player/view/calendar/months';
import { moved } from '../../../../src/player/view/calendar/moving';
import { DayNames } from '../../../../src/player/view/calendar/names';
import { canTap, placeIn, tapped, type Range } from '../../../../src/player/view/calendar/range';
import type { DrawnDays } from '../../../../src/player/validity/date';

/** A day by its date; whole days since 1970. */
const day = (date: string): number => Date.parse(date) / 86_400_000;
const date = (of: number): string => new Date(of * 86_400_000).toISOString().slice(0, 10);
/** The years that pickers offer. */
const days = fc.integer({ min: day('1900-01-01'), max: day('2100-12-31') });
const firstWeekdays = fc.integer({ min: 0, max: 6 });

const offered = (more: Partial<DrawnDays> = {}): Offer =>
  new Offer({
    form: 'iso',
    first: day('2026-03-05'),
    last: day('2026-04-20'),
    unavailable: [day('2026-03-12')],
    weekdays: [1, 2, 3, 4, 5],
    ...more,
  });

describe('months', () => {
  it('hold each of their days once, under its weekday', () => {
    fc.assert(
      fc.property(days, firstWeekdays, (one, first) => {
        const month = monthOf(one);
        const weeks = weeksOf(month, first);
        const all = weeks.flat().filter((place) => place !== undefined);
        expect(all).toEqual(Array.from({ length: lengthOf(month) }, (_, index) => firstDay(month) + index));
        expect(all).toContain(one);
        for (const week of weeks) {
          expect(week).toHaveLength(7);
          week.forEach((place, index) => {
            if (place !== undefined) expect(weekday(place)).toBe((first + index) % 7);
          });
          expect(week.some((place) => place !== undefined)).toBe(true);
        }
      }),
    );
  });

  it('know their lengths', () => {
    const lengths = ['2024-02-01', '2025-02-01', '2000-02-01', '2100-02-01', '2026-04-01', '2026-12-01'];
    expect(lengths.map((one) => lengthOf(monthOf(day(one))))).toEqual([29, 28, 29, 28, 30, 31]);
  });

  it('keep the number of a day, or have their last one', () => {
    expect(date(sameDayIn(monthOf(day('2026-02-01')), day('2026-01-31')))).toBe('2026-02-28');
    expect(date(sameDayIn(monthOf(day('2024-02-01')), day('2026-01-31')))).toBe('2024-02-29');
    expect(date(sameDayIn(monthOf(day('2027-01-01')), day('2026-12-15')))).toBe('2027-01-15');
  });
});

describe('keys in a calendar', () => {
  const press = (key: string, from: string, rtl = false, first = 1, shiftKey = false): string | undefined => {
    const to = moved(day(from), { key, shiftKey }, rtl, first);
    return to === undefined ? undefined : date(to);
  };

  it('go by day, week, month and year', () => {
    expect(press('ArrowRight', '2026-03-31')).toBe('2026-04-01');
    expect(press('ArrowRight', '2026-03-31', true)).toBe('2026-03-30');
    expect(press('ArrowLeft', '2026-03-01')).toBe('2026-02-28');
    expect(press('ArrowDown', '2026-03-31')).toBe('2026-04-07');
    expect(press('ArrowUp', '2026-03-31')).toBe('2026-03-24');
    expect(press('PageDown', '2026-01-31')).toBe('2026-02-28');
    expect(press('PageUp', '2026-03-31', false, 1, true)).toBe('2025-03-31');
    expect(press('a', '2026-03-31')).toBeUndefined();
  });

  it('go to both ends of the week, wherever it begins', () => {
    // The 18th of March 2026 is a Wednesday.
    expect([press('Home', '2026-03-18', false, 1), press('End', '2026-03-18', false, 1)]).toEqual([
      '2026-03-16',
      '2026-03-22',
    ]);
    expect([press('Home', '2026-03-18', false, 0), press('End', '2026-03-18', false, 0)]).toEqual([
      '2026-03-15',
      '2026-03-21',
    ]);
    expect([press('Home', '2026-03-18', false, 6), press('End', '2026-03-18', false, 6)]).toEqual([
      '2026-03-14',
      '2026-03-20',
    ]);
  });

  it('stay in the week with Home and End', () => {
    fc.assert(
      fc.property(days, firstWeekdays, (from, first) => {
        const [home, end] = ['Home', 'End'].map((key) =>
          moved(from, { key, shiftKey: false }, false, first)!,
        );
        expect([weekday(home!), end! - home!]).toEqual([first, 6]);
        expect(home).toBeLessThanOrEqual(from);
        expect(end).toBeGreaterThanOrEqual(from);
      }),
    );
  });
});

describe('the days that are offered', () => {
  it('lie between both ends, on the right weekdays, and are not taken', () => {
    const offer = offered();
    const of = (one: string): boolean => offer.has(day(one));
    expect(['2026-03-05', '2026-04-20'].map(of)).toEqual([true, true]);
    // Before, after, taken, a Saturday.
    expect(['2026-03-04', '2026-04-21', '2026-03-12', '2026-03-14'].map(of)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('are none where the last day is before the first; there still is a month to show', () => {
    const offer = offered({ first: day('2026-04-20'), last: day('2026-03-05') });
    expect(offer.has(day('2026-04-01'))).toBe(false);
    expect(date(offer.clamp(day('2030-01-01')))).toBe('2026-04-20');
  });

  it('are written as the version writes days, and read again', () => {
    for (const form of ['iso', 'milliseconds'] as const) {
      const offer = offered({ form });
      fc.assert(
        fc.property(days, (one) => {
          expect(offer.read(offer.write(one))).toBe(one);
        }),
      );
    }
    expect(offered().write(day('2026-03-05'))).toBe('2026-03-05');
    expect(offered({ form: 'milliseconds' }).write(day('2026-03-05'))).toBe('1772668800000');
    expect([offered().read('2026-02-30'), offered().read(null), offered().read(5)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('a range', () => {
  const none: Range = { start: undefined, end: undefined };
  const limits = { least: 2, most: 10 };
  const open: Range = { start: day('2026-03-11'), end: undefined };

  it('is its first day, then its last; the next tap begins anew', () => {
    const started = tapped(none, day('2026-03-11'));
    expect(started).toEqual(open);
    const whole = tapped(started, day('2026-03-18'));
    expect(whole).toEqual({ start: day('2026-03-11'), end: day('2026-03-18') });
    expect(tapped(whole, day('2026-03-13'))).toEqual({ start: day('2026-03-13'), end: undefined });
    expect(tapped(started, day('2026-03-10'))).toEqual({ start: day('2026-03-10'), end: undefined });
  });

  it('cannot be shorter or longer than it may', () => {
    const can = (one: string, range = open): boolean => canTap(day(one), range, offered(), limits);
    expect(['2026-03-11', '2026-03-13', '2026-03-20', '2026-03-23'].map((one) => can(one))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    // Before the start it is a new start; a day that is not offered is none.
    expect([can('2026-03-10'), can('2026-03-14'), can('2026-03-11', none)]).toEqual([true, false, true]);
  });

  it('never has its end before its start, nor a length that is not allowed', () => {
    const offer = offered({ unavailable: [], weekdays: [0, 1, 2, 3, 4, 5, 6] });
    fc.assert(
      fc.property(fc.array(fc.integer({ min: offer.first, max: offer.last })), (taps) => {
        let range = none;
        for (const tap of taps) if (canTap(tap, range, offer, limits)) range = tapped(range, tap);
        if (range.start === undefined || range.end === undefined) return;
        const length = range.end - range.start + 1;
        expect(length).toBeGreaterThanOrEqual(limits.least);
        expect(length).toBeLessThanOrEqual(limits.most);
      }),
    );
  });

  it('says where a day lies', () => {
    const whole: Range = { start: 10, end: 14 };
    expect([9, 10, 12, 14, 15].map((one) => placeIn(whole, one))).toEqual([
      'outside',
      'start',
      'inside',
      'end',
      'outside',
    ]);
    expect(placeIn({ start: 10, end: undefined }, 10)).toBe('only');
    expect(placeIn({ start: 10, end: 10 }, 10)).toBe('only');
    expect(placeIn(none, 10)).toBe('outside');
  });
});

describe('names of days', () => {
  it('begin the week where the language does', () => {
    const first = (language: string): string => DayNames.in(language).weekdays()[0]!.name;
    expect([first('en-US'), first('en-GB'), first('ar-EG')]).toEqual(['Sunday', 'Monday', 'السبت']);
  });

  it('are those of the Gregorian calendar in every language', () => {
    const year = new Intl.NumberFormat('fa', { useGrouping: false }).format(2026);
    expect(DayNames.in('fa').month(monthOf(day('2026-03-10')))).toContain(year);
    expect(DayNames.in('th').date(day('2026-03-10'))).toContain('2026');
  });

  it('know in which order a date is written', () => {
    expect(DayNames.in('en-US').order()).toEqual(['month', 'day', 'year']);
    expect(DayNames.in('id').order()).toEqual(['day', 'month', 'year']);
    expect(DayNames.in('zh-CN').order()).toEqual(['year', 'month', 'day']);
  });
});
