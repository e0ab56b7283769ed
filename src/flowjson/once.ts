/**
 * A question about an object that never changes, answered once: the answer is kept as long as the object lives. Flows,
 * screens and nodes live on from keystroke to keystroke as long as their text stays the same.
 */
export function once<About extends object, Answer>(find: (about: About) => Answer): (about: About) => Answer {
  const known = new WeakMap<About, { readonly answer: Answer }>();
  return (about) => {
    let found = known.get(about);
    if (found === undefined) known.set(about, (found = { answer: find(about) }));
    return found.answer;
  };
}

/** The same where the answer also depends on a word, such as the version: the latest one asked for is kept. */
export function onceFor<About extends object, Word extends string, Answer>(
  find: (about: About, word: Word) => Answer,
): (about: About, word: Word) => Answer {
  const known = new WeakMap<About, { readonly word: Word; readonly answer: Answer }>();
  return (about, word) => {
    let found = known.get(about);
    if (found?.word !== word) known.set(about, (found = { word, answer: find(about, word) }));
    return found.answer;
  };
}
