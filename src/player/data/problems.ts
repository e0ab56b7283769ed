import { say, shortened, type Message } from '../../flowjson/message';
import { declaredOn, type Screen } from '../../flowjson/model/screen';
import { misfits, type Misfit } from '../../flowjson/rules/dataModel/schema';
import { originOf } from '../../flowjson/text/movedNode';
import type { Node } from '../../flowjson/text/nodes';
import { isList, isTooDeep, own, type Json, type JsonObject } from '../json';
import { entryOf, pathTo } from './nodes';

/** More is not told at once. */
const most = 20;

/**
 * Where data does not fit the data model of a screen, in the order of the model: what is missing, what is of another type,
 * and keys that the model does not have (facts on Flow JSON, sections 3.2 and 6.2). Empty when it fits. Never throws.
 *
 * A model is read as the rules read it: what it declares wrongly fits everything. An empty text and an empty list stand
 * for nothing, whatever the type is, and fit.
 *
 * @param keys `some` where what is not given stays as it was, such as an answer for the screen in front
 */
export function dataProblems(
  screen: Screen,
  data: JsonObject,
  keys: 'all' | 'some' = 'all',
): readonly Message[] {
  if (isTooDeep(data)) return [say('The data is nested too deeply.')];
  const declared = declaredOn(screen);
  const problems: Message[] = [];
  for (const { key, value: schema } of declared) {
    const given = own(data, key);
    if (problems.length >= most) break;
    if (given === undefined) {
      if (keys === 'all') problems.push(say('{0} is missing.', shortened(key)));
    } else if (schema && !isNothing(given)) {
      for (const problem of problemsOf(key, given, schema)) problems.push(problem);
    }
  }
  const known = new Set(declared.map(({ key }) => key));
  const unknown = Object.keys(data).filter((key) => !known.has(key));
  for (const key of unknown) {
    problems.push(say('{0} is not in the data model of the screen.', shortened(key)));
    if (problems.length >= most) break;
  }
  return problems.slice(0, most);
}

const known = new WeakMap<object, { readonly schema: Node; readonly problems: readonly Message[] }>();

/** Lists may be long, and are the same objects until they are changed. */
function problemsOf(key: string, value: Json, schema: Node): readonly Message[] {
  const origin = originOf(schema);
  const before = isList(value) ? known.get(value) : undefined;
  if (before?.schema === origin) return before.problems;
  const problems = misfits(entryOf(key, value), schema).map(sentence);
  if (isList(value)) known.set(value, { schema: origin, problems });
  return problems;
}

function isNothing(value: JsonObject[string]): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0);
}

function sentence({ kind, node, expected, keyword = '' }: Misfit): Message {
  const at = shortened(pathTo(node));
  switch (kind) {
    case 'type':
      return say('{0} must be of type {1}; this is of type {2}.', at, expected, node.type);
    case 'enum':
      return say('{0} must be one of: {1}.', at, expected);
    case 'missing':
      return say('{0} lacks "{1}", which its type requires.', at, expected);
    case 'limit':
      return say('{0} does not keep to "{1}" of its type, which is {2}.', at, keyword, expected);
  }
}
