import { isObject, own } from '../../json';
import type { Drawn } from '../../projection/types';
import type { Ui } from '../ui';

/**
 * What is said against an input now: the flow's own message, and after the person has left it what the phone finds
 * (facts on Flow JSON, section 13).
 *
 * @param part the name of one end of a range, or of one file; without it what belongs to none of them
 */
export function errorsOf({ input }: Drawn, ui: Ui, part?: string): readonly string[] {
  if (input === null) return [];
  const { errorMessage: message, problems, showsProblems } = input;
  const said = isObject(message) ? part !== undefined && own(message, part) : part === undefined && message;
  if (typeof said === 'string' && said !== '') return [said];
  if (!showsProblems) return [];
  return problems.filter((problem) => problem.part === part).map((problem) => ui.tell(problem.message));
}
