import fs from 'node:fs';
import path from 'node:path';
import type { Severity } from '../flowjson/diagnosis';
import type { RuleLevels } from '../flowjson/ruleLevels';
import { isRecord } from '../platform/record';
import { decision } from './decisions';
import { isSeverity, severities } from './severities';
import { Unusable, whyUnreadable } from './unusable';

const configName = '.flowlintrc.json';

/** What a configuration file says. */
export interface Config {
  readonly rules: RuleLevels;
  readonly severity: Severity | undefined;
  /** Globs of what is left out of folders and globs, from {@link folder} on. */
  readonly ignore: readonly string[];
  /** The folder it lies in. */
  readonly folder: string;
}

/**
 * Reads the configuration: the file that is named, else the nearest `.flowlintrc.json` in the folder or above it.
 *
 * @throws Unusable where it cannot be read or says something that is not known
 */
export function readConfig(folder: string, named: string | undefined): Config {
  const file = named === undefined ? nearestConfig(folder) : path.resolve(folder, named);
  if (file === undefined) return { rules: new Map(), severity: undefined, ignore: [], folder };
  const shown = named ?? file;
  return { ...checked(parsed(file, shown), shown), folder: path.dirname(file) };
}

function nearestConfig(folder: string): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    const file = path.join(at, configName);
    if (fs.existsSync(file)) return file;
    if (at === path.dirname(at)) return undefined;
  }
}

function parsed(file: string, shown: string): unknown {
  let text: string;
  try {
    text = new TextDecoder().decode(fs.readFileSync(file));
  } catch (error) {
    throw new Unusable(`${shown} cannot be read: ${whyUnreadable(error)}.`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Unusable(`${shown} is not JSON: ${(error as Error).message}.`);
  }
}

/** `$schema` is for editors. */
const knownKeys = ['$schema', 'rules', 'severity', 'ignore'];

function checked(value: unknown, shown: string): Omit<Config, 'folder'> {
  if (!isRecord(value)) throw new Unusable(`${shown} must hold an object.`);
  const { rules = {}, severity, ignore = [] } = value;
  const unknown = Object.keys(value).find((key) => !knownKeys.includes(key));
  if (unknown !== undefined) {
    throw new Unusable(`${shown}: "${unknown}" is not known. It can say rules, severity and ignore.`);
  }
  if (!isRecord(rules)) throw new Unusable(`${shown}: "rules" must be an object of codes.`);
  if (severity !== undefined && !isSeverity(severity)) {
    throw new Unusable(
      `${shown}: "severity" can be ${severities.join(', ')}, not ${JSON.stringify(severity)}.`,
    );
  }
  if (!isListOfTexts(ignore)) throw new Unusable(`${shown}: "ignore" must be a list of globs.`);
  const decisions = Object.entries(rules).map(([code, level]) => decision(code, level, shown));
  return { rules: new Map(decisions), severity, ignore };
}

const isListOfTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== '');
