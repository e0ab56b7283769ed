import type { Reference } from '../model/reference';

/**
 * Text with references among it as an expression that joins its parts (from 6.0); nothing where a reference in it cannot
 * be read.
 */
export function asExpression(text: string, references: readonly Reference[]): string | undefined {
  if (references.length === 0 || references.some(({ to }) => to === undefined)) return undefined;
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of [...references, { start: text.length, end: text.length }]) {
    if (start > at) parts.push(quoted(text.slice(at, start)));
    if (end > start) parts.push(text.slice(start, end));
    at = end;
  }
  return `\`${parts.join(' ')}\``;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\'`]/g, '\\$&').replaceAll('\n', '\\n')}'`;
}
