import type { DocumentSelector } from 'vscode';

/** The languages in which Flow JSON may be open. `jsonc` is there for people who gave `*.flow.json` to it. */
export const jsonLanguages = ['json', 'jsonc'];

/**
 * What every provider registers for: any JSON, wherever it lies. Which of them is Flow JSON only its text says, so a
 * provider asks `FlowTexts.of(document)` first.
 */
export const selector: DocumentSelector = jsonLanguages.map((language) => ({ language }));
