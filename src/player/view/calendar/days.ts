import { dateForms, weekday } from '../../../flowjson/rules/components/day';
import type { Json } from '../../json';
import type { DrawnDays } from '../../validity/date';

/** A day of the calendar: whole days since 1970, without a time zone. */
export type Day = number;

/** Which days a picker offers, ready to be asked for each day of a month. */
export class Offer {
  readonly first: Day;
  readonly last: Day;
  private readonly unavailable: ReadonlySet<Day>;
  private readonly weekdays: ReadonlySet<number>;

  constructor(private readonly days: DrawnDays) {
    this.first = days.first;
    // The other way round nothing is offered; there still has to be a month to show.
    this.last = Math.max(days.first, days.last);
    this.unavailable = new Set(days.unavailable);
    this.weekdays = new Set(days.weekdays);
  }

  has(day: Day): boolean {
    return (
      day >= this.first &&
      day <= this.days.last &&
      this.weekdays.has(weekday(day)) &&
      !this.unavailable.has(day)
    );
  }

  /** The nearest day between the first and the last. */
  clamp(day: Day): Day {
    return Math.min(Math.max(day, this.first), this.last);
  }

  /** The day that a value means, as the version writes days. */
  read(value: Json | undefined): Day | undefined {
    const day = typeof value === 'string' ? dateForms[this.days.form].read(value) : undefined;
    return day === undefined ? undefined : Math.floor(day);
  }

  write(day: Day): string {
    return dateForms[this.days.form].write(day);
  }
}

/** The day that it is for the person now. */
export function today(): Day {
  const now = new Date();
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000;
}
