import type { Severity } from '../flowjson/diagnosis';

/** From the gravest to the slightest. */
export const severities = ['error', 'warning', 'info'] as const satisfies readonly Severity[];

export const isSeverity = (word: unknown): word is Severity => severities.some((one) => one === word);

/** Whether something of this severity is at or above a level. */
export function reaches(severity: Severity, level: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(level);
}
