import { nearest } from '../../text/nearest';

/** Finds the word that was probably meant among others. */
export type Suggest = (word: string, candidates: Iterable<string>) => string | undefined;

/** A slip is looked for among so many words at most … */
const mostCandidates = 100;
/** … and for so many words: whoever has more unknown ones did not slip. */
const mostWords = 50;

/** As `nearest`, for a limited number of words, so that hostile flows do not cost more than they are long. */
export function limitedNearest(): Suggest {
  let words = 0;
  return (word, candidates) => {
    words += 1;
    return words > mostWords ? undefined : nearest(word, first(candidates));
  };
}

function* first(words: Iterable<string>): Generator<string> {
  let count = 0;
  for (const word of words) {
    count += 1;
    if (count > mostCandidates) return;
    yield word;
  }
}
