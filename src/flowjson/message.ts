/**
 * A sentence a person may read, still untranslated: the English template and what fills its `{0}`, `{1}` …
 * The editor translates it (`l10n.t(template, ...args)`), a pipeline prints it in English.
 */
export interface Message {
  readonly template: string;
  readonly args: readonly (string | number)[];
}

/** Marks a sentence for translation. The template must be a literal: the translations are checked against the sources. */
export function say(template: string, ...args: readonly (string | number)[]): Message {
  return { template, args };
}

/** The message in English, with its `{n}` filled in. */
export function english({ template, args }: Message): string {
  return template.replace(/\{(\d+)\}/g, (whole, index: string) => String(args[Number(index)] ?? whole));
}

/** Enough of a text to recognise it in a sentence: hostile or half-typed flows have very long ones. */
export function shortened(text: string, most = 80): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

const mostNamed = 10;

/** Names in a sentence: of many only the first ones. */
export function listed(names: readonly string[]): string {
  return names.length <= mostNamed ? names.join(', ') : `${names.slice(0, mostNamed).join(', ')}, …`;
}
