import type { Day } from './days';
import { firstDay, type Month } from './months';

/** How days and months are called in a language. One for each language: formatters are dear. */
export class DayNames {
  private static readonly known = new Map<string, DayNames>();

  /** 0 for Sunday up to 6 for Saturday. */
  readonly firstWeekday: number;
  private readonly formats = new Map<string, Intl.DateTimeFormat>();
  private readonly numbers: Intl.NumberFormat;

  static in(language: string): DayNames {
    let names = DayNames.known.get(language);
    if (names === undefined) {
      names = new DayNames(language);
      DayNames.known.set(language, names);
    }
    return names;
  }

  private constructor(private readonly language: string) {
    this.firstWeekday = firstWeekdayIn(language);
    this.numbers = new Intl.NumberFormat(language, { useGrouping: false });
  }

  /** `12 March 2026`, as the language has it. */
  date(day: Day): string {
    return this.format(day, { day: 'numeric', month: 'long', year: 'numeric' });
  }

  /** `Thu, 12 Mar` */
  short(day: Day): string {
    return this.format(day, { weekday: 'short', day: 'numeric', month: 'short' });
  }

  /** `Thursday, 12 March 2026`: for screen readers. */
  whole(day: Day): string {
    return this.format(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  }

  /** `March 2026` */
  month(month: Month): string {
    return this.format(firstDay(month), { month: 'long', year: 'numeric' });
  }

  /** `March` */
  monthAlone(month: Month): string {
    return this.format(firstDay(month), { month: 'long' });
  }

  /** In which order the language writes a date. */
  order(): readonly ('day' | 'month' | 'year')[] {
    const parts = new Intl.DateTimeFormat(this.language, { day: 'numeric', month: 'long', year: 'numeric' })
      .formatToParts(0)
      .map(({ type }) => type);
    return (['day', 'month', 'year'] as const).toSorted((a, b) => parts.indexOf(a) - parts.indexOf(b));
  }

  number(value: number): string {
    return this.numbers.format(value);
  }

  /** The seven days of the week from the first on: one letter, and in full. */
  weekdays(): readonly { readonly letter: string; readonly name: string }[] {
    // The 4th of January 1970 was a Sunday.
    return Array.from({ length: 7 }, (_, index) => {
      const day = 3 + ((this.firstWeekday + index) % 7);
      return { letter: this.format(day, { weekday: 'narrow' }), name: this.format(day, { weekday: 'long' }) };
    });
  }

  private format(day: Day, options: Intl.DateTimeFormatOptions): string {
    const key = Object.entries(options).join();
    let format = this.formats.get(key);
    if (format === undefined) {
      // Flow JSON counts in this calendar, whatever the country does.
      format = new Intl.DateTimeFormat(this.language, { ...options, calendar: 'gregory', timeZone: 'UTC' });
      this.formats.set(key, format);
    }
    return format.format(day * 86_400_000);
  }
}

interface WeekInfo {
  /** 1 for Monday up to 7 for Sunday. */
  readonly firstDay: number;
}

/** Browsers came to know this one after the other, first as a property. */
function firstWeekdayIn(language: string): number {
  const locale = new Intl.Locale(language) as Intl.Locale & {
    readonly weekInfo?: WeekInfo;
    readonly getWeekInfo?: () => WeekInfo;
  };
  const info = locale.getWeekInfo?.() ?? locale.weekInfo;
  return (info?.firstDay ?? 1) % 7;
}
