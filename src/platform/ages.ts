import { l10n } from 'vscode';
import { ourLanguage } from './ourLanguage';

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** Whether something was less than so long ago. What lies in the future comes from a clock that was set back: long ago. */
export function isRecent(at: number | undefined, milliseconds: number): boolean {
  if (at === undefined) return false;
  const age = Date.now() - at;
  return age >= 0 && age < milliseconds;
}

/** How long ago something was, in words: "5 minutes ago". Both in milliseconds since 1970. */
export function ageInWords(at: number, now = Date.now()): string {
  const age = Math.max(0, now - at);
  for (const [unit, length] of units) {
    if (age >= length) return format().format(-Math.floor(age / length), unit);
  }
  return l10n.t('just now');
}

/** The same where there is little room: "5 min". */
export function shortAge(at: number, now = Date.now()): string {
  const age = Math.max(0, now - at);
  const [unit, length] = units.find(([, length]) => age >= length) ?? [];
  if (unit === undefined || length === undefined) return l10n.t('just now');
  const style = { style: 'unit', unit, unitDisplay: 'short' } as const;
  return new Intl.NumberFormat(ourLanguage(), style).format(Math.floor(age / length));
}

function format(): Intl.RelativeTimeFormat {
  return new Intl.RelativeTimeFormat(ourLanguage(), { numeric: 'always' });
}
