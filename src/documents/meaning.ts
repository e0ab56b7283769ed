import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { canonicalJson } from './canonicalJson';
import { fingerprintOf } from './fingerprint';

/** Of bytes that were asked about: several ask about the same ones, and nobody changes them. */
const known = new WeakMap<Uint8Array, string>();

/**
 * One text for all spellings of the same JSON: the SHA-256 of its values, whatever their order in objects, their white
 * space and their escapes. CAMS may give JSON back in another spelling than it was given (facts 7.5). Bytes that are no
 * JSON, have two members of the same name in one object, or numbers that JavaScript cannot tell apart, mean themselves only.
 */
export function meaningOf(bytes: Uint8Array): string {
  const meaning = known.get(bytes) ?? foundOut(bytes);
  known.set(bytes, meaning);
  return meaning;
}

function foundOut(bytes: Uint8Array): string {
  if (!isUtf8(bytes)) return fingerprintOf(bytes);
  let text: Uint8Array;
  try {
    text = canonicalJson(bytes);
  } catch {
    return fingerprintOf(bytes);
  }
  return createHash('sha256').update(text).digest('hex');
}
