import { finite, isBlank, type Json } from '../json';

/** The number that a value stands for: a number, or a text that is one; empty counts as 0; nothing for all others. */
export function numberOf(value: Json): number | undefined {
  if (isBlank(value)) return 0;
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || !/^\s*[+-]?(\d+\.?\d*|\.\d+)\s*$/.test(value)) return undefined;
  return Number(value);
}

/** Numeric results are rounded to two decimals (facts on Flow JSON, section 5.2). */
export function rounded(value: number): number | null {
  const scaled = Math.round(value * 100) / 100;
  return finite(Number.isFinite(scaled) ? scaled : value);
}

/** A value as a member of a text; nothing for lists and objects. */
export function textOf(value: Json): string | undefined {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return String(rounded(value) ?? '');
    case 'boolean':
      return String(value);
    default:
      return value === null ? '' : undefined;
  }
}
