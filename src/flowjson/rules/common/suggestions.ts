import { nearest } from '../../text/nearest';

/** Finds the word that was probably meant by an unknown one, among others. */
export type Suggest = (word: string, candidates: Iterable<string>) => string | undefined;

/** A slip is looked for among so many words at most … */
const mostCandidates = 200;
/** … and for so many words: whoever has more unknown ones did not slip. */
const mostWords = 50;

/**
 * As {@link nearest}, for the first unknown words and among the first candidates only: a person mends a few at a time,
 * while a hostile text may have thousands of both. Ask the same one about all the words of a rule, so that its limit
 * holds for all of them together.
 */
export function limitedNearest(): Suggest {
  let words = 0;
  return (word, candidates) => {
    words += 1;
    return words > mostWords ? undefined : nearest(word, firstOf(candidates));
  };
}

/** The same where all the words are looked for among the same candidates, which are taken once. */
export function nearestAmong(candidates: Iterable<string>): (word: string) => string | undefined {
  const suggest = limitedNearest();
  let few: readonly string[] | undefined;
  return (word) => suggest(word, (few ??= [...firstOf(candidates)]));
}

function* firstOf(words: Iterable<string>): Generator<string> {
  let count = 0;
  for (const word of words) {
    count += 1;
    if (count > mostCandidates) return;
    yield word;
  }
}
