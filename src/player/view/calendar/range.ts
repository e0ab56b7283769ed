import type { Day, Offer } from './days';

/** The days of a range that are chosen so far. */
export interface Range {
  readonly start: Day | undefined;
  readonly end: Day | undefined;
}

/** How many days a range may have; both ends count. */
export interface RangeLimits {
  readonly least: number | undefined;
  readonly most: number | undefined;
}

/** Whether the next tap sets the end: a start is there, and no end yet. */
function wantsEnd({ start, end }: Range): boolean {
  return start !== undefined && end === undefined;
}

/** The range after a day was tapped: a whole range begins anew, and so does one whose end would be before its start. */
export function tapped(range: Range, day: Day): Range {
  return wantsEnd(range) && day >= range.start!
    ? { start: range.start, end: day }
    : { start: day, end: undefined };
}

/** Whether a day can be tapped now: it is offered, and as an end it would give a range of a fitting length. */
export function canTap(day: Day, range: Range, offer: Offer, { least, most }: RangeLimits): boolean {
  if (!offer.has(day)) return false;
  if (!wantsEnd(range) || day < range.start!) return true;
  const length = day - range.start! + 1;
  return length >= (least ?? 1) && length <= (most ?? Infinity);
}

/** Where in the range a day is. */
export function placeIn({ start, end }: Range, day: Day): 'only' | 'start' | 'inside' | 'end' | 'outside' {
  if (day === start) return end === undefined || end === start ? 'only' : 'start';
  if (day === end) return start === undefined ? 'only' : 'end';
  return start !== undefined && end !== undefined && day > start && day < end ? 'inside' : 'outside';
}
