import { env, l10n } from 'vscode';

/** The language of our words: where we have no translation they are English, whatever VS Code speaks. */
export function ourLanguage(): string {
  return l10n.bundle === undefined ? 'en' : env.language;
}
