/** Longer words are not compared: nobody mistypes them, and hostile ones would cost. */
const longestWord = 64;

/**
 * The candidate that was probably meant by a mistyped word: the one that the fewest edits (insert, delete, replace,
 * swap two neighbours) lead to, letter case and `_` for `-` counting little; nothing where none is near.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length === 0 || word.length > longestWord) return undefined;
  const asked = folded(word);
  let best: string | undefined;
  let least = allowance(asked.length) + 1;
  for (const candidate of candidates) {
    if (candidate === word || Math.abs(candidate.length - word.length) >= least) continue;
    const distance = editDistance(asked, folded(candidate));
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** How many edits are still a slip: none for two letters, one for a short word, a third of a long one. */
const allowance = (length: number): number => (length < 3 ? 0 : Math.max(1, Math.floor(length / 3)));

const folded = (word: string): string => word.toLowerCase().replaceAll('_', '-');

/** The Damerau–Levenshtein distance between two short words (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let older: number[] = [];
  let old = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(old[column]! + 1, current[column - 1]! + 1, old[column - 1]! + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, older[column - 2]! + 1);
      current.push(cost);
    }
    older = old;
    old = current;
  }
  return old[b.length]!;
}
