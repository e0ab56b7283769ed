import { parseReference, referencesIn } from '../text/reference';

/**
 * Text with references in it as an expression in backticks that joins its parts: `Hello ${data.x}` as
 * `` `'Hello ' ${data.x}` ``.
 *
 * @returns nothing where there is no reference, or one that cannot be read
 */
export function asExpression(text: string): string | undefined {
  const references = referencesIn(text);
  if (references.length === 0 || references.some(({ inner }) => parseReference(inner) === undefined))
    return undefined;
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of references) {
    if (start > at) parts.push(quoted(text.slice(at, start)));
    parts.push(text.slice(start, end));
    at = end;
  }
  if (at < text.length) parts.push(quoted(text.slice(at)));
  return `\`${parts.join(' ')}\``;
}

/** A text as a literal of expressions. */
function quoted(text: string): string {
  return `'${text.replace(/[\\'`]/g, '\\$&').replaceAll('\n', '\\n')}'`;
}
