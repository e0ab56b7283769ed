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
