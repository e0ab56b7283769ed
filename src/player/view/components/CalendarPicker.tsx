import type { JSX } from 'preact';
import { DayPicker } from '../calendar/DayPicker';
import { RangePicker } from '../calendar/RangePicker';
import { textOf } from '../properties';
import type { Props } from '../ui';

export function CalendarPicker({ drawn, ui }: Props): JSX.Element {
  return textOf(drawn.properties, 'mode') === 'range' ? (
    <RangePicker drawn={drawn} ui={ui} />
  ) : (
    <DayPicker drawn={drawn} ui={ui} by="months" />
  );
}
