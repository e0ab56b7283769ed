import type { JSX } from 'preact';
import { DayPicker } from '../calendar/DayPicker';
import type { Props } from '../ui';

/** Wheels on iOS, a calendar on Android (facts on Flow JSON, section 13). */
export function DatePicker({ drawn, ui }: Props): JSX.Element {
  return <DayPicker drawn={drawn} ui={ui} by={ui.look.platform === 'ios' ? 'wheels' : 'months'} />;
}
