import type { Flow } from '../../flowjson/model/flow';
import type { Screen } from '../../flowjson/model/screen';
import { once } from '../../flowjson/once';
import { stringOf } from '../../flowjson/text/nodes';
import { isList, isObject, isUnfilled, own, type Json } from '../json';
import { filesIn } from '../screen/files';
import { mostItems } from '../limits';
import { inputsAmong, type ShownInput } from '../screen/inputs';
import { shownOn } from '../screen/reading';
import { optionOf } from './option';
import type { PlayerState, SummaryLine } from './state';

/**
 * What the person sees of the answers in the chat, with what screens call sensitive masked (facts on Flow JSON, section
 * 3.3). Which answers WhatsApp lists, and in which words, is not documented: here it is every input that has a value.
 */
export function summaryOf(flow: Flow, state: PlayerState): SummaryLine[] {
  return flow.screens.flatMap((screen) => {
    if (screen.id === undefined || own(state.screens, screen.id)?.visited !== true) return [];
    const sensitive = sensitiveOn(screen);
    return inputsAmong(flow, state, screen, shownOn(flow, state, screen)).flatMap((input) =>
      lineOf(screen.id!, input, sensitive.has(input.name)),
    );
  });
}

/** The names that a screen calls sensitive. */
export const sensitiveOn = once(
  (screen: Screen): ReadonlySet<string> =>
    new Set(screen.sensitive.slice(0, mostItems).flatMap((node) => stringOf(node) ?? [])),
);

function lineOf(screen: string, { name, shown, held }: ShownInput, isSensitive: boolean): SummaryLine[] {
  const { type } = shown.component;
  if (isUnfilled(held) || type === 'NavigationList') return [];
  const kind = own(shown.properties, 'input-type');
  const isPicker = type === 'PhotoPicker' || type === 'DocumentPicker';
  if (kind === 'password' || kind === 'passcode' || (isSensitive && isPicker)) return [];
  const masked = isSensitive && type !== 'OptIn';
  const label = own(shown.properties, 'label');
  return [
    {
      screen,
      name,
      label: typeof label === 'string' ? label : name,
      text: masked ? '••••' : textOf(shown, held),
      masked,
    },
  ];
}

function textOf(shown: ShownInput['shown'], held: Json): string {
  const titleOf = (id: Json): string => {
    const title = typeof id === 'string' ? own(optionOf(shown, id) ?? {}, 'title') : undefined;
    return typeof title === 'string' ? title : typeof id === 'string' ? id : JSON.stringify(id);
  };
  const files = filesIn(held);
  if (files.length > 0) return files.map(({ file_name }) => file_name).join(', ');
  if (isList(held)) return held.map(titleOf).join(', ');
  if (isObject(held)) return Object.values(held).map(titleOf).join(' – ');
  return held === true ? '✓' : titleOf(held);
}
