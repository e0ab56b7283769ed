import { weekday } from '../../../flowjson/rules/components/day';
import type { Day } from './days';

/** A month of the calendar, counted: twelve times the year, and 0 for January. */
export type Month = number;

const msPerDay = 86_400_000;

export function monthOf(day: Day): Month {
  const date = new Date(day * msPerDay);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

export function yearOf(month: Month): number {
  return Math.floor(month / 12);
}

export function firstDay(month: Month): Day {
  const date = new Date(0);
  date.setUTCFullYear(yearOf(month), month - yearOf(month) * 12, 1);
  return date.getTime() / msPerDay;
}

export function lengthOf(month: Month): number {
  return firstDay(month + 1) - firstDay(month);
}

/** The day of another month with the same number, or the last one before it. */
export function sameDayIn(month: Month, day: Day): Day {
  const number = day - firstDay(monthOf(day));
  return firstDay(month) + Math.min(number, lengthOf(month) - 1);
}

/** The weeks of a month, seven places each; nothing where a place belongs to another month. */
export function weeksOf(month: Month, firstWeekday: number): readonly (readonly (Day | undefined)[])[] {
  const first = firstDay(month);
  const length = lengthOf(month);
  const before = (weekday(first) - firstWeekday + 7) % 7;
  return Array.from({ length: Math.ceil((before + length) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, place) => {
      const number = week * 7 + place - before;
      return number >= 0 && number < length ? first + number : undefined;
    }),
  );
}
