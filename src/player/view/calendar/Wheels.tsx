import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { say } from '../../../flowjson/message';
import type { Ui } from '../ui';
import type { Day, Offer } from './days';
import { firstDay, lengthOf, monthOf, sameDayIn, yearOf } from './months';
import { DayNames } from './names';

interface WheelsProps {
  readonly ui: Ui;
  readonly offer: Offer;
  readonly day: Day;
  readonly onTurn: (day: Day) => void;
}

/** Day, month and year to turn, in the order of the language: as iOS has it. */
export function Wheels({ ui, offer, day, onTurn }: WheelsProps): JSX.Element {
  const names = DayNames.in(ui.language);
  const month = monthOf(day);
  const from = yearOf(monthOf(offer.first));
  const years = Array.from({ length: yearOf(monthOf(offer.last)) - from + 1 }, (_, index) => from + index);
  const turnTo = (to: Day): void => onTurn(offer.clamp(to));
  const wheels = {
    day: (
      <Wheel
        key="day"
        label={ui.tell(say('Day'))}
        rows={Array.from({ length: lengthOf(month) }, (_, index) => names.number(index + 1))}
        index={day - firstDay(month)}
        onTurn={(index) => turnTo(firstDay(month) + index)}
      />
    ),
    month: (
      <Wheel
        key="month"
        wide
        label={ui.tell(say('Month'))}
        rows={Array.from({ length: 12 }, (_, index) => names.monthAlone(24_000 + index))}
        index={month % 12}
        onTurn={(index) => turnTo(sameDayIn(yearOf(month) * 12 + index, day))}
      />
    ),
    year: (
      <Wheel
        key="year"
        label={ui.tell(say('Year'))}
        rows={years.map((year) => names.number(year))}
        index={yearOf(month) - from}
        onTurn={(index) => turnTo(sameDayIn((from + index) * 12 + (month % 12), day))}
      />
    ),
  };
  return <div class="wf-wheels">{names.order().map((part) => wheels[part])}</div>;
}

interface WheelProps {
  readonly label: string;
  /** Names of months need more room than numbers. */
  readonly wide?: boolean;
  readonly rows: readonly string[];
  readonly index: number;
  readonly onTurn: (index: number) => void;
}

/** One wheel: turned by scrolling, by a tap on a row, and by keys. */
function Wheel({ label, wide, rows, index, onTurn }: WheelProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const heightOf = (element: HTMLElement): number =>
    element.querySelector<HTMLElement>('.wf-wheel-row')?.offsetHeight ?? 0;
  useLayoutEffect(() => {
    const element = box.current;
    const height = element ? heightOf(element) : 0;
    // While it is turned by hand it stays where the hand has it.
    if (element && height > 0 && Math.round(element.scrollTop / height) !== index)
      element.scrollTop = index * height;
  });
  const turn = (to: number): void => onTurn(Math.min(Math.max(to, 0), rows.length - 1));
  return (
    <div
      ref={box}
      class={wide ? 'wf-wheel wf-wheel-wide' : 'wf-wheel'}
      role="spinbutton"
      tabIndex={0}
      aria-label={label}
      aria-valuenow={index}
      aria-valuemin={0}
      aria-valuemax={rows.length - 1}
      aria-valuetext={rows[index]}
      onScroll={({ currentTarget }) => {
        const height = heightOf(currentTarget);
        const to = height > 0 ? Math.round(currentTarget.scrollTop / height) : index;
        if (to !== index && to < rows.length) turn(to);
      }}
      onKeyDown={(event) => {
        const to = turned(event.key, index, rows.length);
        if (to === undefined) return;
        event.preventDefault();
        turn(to);
      }}
    >
      {rows.map((row, place) => (
        <div
          key={place}
          class={place === index ? 'wf-wheel-row wf-wheel-on' : 'wf-wheel-row'}
          aria-hidden="true"
          onClick={() => turn(place)}
        >
          {row}
        </div>
      ))}
    </div>
  );
}

function turned(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowUp':
      return index - 1;
    case 'ArrowDown':
      return index + 1;
    case 'PageUp':
      return index - 10;
    case 'PageDown':
      return index + 10;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
