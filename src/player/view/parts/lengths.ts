/** A text of at most so many signs, with dots where it was cut. */
export function cut(text: string | undefined, most: number): string | undefined {
  if (text === undefined) return undefined;
  const signs = Array.from(text);
  return signs.length <= most ? text : `${signs.slice(0, most - 1).join('')}…`;
}

/** A text, unless it has more signs than may be: then phones do not draw it. */
export function within(text: string | undefined, most: number): string | undefined {
  return text === undefined || Array.from(text).length > most ? undefined : text;
}
