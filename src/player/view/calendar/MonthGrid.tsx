import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Day } from './days';
import { firstDay, lengthOf, monthOf, weeksOf, yearOf, type Month } from './months';
import { moved } from './moving';
import type { DayNames } from './names';

interface MonthGridProps {
  readonly names: DayNames;
  readonly month: Month;
  readonly rtl: boolean;
  readonly today: Day;
  /** The one day that Tab reaches; keys move it. */
  readonly focused: Day;
  /** Whether the focus goes to it: after a key, not when the calendar opens. */
  readonly takesFocus: boolean;
  readonly canTap: (day: Day) => boolean;
  readonly placeOf: (day: Day) => 'only' | 'start' | 'inside' | 'end' | 'outside';
  readonly onTap: (day: Day) => void;
  readonly onMove: (day: Day) => void;
}

/** The days of a month as a grid. Days that cannot be chosen are greyed, and still reached by keys: else one could be caught. */
export function MonthGrid({
  names,
  month,
  onMove,
  rtl,
  focused,
  takesFocus,
  ...cell
}: MonthGridProps): JSX.Element {
  const grid = useRef<HTMLTableElement>(null);
  // At once: the next key must not meet the day before.
  useLayoutEffect(() => {
    if (takesFocus) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [focused, takesFocus]);
  // Where the focused day lies in another month, Tab still has to find one.
  const stop = monthOf(focused) === month ? focused : firstDay(month);
  return (
    <table
      ref={grid}
      class="wf-month"
      role="grid"
      aria-label={names.month(month)}
      onKeyDown={(event) => {
        const day = moved(stop, event, rtl, names.firstWeekday);
        if (day === undefined) return;
        event.preventDefault();
        onMove(day);
      }}
    >
      <thead>
        <tr>
          {names.weekdays().map(({ letter, name }) => (
            <th key={name} scope="col" aria-label={name}>
              {letter}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month, names.firstWeekday).map((week, index) => (
          <tr key={index}>
            {week.map((day, place) =>
              day === undefined ? (
                <td key={place} />
              ) : (
                <DayCell key={place} day={day} names={names} month={month} stop={day === stop} {...cell} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayCellProps extends Pick<
  MonthGridProps,
  'names' | 'month' | 'today' | 'canTap' | 'placeOf' | 'onTap'
> {
  readonly day: Day;
  readonly stop: boolean;
}

function DayCell({ day, names, month, stop, today, canTap, placeOf, onTap }: DayCellProps): JSX.Element {
  const place = placeOf(day);
  const can = canTap(day);
  const number = day - firstDay(month) + 1;
  const edges = `${number === 1 ? ' wf-day-first' : ''}${number === lengthOf(month) ? ' wf-day-last' : ''}`;
  return (
    <td role="gridcell" aria-selected={place !== 'outside'} class={`wf-day wf-day-${place}${edges}`}>
      <button
        type="button"
        class={day === today ? 'wf-day-button wf-day-today' : 'wf-day-button'}
        tabIndex={stop ? 0 : -1}
        aria-label={names.whole(day)}
        aria-disabled={!can}
        aria-current={day === today ? 'date' : undefined}
        onClick={() => can && onTap(day)}
      >
        {names.number(number)}
      </button>
    </td>
  );
}

/** The years to jump to. */
export function YearGrid({
  names,
  first,
  last,
  month,
  onPick,
}: {
  readonly names: DayNames;
  readonly first: Month;
  readonly last: Month;
  readonly month: Month;
  readonly onPick: (year: number) => void;
}): JSX.Element {
  const list = useRef<HTMLUListElement>(null);
  const now = yearOf(month);
  useLayoutEffect(() => {
    const current = list.current?.querySelector<HTMLElement>('[aria-current]');
    current?.scrollIntoView({ block: 'center' });
    current?.focus({ preventScroll: true });
  }, []);
  const from = yearOf(first);
  return (
    <ul ref={list} class="wf-years">
      {Array.from({ length: yearOf(last) - from + 1 }, (_, index) => from + index).map((year) => (
        <li key={year}>
          <button
            type="button"
            class={year === now ? 'wf-year wf-year-on' : 'wf-year'}
            aria-current={year === now ? 'true' : undefined}
            onClick={() => onPick(year)}
          >
            {names.number(year)}
          </button>
        </li>
      ))}
    </ul>
  );
}
