/** A `${…}` as it stands in a text. Indexes count in the decoded text; `end` is one past the closing brace. */
export interface ReferenceText {
  readonly start: number;
  readonly end: number;
  /** What stands between the braces. */
  readonly inner: string;
}

/** What a well-formed reference points to (facts, section 5.1). */
export interface ReferencePath {
  readonly scope: 'data' | 'form';
  /** The screen of a global reference `${screen.ID.data.x}`. */
  readonly screen: string | undefined;
  /** `['user', 'name']` for `${data.user.name}`; never empty. */
  readonly path: readonly string[];
}

/** Every `${…}` in a text, well-formed or not, from left to right. One whose brace is missing is left out. */
export function referencesIn(text: string): ReferenceText[] {
  return scan(text, true);
}

/** Every `${` whose closing brace is missing before the next one or the end of the text. */
export function openReferencesIn(text: string): ReferenceText[] {
  return scan(text, false);
}

function scan(text: string, closed: boolean): ReferenceText[] {
  const found: ReferenceText[] = [];
  let close = -1;
  for (let start = text.indexOf('${'); start >= 0;) {
    const next = text.indexOf('${', start + 2);
    // Looked for only when passed: hostile texts with many openings stay cheap.
    if (close < start) close = closeAfter(text, start);
    if (close < (next < 0 ? text.length : next) === closed) {
      const end = closed ? close + 1 : endOfPath(text, start + 2);
      found.push({ start, end, inner: text.slice(start + 2, closed ? close : end) });
    }
    start = next;
  }
  return found;
}

function closeAfter(text: string, start: number): number {
  const close = text.indexOf('}', start);
  return close < 0 ? text.length : close;
}

/** Where the letters of a reference end that lacks its brace. */
function endOfPath(text: string, start: number): number {
  let end = start;
  while (end < text.length && /[\w.-]/.test(text[end]!)) end += 1;
  return end;
}

/**
 * Reads the `${` at a place of an expression or condition that ends at `limit`: up to its brace or, where that is missing
 * before the next `${`, up to the end of its letters. What follows then is looked at once more only.
 */
export function readReference(
  text: string,
  start: number,
  limit: number,
): { readonly inner: string; readonly end: number; readonly closed: boolean } {
  let at = start + 2;
  while (at < limit && text[at] !== '}' && !text.startsWith('${', at)) at += 1;
  const closed = at < limit && text[at] === '}';
  if (closed) return { inner: text.slice(start + 2, at), end: at + 1, closed };
  const end = Math.min(endOfPath(text, start + 2), limit);
  return { inner: text.slice(start + 2, end), end, closed };
}

/** Reads what stands between the braces of a reference; nothing if it is badly formed, such as `form.` or `name`. */
export function parseReference(inner: string): ReferencePath | undefined {
  const steps = inner.split('.');
  for (const step of steps) if (step === '' || step.trim() !== step) return undefined;
  const global = steps[0] === 'screen';
  const at = global ? 2 : 0;
  const scope = steps[at];
  if ((scope !== 'data' && scope !== 'form') || steps.length === at + 1) return undefined;
  return { scope, screen: global ? steps[1] : undefined, path: steps.slice(at + 1) };
}

/** A reference as it is written in a flow. */
export function writeReference({ screen, scope, path }: ReferencePath): string {
  const start = screen === undefined ? '' : `screen.${screen}.`;
  return `\${${start}${scope}.${path.join('.')}}`;
}

/** Whether a key or name can stand in a reference: letters, digits, `_` and `-` (facts, section 4.1). */
export function isReferenceable(name: string): boolean {
  return /^[\w-]+$/.test(name);
}

/** Whether the whole value is one reference: a binding. */
export function isBinding(text: string): boolean {
  return text.startsWith('${') && text.indexOf('}') === text.length - 1 && !text.includes('${', 2);
}

/** What a binding points to; nothing for any other text, or where it is badly formed. */
export function boundTo(text: string): ReferencePath | undefined {
  return isBinding(text) ? parseReference(text.slice(2, -1)) : undefined;
}

/** Whether the whole value stands in backticks: an expression (from 6.0). */
export function isExpression(text: string): boolean {
  return text.length >= 2 && text.startsWith('`') && text.endsWith('`');
}
