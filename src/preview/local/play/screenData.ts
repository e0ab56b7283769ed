import { parseTree, type ParseError } from 'jsonc-parser';
import { say, type Message } from '../../../flowjson/message';
import { isTooDeep } from '../../../flowjson/text/nesting';
import { dataKeys } from '../../../player/data/keys';
import { dataProblems } from '../../../player/data/problems';
import { isObject, jsonOf, type JsonObject } from '../../../player/json';
import type { Flow } from '../../../flowjson/model/flow';
import type { Projection } from '../../../player/player';
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
  const model = dataKeys(screen).map(({ key, type }) => ({
    key,
    type,
    example: shown.examples.includes(key),
  }));
  return {
    screen: shown.id,
    text: JSON.stringify(shown.data, undefined, 2),
    model,
    problems: supplied?.screen === shown.id ? [supplied.problem] : dataProblems(screen, shown.data),
    presets: presets.filter((preset) => preset.screen === shown.id).map(({ name }) => name),
  };
}
