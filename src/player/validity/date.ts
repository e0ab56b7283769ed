import type { Version } from '../../flowjson/catalogue';
import { say } from '../../flowjson/message';
import { dateForm, earliest, latest, weekday } from '../../flowjson/rules/components/day';
import { isList, isObject, isUnfilled, own, type Json, type JsonObject } from '../json';
import type { InputProblem } from './problem';

const names = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Which days a DatePicker or CalendarPicker offers (facts on Flow JSON, sections 8.11 and 8.12). */
interface DayRules {
  /** Whole days since 1970. */
  readonly first: number;
  readonly last: number;
  readonly unavailable: ReadonlySet<number>;
  /** Weekdays that are offered, `Sun` to `Sat`. */
  readonly include: ReadonlySet<string>;
}

function dayRules(properties: JsonObject, version: Version): DayRules {
  const read = (value: Json | undefined): number | undefined => readDay(value, version);
  const off = own(properties, 'unavailable-dates');
  const include = own(properties, 'include-days');
  return {
    first: read(own(properties, 'min-date')) ?? earliest,
    last: read(own(properties, 'max-date')) ?? latest,
    unavailable: new Set((isList(off) ? off : []).flatMap((one) => read(one) ?? [])),
    include: new Set(isList(include) ? include.filter((one) => typeof one === 'string') : names),
  };
}

/** The day that a text means in a version, counted from 1970. */
function readDay(value: Json | undefined, version: Version): number | undefined {
  const day = typeof value === 'string' ? dateForm(version).read(value) : undefined;
  return day === undefined ? undefined : Math.floor(day);
}

/** The same as plain JSON, for the view: days are whole days since 1970. */
export interface DrawnDays {
  /** How the version writes them: `YYYY-MM-DD`, or milliseconds since 1970. */
  readonly form: 'iso' | 'milliseconds';
  readonly first: number;
  readonly last: number;
  readonly unavailable: readonly number[];
  /** Days of the week that are offered: 0 for Sunday up to 6 for Saturday. */
  readonly weekdays: readonly number[];
}

/** For the view, which greys the days that are not offered. */
export function drawnDays(properties: JsonObject, version: Version): DrawnDays {
  const { first, last, unavailable, include } = dayRules(properties, version);
  return {
    form: dateForm(version).name,
    first,
    last,
    unavailable: [...unavailable],
    weekdays: names.flatMap((name, index) => (include.has(name) ? [index] : [])),
  };
}

/** What is wrong with the day, or the days of a range, that an input holds. */
export function dateProblems(held: Json, properties: JsonObject, version: Version): InputProblem[] {
  const rules = dayRules(properties, version);
  if (own(properties, 'mode') !== 'range') return oneDay(held, rules, version);
  if (!isObject(held)) return [{ kind: 'range', message: say('Choose the first and the last day.') }];
  return rangeProblems(held, properties, rules, version);
}

function oneDay(held: Json, rules: DayRules, version: Version, part?: string): InputProblem[] {
  const day = readDay(held, version);
  const message = day === undefined ? say('This is not a day.') : dayProblem(day, rules);
  return message ? [{ kind: 'date', message, ...(part !== undefined && { part }) }] : [];
}

function dayProblem(
  day: number,
  { first, last, unavailable, include }: DayRules,
): InputProblem['message'] | undefined {
  if (day < first) return say('This day is too early.');
  if (day > last) return say('This day is too late.');
  if (unavailable.has(day) || !include.has(names[weekday(day)]!)) return say('This day is not available.');
  return undefined;
}

function rangeProblems(
  held: JsonObject,
  properties: JsonObject,
  rules: DayRules,
  version: Version,
): InputProblem[] {
  const ends = ['start-date', 'end-date'] as const;
  const problems = ends.flatMap((end) => {
    const value = own(held, end);
    return isUnfilled(value) ? [] : oneDay(value ?? null, rules, version, end);
  });
  const [start, end] = ends.map((one) => readDay(own(held, one), version));
  if (problems.length > 0 || start === undefined || end === undefined) return problems;
  if (end < start) return [{ kind: 'range', message: say('The last day is before the first one.') }];
  // Whether both ends count is not documented; here they do.
  const days = end - start + 1;
  const least = own(properties, 'min-days');
  const most = own(properties, 'max-days');
  if (typeof least === 'number' && days < least) {
    return [{ kind: 'range', message: say('Choose at least {0} days.', least) }];
  }
  if (typeof most === 'number' && days > most) {
    return [{ kind: 'range', message: say('Choose at most {0} days.', most) }];
  }
  return [];
}
