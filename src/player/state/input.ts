import { componentFact } from '../../flowjson/catalogue';
import { say } from '../../flowjson/message';
import type { Screen } from '../../flowjson/model/screen';
import { isBlank, isList, isObject, isUnfilled, own, withKey, withoutKey, type Json } from '../json';
import { errorMessageOf } from '../screen/errors';
import { filesIn } from '../screen/files';
import { inputsAmong, type ShownInput } from '../screen/inputs';
import { shownOn } from '../screen/reading';
import { kindOfInput } from '../screen/scope';
import { problemsOf } from '../validity/validity';
import { fileCounts } from '../validity/files';
import { settle } from './open';
import { optionOf } from './option';
import { runSelect } from './select';
import type { PlayerEvent } from './state';
import type { Turn } from './turn';

type InputEvent = Extract<PlayerEvent, { readonly name: string }>;

/** What a person does to an input that shows (facts on Flow JSON, section 13). */
export function changeInput(turn: Turn, screen: Screen, event: InputEvent): void {
  const { flow, state } = turn;
  const input = inputsAmong(flow, state, screen, shownOn(flow, state, screen)).find(
    ({ name }) => name === event.name,
  );
  if (input === undefined) {
    turn.refuse(say('There is no input {0} on the screen now.', event.name), event.name);
    return;
  }
  if (event.is === 'left') {
    const { left } = turn.screenState(screen.id!);
    if (!left.includes(event.name)) turn.changeScreen(screen.id!, { left: [...left, event.name] });
    return;
  }
  if (input.shown.broken || own(input.shown.properties, 'enabled') === false) {
    turn.refuse(say('{0} cannot be changed now.', event.name), event.name);
    return;
  }
  switch (event.is) {
    case 'typed':
      typed(turn, screen, input, event.text);
      return;
    case 'chosen':
    case 'unchosen':
      choose(turn, screen, input, event.is === 'chosen', event.option);
      return;
    case 'dated':
      date(turn, screen, input, event.value);
      return;
    case 'attached':
    case 'detached':
      attach(turn, screen, input, event);
  }
}

/** Keeps what an input holds now. What is shown as wrong with it by the flow goes away. */
function hold(turn: Turn, screen: Screen, { name, shown }: ShownInput, value: Json): void {
  const id = screen.id!;
  const { values, touched, dismissed } = turn.screenState(id);
  const message = errorMessageOf(turn.flow, turn.state, screen, shown.component);
  turn.changeScreen(id, {
    values: value === null ? withoutKey(values, name) : withKey(values, name, value),
    touched: touched.includes(name) ? touched : [...touched, name],
    ...(message !== null && { dismissed: withKey(dismissed, name, message) }),
  });
  settle(turn, screen);
}

function typed(turn: Turn, screen: Screen, input: ShownInput, text: string): void {
  const { type } = input.shown.component;
  if (type !== 'TextInput' && type !== 'TextArea') refuseKind(turn, input);
  else hold(turn, screen, input, text === '' ? null : text);
}

function choose(turn: Turn, screen: Screen, input: ShownInput, chosen: boolean, option?: string): void {
  const { shown } = input;
  if (kindOfInput(shown.component) === 'boolean') {
    if (option !== undefined || chosen === (input.held === true)) return;
    hold(turn, screen, input, chosen ? true : null);
    runSelect(turn, screen, shown, chosen);
    return;
  }
  const found = option === undefined ? undefined : optionOf(shown, option);
  if (found === undefined || option === undefined || own(shown.properties, 'data-source') === undefined) {
    turn.refuse(say('{0} has no option {1}.', input.name, option ?? ''), input.name);
  } else if (own(found, 'enabled') === false) {
    turn.refuse(say('This option cannot be chosen.'), input.name);
  } else if (componentFact(shown.component.type)?.formValue === 'strings') {
    chooseOfMany(turn, screen, input, chosen, option);
  } else chooseOne(turn, screen, input, chosen, option);
}

