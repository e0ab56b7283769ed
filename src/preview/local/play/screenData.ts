import { parseTree, type ParseError } from 'jsonc-parser';
import { say, type Message } from '../../../flowjson/message';
import type { Screen } from '../../../flowjson/model/screen';
import { originOf } from '../../../flowjson/text/movedNode';
import { isTooDeep } from '../../../flowjson/text/nesting';
import { valueOf, type Node } from '../../../flowjson/text/nodes';
import { dataKeys } from '../../../player/data/keys';
import { dataProblems } from '../../../player/data/problems';
import { isObject, jsonOf, type JsonObject } from '../../../player/json';
import type { Flow } from '../../../flowjson/model/flow';
import type { Projection, ShownScreen } from '../../../player/player';
import type { ScreenData } from '../../../webview/local/contract';

/** What data as JSON text says; or why nothing can be done with it. */
export function readData(text: string): { readonly data: JsonObject } | { readonly problem: Message } {
  if (isTooDeep(text)) return { problem: say('This is nested too deeply.') };
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (first !== undefined) {
    const line = text.slice(0, first.offset).split('\n').length;
    return { problem: say('This is not valid JSON: look at line {0}.', line) };
  }
  const data = tree && jsonOf(tree);
  if (isObject(data)) return { data };
  return { problem: say('The data of a screen is an object: it begins with {0}.', '{') };
}

/** The data of the screen in front. */
export function screenDataOf(
  flow: Flow,
  { screen: shown }: Projection,
  supplied: { readonly screen: string; readonly problem: Message } | undefined,
  presets: readonly { readonly name: string; readonly screen: string }[],
): ScreenData | null {
  const screen = shown && flow.screen(shown.id);
  if (!shown || !screen) return null;
  const { text, model, problems } = readingOf(screen, shown);
  return {
    screen: shown.id,
    text,
    model,
    problems: supplied?.screen === shown.id ? [supplied.problem] : problems,
    presets: presets.filter((preset) => preset.screen === shown.id).map(({ name }) => name),
  };
}

type Reading = Pick<ScreenData, 'text' | 'model' | 'problems'>;

const latest = new WeakMap<Node, { readonly of: readonly unknown[]; readonly reading: Reading }>();

/** Data may be large, and hardly any key changes it or its model: then the same objects come again. */
function readingOf(screen: Screen, { data, examples }: ShownScreen): Reading {
  const declared = valueOf(screen.node, 'data');
  const model = declared && originOf(declared);
  const of = [examples.length, ...Object.keys(data), ...Object.values(data), ...examples];
  const before = model && latest.get(model);
  if (before?.of.length === of.length && before.of.every((one, index) => one === of[index])) {
    return before.reading;
  }
  const isExample = new Set(examples);
  const reading = {
    text: JSON.stringify(data, undefined, 2),
    model: dataKeys(screen).map(({ key, type }) => ({ key, type, example: isExample.has(key) })),
    problems: dataProblems(screen, data),
  };
  if (model) latest.set(model, { of, reading });
  return reading;
}
