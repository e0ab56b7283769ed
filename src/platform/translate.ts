import * as vscode from 'vscode';

/** A sentence in English and what fills its `{0}`, `{1}` …: what `flowjson` calls a message. */
interface Sentence {
  readonly template: string;
  readonly args: readonly (string | number)[];
}

/** A sentence in the language of the window. Its template stands as a literal where it was made. */
export function translate({ template, args }: Sentence): string {
  const { t } = vscode.l10n;
  return t(template, ...args);
}
