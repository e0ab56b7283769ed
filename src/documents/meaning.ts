import { createHash } from 'node:crypto';
import { fingerprintOf } from './fingerprint';

/**
 * One text for all spellings of the same JSON: the SHA-256 of its values, whatever their order in objects, their white
 * space and their escapes. CAMS may give JSON back in another spelling than it was given (facts 7.5). Bytes that are no
 * JSON, or whose numbers JavaScript cannot tell apart, mean themselves only.
 */
export function meaningOf(bytes: Uint8Array): string {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return createHash('sha256').update(canonical(value)).digest('hex');
  } catch {
    return fingerprintOf(bytes);
  }
}

/** Throws where two different texts could become one value. */
function canonical(value: unknown): string {
  if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER)
    throw new RangeError('imprecise');
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join()}}`;
}
