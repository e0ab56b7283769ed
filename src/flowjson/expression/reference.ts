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

/** Every `${…}` in a text, well-formed or not, from left to right. */
export function referencesIn(text: string): ReferenceText[] {
  const found: ReferenceText[] = [];
  for (let start = text.indexOf('${'); start >= 0;) {
    const close = text.indexOf('}', start);
    if (close < 0) break;
    found.push({ start, end: close + 1, inner: text.slice(start + 2, close) });
    start = text.indexOf('${', close);
  }
  return found;
}

/** Reads what stands between the braces of a reference; nothing if it is badly formed, such as `form.` or `name`. */
export function parseReference(inner: string): ReferencePath | undefined {
  const steps = inner.split('.');
  if (steps.some((step) => step === '' || step.trim() !== step)) return undefined;
  const global = steps[0] === 'screen';
  const [scope, ...path] = global ? steps.slice(2) : steps;
  if ((scope !== 'data' && scope !== 'form') || path.length === 0) return undefined;
  return { scope, screen: global ? steps[1] : undefined, path };
}

/** Whether the whole value is one reference: a binding. */
export function isBinding(text: string): boolean {
  return text.startsWith('${') && text.indexOf('}') === text.length - 1;
}

/** Whether the whole value stands in backticks: an expression (from 6.0). */
export function isExpression(text: string): boolean {
  return text.length >= 2 && text.startsWith('`') && text.endsWith('`');
}
