import { levelOf, type Level } from '../flowjson/ruleLevels';
import { codes } from './codes';
import { Unusable } from './unusable';

/**
 * One decision of a person about a code, checked.
 *
 * @param where what to name in a refusal: the option or the configuration file
 * @throws Unusable for a code or a word that does not exist: a slip here would silently check less than was meant
 */
export function decision(code: string, word: unknown, where: string): [string, Level] {
  if (!codes.has(code)) {
    throw new Unusable(`${where}: there is no code "${code}". docs/rules.md lists them all.`);
  }
  const level = levelOf(word);
  if (level === undefined) {
    throw new Unusable(`${where}: ${code} can be off, info, warn or error, not ${JSON.stringify(word)}.`);
  }
  return [code, level];
}
