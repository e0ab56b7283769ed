import { meaningOf } from '../meaning';
import type { Unsettled } from './journal';
import { ConflictError, type Writing } from './writing';

/** What a change is going to do; undefined when there is nothing to change. Throws a ConflictError. */
export function compared(
  { ref, bytes, over, byMeaning, name }: Writing,
  remote: Uint8Array | undefined,
): Unsettled | undefined {
  const before = remote && meaningOf(remote);
  const after = meaningOf(bytes);
  if (byMeaning ? before === after : isSame(remote, bytes)) return undefined;
  if (before !== after && !over.includes(before)) throw new ConflictError(ref, remote);
  return { ref, name, before, after };
}

/** The same to the byte; undefined stands for nothing. */
export function isSame(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  return one === other || (one !== undefined && other !== undefined && Buffer.compare(one, other) === 0);
}
