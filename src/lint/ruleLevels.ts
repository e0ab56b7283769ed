import type { Severity } from '../flowjson/diagnosis';
import { rules } from '../flowjson/rules';
import { Unusable } from './unusable';

const ruleLevels = ['off', 'warn', 'error'] as const;

/** What a person may decide about a code; without a decision its findings keep the severity they come with. */
export type RuleLevel = (typeof ruleLevels)[number];

/** Decisions by code. */
export type RuleLevels = ReadonlyMap<string, RuleLevel>;

const knownCodes = new Set(rules.flatMap(({ codes }) => codes));

/**
 * One decision, checked.
 *
 * @param where what to name in a refusal: the option or the configuration file
 * @throws Unusable for a code or a level that does not exist: a slip here would silently check less than was meant
 */
export function ruleLevel(code: string, level: unknown, where: string): [string, RuleLevel] {
  if (!knownCodes.has(code)) {
    throw new Unusable(`${where}: there is no code "${code}". docs/rules.md lists them all.`);
  }
  const known = ruleLevels.find((one) => one === level);
  if (known === undefined) {
    throw new Unusable(`${where}: ${code} can be off, warn or error, not ${JSON.stringify(level)}.`);
  }
  return [code, known];
}

/** The severity that a finding has after the decision about its code; nothing where it is off. */
export function decidedSeverity(severity: Severity, level: RuleLevel | undefined): Severity | undefined {
  switch (level) {
    case undefined:
      return severity;
    case 'off':
      return undefined;
    case 'warn':
      return 'warning';
    case 'error':
      return 'error';
  }
}
