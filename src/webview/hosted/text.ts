import type { Texts } from './contract';

/** Fills `{0}` into a text of the host. */
function fill(text: string, value: string): string {
  return text.replace('{0}', () => value);
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long a link lives on, in words that change no more often than a person would look: "29 days". */
export function lifeInWords(remaining: number | undefined, texts: Texts, language: string): string {
  if (remaining === undefined) return texts.noEnd;
  return fill(texts.endsIn, duration(remaining, texts, language));
}

function duration(milliseconds: number, texts: Texts, language: string): string {
  const inUnits = (unit: 'day' | 'hour' | 'minute', length: number) =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
      Math.floor(milliseconds / length),
    );
  if (milliseconds >= 2 * DAY) return inUnits('day', DAY);
  if (milliseconds >= 2 * HOUR) return inUnits('hour', HOUR);
  if (milliseconds >= MINUTE) return inUnits('minute', MINUTE);
  return texts.underAMinute;
}
