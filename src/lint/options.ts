import { parseArgs } from 'node:util';
import type { Severity } from '../flowjson/diagnosis';
import type { RuleLevels } from '../flowjson/ruleLevels';
import { decision } from './decisions';
import { formatNames, isFormat, type Format } from './formats';
import { isSeverity, severities } from './severities';
import { Unusable } from './unusable';

/** What the command line says. */
export interface Options {
  readonly files: readonly string[];
  readonly format: Format;
  /** Nothing where the command line does not say. */
  readonly severity: Severity | undefined;
  readonly rules: RuleLevels;
  readonly config: string | undefined;
  readonly help: boolean;
  readonly version: boolean;
}

export const help = `Usage: flow-lint [options] FILES…

Checks WhatsApp Flow JSON. FILES are files, folders, globs, or - for the standard input.
In folders and globs only Flow JSON counts; node_modules and what begins with a dot is skipped.

  --format NAME       ${formatNames.join(', ')} (default: text)
  --severity LEVEL    fail from this level on: ${severities.join(', ')} (default: error);
                      findings below it are shown all the same
  --rule CODE=LEVEL   off, info, warn or error for one code; may be given several times
  --config FILE       instead of the nearest .flowlintrc.json
  --version, -v
  --help, -h

Exit code: 0 clean, 1 findings at or above the level, 2 unusable arguments or unreadable files.
`;

/** @throws Unusable */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parsed(args);
  const { format = 'text', severity, rule = [], config, help = false, version = false } = values;
  if (!isFormat(format)) {
    throw new Unusable(`--format can be ${formatNames.join(', ')}, not "${format}".`);
  }
  if (severity !== undefined && !isSeverity(severity)) {
    throw new Unusable(`--severity can be ${severities.join(', ')}, not "${severity}".`);
  }
  return { files: positionals, format, severity, rules: ruleOptions(rule), config, help, version };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        severity: { type: 'string' },
        rule: { type: 'string', multiple: true },
        config: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
      },
    });
  } catch (error) {
    throw new Unusable(`${(error as Error).message.split('. ')[0]}. See flow-lint --help.`);
  }
}

function ruleOptions(texts: readonly string[]): RuleLevels {
  return new Map(
    texts.map((text) => {
      const equals = text.indexOf('=');
      if (equals < 0)
        throw new Unusable(`--rule ${text}: write --rule CODE=off, CODE=info, CODE=warn or CODE=error.`);
      return decision(text.slice(0, equals), text.slice(equals + 1), '--rule');
    }),
  );
}
