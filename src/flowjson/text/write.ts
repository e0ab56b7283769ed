/** How JSON is written at a place: over several lines, on one line with spaces, or without any white space. */
export interface Style {
  readonly layout: 'lines' | 'line' | 'dense';
  /** White space at the beginning of the line that the value stands on. */
  readonly indent: string;
  /** One level of indentation. */
  readonly unit: string;
  readonly eol: string;
}

/** A value as JSON in a style; its first line is not indented, as something stands before it. */
export function writeJson(value: unknown, style: Style): string {
  if (style.layout === 'dense') return JSON.stringify(value);
  if (style.layout === 'line') return onOneLine(value);
  return JSON.stringify(value, undefined, style.unit).replaceAll('\n', style.eol + style.indent);
}

function onOneLine(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  const entries = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${onOneLine(inner)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
