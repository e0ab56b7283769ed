import { nearest } from '../text/nearest';

const mostCandidates = 200;
const mostWords = 20;

/**
 * Finds the words that were probably meant by unknown ones. Only for the first of them and among the first candidates:
 * a person mends a few at a time, while a hostile text may have thousands of both.
 */
export function suggester(candidates: Iterable<string>): (word: string) => string | undefined {
  let few: string[] | undefined;
  let asked = 0;
  return (word) => {
    asked += 1;
    if (asked > mostWords) return undefined;
    few ??= firstOf(candidates);
    return nearest(word, few);
  };
}

function firstOf(candidates: Iterable<string>): string[] {
  const few: string[] = [];
  for (const candidate of candidates) {
    few.push(candidate);
    if (few.length === mostCandidates) break;
  }
  return few;
}
