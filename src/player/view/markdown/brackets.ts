import type { Inline } from './nodes';
import { imageTarget, linkTarget } from './targets';

/** A link or picture, and where it stands in the text. */
export interface Bracketed {
  readonly from: number;
  readonly to: number;
  readonly node: Inline;
}

/**
 * The links `[text](address)` and, with `images`, the pictures `![text](data:…)` of a text, from left to right. A text
 * in brackets has no brackets inside; what is no address leaves the signs as they stand.
 *
 * Linear: a bracket is looked at once, and the search for a closing parenthesis ends at the second `(` inside of another.
 *
 * @param content reads the text of a link
 */
export function bracketsOf(
  text: string,
  images: boolean,
  content: (text: string) => readonly Inline[],
): Bracketed[] {
  const found: Bracketed[] = [];
  let open = -1;
  for (let at = next(text, 0); at !== -1; at = next(text, at + 1)) {
    if (text[at] === '[') {
      open = at;
      continue;
    }
    const from = open;
    open = -1;
    if (from === -1 || text[at + 1] !== '(') continue;
    const end = closing(text, at + 1);
    if (end === undefined) continue;
    const words = text.slice(from + 1, at);
    const target = text.slice(at + 2, end);
    if (text[from - 1] === '!') {
      if (!images || target === '') continue;
      const node = { is: 'image', src: imageTarget(target), alt: words, written: target } as const;
      found.push({ from: from - 1, to: end + 1, node });
    } else {
      const href = linkTarget(target);
      if (href === undefined || words.trim() === '') continue;
      found.push({ from, to: end + 1, node: { is: 'link', href, content: content(words) } });
    }
    at = end;
  }
  return found;
}

function next(text: string, from: number): number {
  return find(/[[\]]/g, text, from);
}

/** Where the parenthesis closes; inside there is no blank, and other parentheses only one deep, as in addresses. */
function closing(text: string, open: number): number | undefined {
  let isInside = false;
  for (let at = open; ;) {
    at = find(/[\s()]/g, text, at + 1);
    const sign = text[at];
    if (sign === ')' && !isInside) return at;
    if (sign === ')') isInside = false;
    else if (sign === '(' && !isInside) isInside = true;
    else return undefined;
  }
}

/** Pictures are long: to look at each sign of theirs takes the browser's own search. */
function find(signs: RegExp, text: string, from: number): number {
  signs.lastIndex = from;
  return signs.exec(text)?.index ?? -1;
}
