import { weekday } from '../../../flowjson/rules/components/day';
import type { Day } from './days';
import { monthOf, sameDayIn } from './months';

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
}

/**
 * Where a key moves the focus in a calendar, as people know it from other calendars: arrows by day and week, Home and End
 * in the week, Page Up and Down by month, with Shift by year. Nothing for other keys.
 */
export function moved(day: Day, { key, shiftKey }: Key, rtl: boolean, firstWeekday: number): Day | undefined {
  const forward = rtl ? -1 : 1;
  const place = (weekday(day) - firstWeekday + 7) % 7;
  switch (key) {
    case 'ArrowRight':
      return day + forward;
    case 'ArrowLeft':
      return day - forward;
    case 'ArrowDown':
      return day + 7;
    case 'ArrowUp':
      return day - 7;
    case 'Home':
      return day - place;
    case 'End':
      return day + 6 - place;
    case 'PageDown':
      return sameDayIn(monthOf(day) + (shiftKey ? 12 : 1), day);
    case 'PageUp':
      return sameDayIn(monthOf(day) - (shiftKey ? 12 : 1), day);
    default:
      return undefined;
  }
}
