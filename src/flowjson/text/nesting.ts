/** Deeper nesting than this is refused: no flow comes near it, and readers of JSON work recursively. */
export const deepestNesting = 256;

/** Whether brackets are nested deeper than {@link deepestNesting}; strings are skipped quickly, so 10 MB cost little. */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case 0x22: {
        at = endOfString(text, at);
        break;
      }
      case 0x7b:
      case 0x5b:
        depth += 1;
        if (depth > deepestNesting) return true;
        break;
      case 0x7d:
      case 0x5d:
        depth -= 1;
    }
  }
  return false;
}

/** The offset of the closing quote; strings that are not closed end with their line, as the parser sees it. */
function endOfString(text: string, start: number): number {
  for (let from = start + 1; ;) {
    const quote = text.indexOf('"', from);
    const end = quote < 0 ? text.length : quote;
    // Not beyond the quote: in a text of one line every search to the next line would run to the end.
    const newline = text.slice(from, end).indexOf('\n');
    if (newline >= 0) return from + newline;
    if (quote < 0) return text.length;
    let backslashes = 0;
    while (text.charCodeAt(quote - 1 - backslashes) === 0x5c) backslashes += 1;
    if (backslashes % 2 === 0) return quote;
    from = quote + 1;
  }
}
