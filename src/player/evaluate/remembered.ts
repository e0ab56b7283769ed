/** Characters of all texts whose answers are kept. */
const mostKept = 200_000;

/** A question about a text, answered once as long as not very many other texts are asked about. */
export function remembered<Answer>(find: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  let kept = 0;
  return (text) => {
    let answer = known.get(text);
    if (answer === undefined) {
      kept += text.length;
      if (kept > mostKept) {
        known.clear();
        kept = text.length;
      }
      known.set(text, (answer = find(text)));
    }
    return answer;
  };
}
