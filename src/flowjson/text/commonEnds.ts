/** How many characters two texts have in common at the beginning and, not overlapping, at the end. */
export function commonEnds(a: string, b: string): { readonly prefix: number; readonly suffix: number } {
  const shorter = Math.min(a.length, b.length);
  const prefix = longest(shorter, (from, to) => a.slice(from, to) === b.slice(from, to));
  const suffix = longest(
    shorter - prefix,
    (from, to) => a.slice(a.length - to, a.length - from) === b.slice(b.length - to, b.length - from),
  );
  return { prefix, suffix };
}

/**
 * The largest count up to `limit` up to which the texts are the same. Slices are compared rather than characters: the
 * engine compares memory, and no stretch that is known to be the same is looked at again.
 */
function longest(limit: number, same: (from: number, to: number) => boolean): number {
  let low = 0;
  let high = limit;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (same(low, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where two states of a text differ: `prefix` characters at the beginning are the same, and all from an end on. */
export interface Change {
  readonly prefix: number;
  /** Where the same rest begins in the text as it was. */
  readonly upTo: number;
  /** By how much the text has grown. */
  readonly grown: number;
}

export function changeBetween(before: string, text: string): Change {
  const { prefix, suffix } = commonEnds(before, text);
  return { prefix, upTo: before.length - suffix, grown: text.length - before.length };
}
