/**
 * Where a place inside a decoded string stands in its JSON source.
 *
 * @param source the string as written, with its quotes: `"a\nb"`
 * @param index an index into the decoded text, 0 up to its length
 * @returns the offset into `source` (1 is the first character after the quote)
 */
export function sourceOffset(source: string, index: number): number {
  if (!source.includes('\\')) return 1 + index;
  let at = 1;
  for (let decoded = 0; decoded < index && at < source.length; decoded += 1) {
    at += source[at] !== '\\' ? 1 : source[at + 1] === 'u' ? 6 : 2;
  }
  return at;
}

/**
 * The other way round: the index into the decoded text for an offset into the JSON source.
 *
 * @param source the string as written, with its quotes
 * @param offset an offset into `source`; inside an escape it counts as its beginning
 */
export function decodedIndex(source: string, offset: number): number {
  if (!source.includes('\\')) return offset - 1;
  let decoded = 0;
  for (let at = 1; at < offset; decoded += 1) {
    at += source[at] !== '\\' ? 1 : source[at + 1] === 'u' ? 6 : 2;
    if (at > offset) break;
  }
  return decoded;
}
