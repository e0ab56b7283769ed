import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../../../flowjson/message';
import { Icon } from '../parts/icon';
import type { Ui } from '../ui';
import { today, type Day, type Offer } from './days';
import { MonthGrid, YearGrid } from './MonthGrid';
import { monthOf, type Month } from './months';
import { DayNames } from './names';

interface MonthPagerProps {
  readonly ui: Ui;
  readonly offer: Offer;
  /** The day whose month is shown first. */
  readonly around: Day | undefined;
  readonly canTap: (day: Day) => boolean;
  readonly placeOf: (day: Day) => 'only' | 'start' | 'inside' | 'end' | 'outside';
  readonly onTap: (day: Day) => void;
}

/** Months to turn over, one at a time, and years to jump to. */
export function MonthPager({ ui, offer, around, canTap, placeOf, onTap }: MonthPagerProps): JSX.Element {
  const names = DayNames.in(ui.language);
  const [now] = useState(today);
  const [focused, setFocused] = useState(() => offer.clamp(around ?? now));
  const [month, setMonth] = useState(() => monthOf(focused));
  const [takesFocus, setTakesFocus] = useState(false);
  const [showsYears, setShowsYears] = useState(false);
  const [first, last] = [monthOf(offer.first), monthOf(offer.last)];
  const turn = (to: Month): void => {
    setTakesFocus(false);
    setShowsYears(false);
    setMonth(Math.min(Math.max(to, first), last));
  };
  return (
    <div class="wf-pager">
      <div class="wf-pager-head">
        <button
          type="button"
          class="wf-pager-month"
          aria-expanded={showsYears}
          onClick={() => setShowsYears(!showsYears)}
        >
          <span aria-live="polite">{names.month(month)}</span>
          <Icon name="down" />
        </button>
        <Turn ui={ui} to="previous" disabled={month <= first} onClick={() => turn(month - 1)} />
        <Turn ui={ui} to="next" disabled={month >= last} onClick={() => turn(month + 1)} />
      </div>
      {showsYears ? (
        <YearGrid
          names={names}
          first={first}
          last={last}
          month={month}
          onPick={(year) => turn(year * 12 + (month % 12))}
        />
      ) : (
        <MonthGrid
          names={names}
          month={month}
          rtl={ui.look.direction === 'rtl'}
          today={now}
          focused={focused}
          takesFocus={takesFocus}
          canTap={canTap}
          placeOf={placeOf}
          onTap={(day) => {
            setFocused(day);
            onTap(day);
          }}
          onMove={(day) => {
            const to = offer.clamp(day);
            setFocused(to);
            setMonth(monthOf(to));
            setTakesFocus(true);
          }}
        />
      )}
    </div>
  );
}

function Turn({
  ui,
  to,
  disabled,
  onClick,
}: {
  readonly ui: Ui;
  readonly to: 'previous' | 'next';
  readonly disabled: boolean;
  readonly onClick: () => void;
}): JSX.Element {
  return (
    <button
      type="button"
      class={`wf-icon-button wf-turn-${to}`}
      aria-label={to === 'next' ? ui.tell(say('Next month')) : ui.tell(say('Previous month'))}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name="forward" flips />
    </button>
  );
}
