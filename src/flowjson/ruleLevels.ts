import type { Diagnosis, Severity } from './diagnosis';

/** What a person wants to hear of a code: nothing, or the severity that it shall have. */
export type Level = Severity | 'off';

/** By Meta's code (or ours, for advice). What is not in it stays as the rules say. */
export type RuleLevels = ReadonlyMap<string, Level>;

const words: Readonly<Record<string, Level>> = {
  off: 'off',
  info: 'info',
  warning: 'warning',
  warn: 'warning',
  error: 'error',
};

/** The words that people may write for a level. */
export const levelWords = Object.keys(words);

/** The level of a word: `off`, `info`, `warning` (or `warn`), `error`; undefined for anything else. */
export function levelOf(word: unknown): Level | undefined {
  return typeof word === 'string' && Object.hasOwn(words, word) ? words[word] : undefined;
}

/**
 * Reads `{ "CODE": "off" | "info" | "warning" | "error" }` as it stands under `rules` in `.flowlintrc.json` and in the
 * editor's settings. `unusable` are the codes whose word is none of these; anything but an object has no entries.
 */
export function readRuleLevels(value: unknown): { levels: RuleLevels; unusable: readonly string[] } {
  const levels = new Map<string, Level>();
  const unusable: string[] = [];
  const entries: [string, unknown][] =
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
  for (const [code, word] of entries) {
    const level = levelOf(word);
    if (level === undefined) unusable.push(code);
    else levels.set(code, level);
  }
  return { levels, unusable };
}

/** The diagnoses as a person wants them: some left out, some of another severity. */
export function withLevels(diagnoses: readonly Diagnosis[], levels: RuleLevels): readonly Diagnosis[] {
  if (levels.size === 0) return diagnoses;
  return diagnoses.flatMap((diagnosis) => {
    const level = levels.get(diagnosis.code) ?? diagnosis.severity;
    return level === 'off'
      ? []
      : level === diagnosis.severity
        ? [diagnosis]
        : [{ ...diagnosis, severity: level }];
  });
}