function chooseOfMany(turn: Turn, screen: Screen, input: ShownInput, chosen: boolean, option: string): void {
  const ids = isList(input.held) ? input.held : [];
  if (ids.includes(option) === chosen) return;
  const most = own(input.shown.properties, 'max-selected-items');
  if (chosen && typeof most === 'number' && ids.length >= most) {
    turn.refuse(say('Choose at most {0}.', most), input.name);
    return;
  }
  const next = chosen ? [...ids, option] : ids.filter((id) => id !== option);
  hold(turn, screen, input, next.length === 0 ? null : next);
  runSelect(turn, screen, input.shown, chosen, option);
}

/** A choice that is not required can be taken back. Another choice takes the one before back, for its option's actions. */
function chooseOne(turn: Turn, screen: Screen, input: ShownInput, chosen: boolean, option: string): void {
  const { held, shown, name } = input;
  if ((held === option) === chosen) return;
  if (!chosen && own(shown.properties, 'required') === true) {
    turn.refuse(say('{0} is required: the choice cannot be taken back, only changed.', name), name);
    return;
  }
  hold(turn, screen, input, chosen ? option : null);
  const before = typeof held === 'string' ? optionOf(shown, held) : undefined;
  if (chosen && before && hasOwnActions(before)) runSelect(turn, screen, shown, false, held as string);
  runSelect(turn, screen, shown, chosen, option);
}

function hasOwnActions(option: { readonly [key: string]: Json }): boolean {
  return isObject(own(option, 'on-select-action')) || isObject(own(option, 'on-unselect-action'));
}

/** The select action runs once the day, or the whole range, is there and can be chosen. */
function date(turn: Turn, screen: Screen, input: ShownInput, value: Json): void {
  const { type } = input.shown.component;
  if (type !== 'DatePicker' && type !== 'CalendarPicker') {
    refuseKind(turn, input);
    return;
  }
  const range = own(input.shown.properties, 'mode') === 'range';
  const fits = value === null || (range ? isObject(value) : typeof value === 'string');
  if (!fits) {
    refuseKind(turn, input);
    return;
  }
  const held = isBlank(value) || (isObject(value) && Object.values(value).every(isBlank)) ? null : value;
  hold(turn, screen, input, held);
  const isWhole = isObject(held)
    ? !isUnfilled(own(held, 'start-date')) && !isUnfilled(own(held, 'end-date'))
    : held !== null;
  if (isWhole && problemsOf(input.shown, held, turn.flow.version).length === 0) {
    runSelect(turn, screen, input.shown, true);
  }
}

function attach(
  turn: Turn,
  screen: Screen,
  input: ShownInput,
  event: Extract<PlayerEvent, { is: 'attached' | 'detached' }>,
): void {
  if (kindOfInput(input.shown.component) !== 'media') {
    refuseKind(turn, input);
    return;
  }
  const files = filesIn(input.held);
  if (event.is === 'detached') {
    const rest = files.filter(({ media_id }) => media_id !== event.file);
    hold(turn, screen, input, rest.length === 0 ? null : rest.map((file) => ({ ...file })));
    return;
  }
  const { most } = fileCounts(input.shown.properties);
  const room = Math.max(0, most - files.length);
  if (event.files.length > room) turn.refuse(say('Add at most {0}.', most), input.name);
  const added = event.files.slice(0, room).map(({ file_name, mime_type, kilobytes }, index) => ({
    media_id: `mock-${turn.state.files + index + 1}`,
    file_name,
    mime_type,
    kilobytes,
  }));
  if (added.length === 0) return;
  turn.change({ files: turn.state.files + added.length });
  hold(turn, screen, input, [...files.map((file) => ({ ...file })), ...added]);
}

function refuseKind(turn: Turn, { name, shown }: ShownInput): void {
  turn.refuse(say('A {0} does not take this.', shown.component.type), name);
}
