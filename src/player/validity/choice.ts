import { say } from '../../flowjson/message';
import { isList, own, type Json, type JsonObject } from '../json';
import type { InputProblem } from './problem';

/** The ids of the options of a list that could be read. */
export function optionIds(properties: JsonObject): ReadonlySet<string> | undefined {
  const source = own(properties, 'data-source') ?? own(properties, 'list-items');
  if (!isList(source)) return undefined;
  return new Set(
    source.flatMap((option) => {
      const id = (option as JsonObject)['id'];
      return typeof id === 'string' ? [id] : [];
    }),
  );
}

/** How many options of a list are chosen against its limits (facts on Flow JSON, sections 8.6 and 8.7). */
export function choiceProblems(held: Json, properties: JsonObject): InputProblem[] {
  if (!isList(held)) return [];
  const least = own(properties, 'min-selected-items');
  const most = own(properties, 'max-selected-items');
  if (typeof least === 'number' && held.length < least) {
    return [{ kind: 'count', message: say('Choose at least {0}.', least) }];
  }
  if (typeof most === 'number' && held.length > most) {
    return [{ kind: 'count', message: say('Choose at most {0}.', most) }];
  }
  return [];
}
