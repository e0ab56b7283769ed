import * as vscode from 'vscode';
import type { Message } from '../flowjson/message';

/** A sentence of `flowjson` or `player` in the language of the window. Its template stands as a literal where it was made. */
export function translate({ template, args }: Message): string {
  const { t } = vscode.l10n;
  return t(template, ...args);
}
