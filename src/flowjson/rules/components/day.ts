import { atLeast, type Version } from '../../catalogue/versions';

const msPerDay = 86_400_000;

/** How dates are written in a version, and how they are read into something that can be compared: days since 1970. */
export interface DateForm {
  readonly name: 'iso' | 'milliseconds';
  /** Days since 1970, with a fraction in the older form; nothing for what is no date. */
  readonly read: (text: string) => number | undefined;
  /** A day in this form. */
  readonly write: (day: number) => string;
}

const iso: DateForm = { name: 'iso', read: readIso, write: writeIso };
const milliseconds: DateForm = {
  name: 'milliseconds',
  read: (text) => (/^-?\d{1,15}$/.test(text) ? Number(text) / msPerDay : undefined),
  write: (day) => String(day * msPerDay),
};

export const dateForms: Readonly<Record<DateForm['name'], DateForm>> = { iso, milliseconds };

/** From 5.0 on dates are `YYYY-MM-DD`; before, milliseconds since 1970 as a text (facts on Flow JSON, section 8.11). */
export function dateForm(version: Version): DateForm {
  return atLeast(version, '5.0') ? iso : milliseconds;
}

/** What a text would be in the right form, if it is a date in the other one. */
export function convertedDate(text: string, to: DateForm): string | undefined {
  const day = (to === iso ? milliseconds : iso).read(text);
  // Beyond the years that pickers offer it is rather another number than a date.
  if (day === undefined || day < earliest || day > latest) return undefined;
  return to.write(Math.round(day));
}

/** What can be chosen when neither `min-date` nor `max-date` says otherwise: the years 1900 to 2100. */
export const earliest = Date.UTC(1900, 0, 1) / msPerDay;
export const latest = Date.UTC(2100, 11, 31) / msPerDay;

/** 0 for Sunday up to 6 for Saturday. */
export function weekday(day: number): number {
  return (((Math.floor(day) + 4) % 7) + 7) % 7;
}

/** A real day of the calendar; nothing for `2025-02-30`. */
function readIso(text: string): number | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  // The 30th of February would be a day of March.
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.getTime() / msPerDay
    : undefined;
}

function writeIso(day: number): string {
  return new Date(day * msPerDay).toISOString().slice(0, 10);
}
