/** A slip is looked for among so many words at most, so that hostile flows do not cost more than they are long. */
const most = 100;

/** The words to look for a slip in: the first ones. */
export function firstFew(words: Iterable<string>): string[] {
  const few: string[] = [];
  for (const word of words) {
    if (few.length === most) break;
    few.push(word);
  }
  return few;
}
