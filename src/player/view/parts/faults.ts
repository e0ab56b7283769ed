import { isObject, own } from '../../json';
import type { DrawnInput } from '../../projection/types';
import type { Ui } from '../ui';

/**
 * What is shown as wrong with an input: the flow's own words, else ours once they show (facts on Flow JSON, section 13).
 *
 * @param part one end of a range or one file; what belongs to no part is told without it
 */
export function faultsOf(ui: Ui, input: DrawnInput | null, part?: string): readonly string[] {
  if (input === null) return [];
  const { errorMessage, showsProblems, problems } = input;
  const said = isObject(errorMessage)
    ? part !== undefined && own(errorMessage, part)
    : part === undefined && errorMessage;
  if (typeof said === 'string' && said !== '') return [said];
  if (!showsProblems) return [];
  return problems.filter((problem) => problem.part === part).map(({ message }) => ui.tell(message));
}
