import { componentFact, formValueOf, type FormValue } from '../../flowjson/catalogue';
import { say } from '../../flowjson/message';
import type { Component } from '../../flowjson/model/component';
import type { Flow } from '../../flowjson/model/flow';
import type { Screen } from '../../flowjson/model/screen';
import type { ReferencePath } from '../../flowjson/text/reference';
import { valueOf } from '../../flowjson/text/nodes';
import { absent, broken, given, type Evaluated, type Scope } from '../evaluate/evaluated';
import { isBlank, isList, isObject, beginningOf, own, type Json } from '../json';
import { fullRoom } from '../limits';
import type { PlayerState } from '../state/state';
import { filesFor } from './files';

/** What a value is evaluated for: it decides how references read inputs and files. */
export type Purpose = 'property' | 'payload' | 'response';

/** What references on a screen lead to now. */
export function scopeOn(
  flow: Flow,
  state: PlayerState,
  screen: Screen,
  purpose: Purpose = 'property',
): Scope {
  return {
    version: flow.version,
    inPayload: purpose !== 'property',
    room: fullRoom(),
    lookup(to) {
      const target = to.screen === undefined ? screen : flow.screen(to.screen);
      if (target === undefined) return broken(say('There is no screen {0}.', to.screen!));
      return to.scope === 'data' ? dataAt(state, target, to) : inputAt(state, target, to, purpose);
    },
  };
}

/** Where the data of a screen comes from: given, or standing in from `__example__`. */
export function dataValue(
  state: PlayerState,
  screen: Screen,
  key: string,
): { readonly value: Json; readonly example: boolean } | undefined {
  const screenState = screen.id === undefined ? undefined : own(state.screens, screen.id);
  const value = screenState && own(screenState.data, key);
  if (value !== undefined) return { value, example: false };
  // What another screen would be given is not known before it is (facts on Flow JSON, section 5.1).
  if (screenState?.visited !== true || state.options.examples === false) return undefined;
  const example = valueOf(screen.data().get(key)?.value, '__example__');
  return example && { value: beginningOf(example), example: true };
}

function dataAt(state: PlayerState, screen: Screen, { path }: ReferencePath): Evaluated {
  const [key, ...steps] = path as readonly [string, ...string[]];
  const found = dataValue(state, screen, key);
  if (found) return follow(found.value, steps, key);
  if (!screen.data().has(key)) {
    return broken(say('Screen {0} has no data called {1}.', screen.id ?? '', key));
  }
  return absent(say('Screen {0} has not been given {1} yet.', screen.id ?? '', key));
}

function follow(start: Json, steps: readonly string[], name: string): Evaluated {
  let value = start;
  for (const step of steps) {
    if (isList(value)) return broken(say('{0} is a list; a single item cannot be read.', name));
    if (isBlank(value)) return absent(say('{0} has no {1} now.', name, step));
    const next = isObject(value) ? own(value, step) : undefined;
    if (next === undefined) return broken(say('{0} has no {1} now.', name, step));
    value = next;
  }
  return given(value);
}

function inputAt(state: PlayerState, screen: Screen, { path }: ReferencePath, purpose: Purpose): Evaluated {
  const [name, ...steps] = path as readonly [string, ...string[]];
  const id = screen.id ?? '';
  const input = inputNamed(screen, name);
  if (input === undefined) return broken(say('Screen {0} has no input called {1}.', id, name));
  const screenState = own(state.screens, id);
  if (screenState?.visited !== true) return absent(say('Screen {0} has not been visited yet.', id));
  const value = valueGiven(input, own(screenState.values, name) ?? null, purpose);
  return follow(value, steps, name);
}

/** The input of that name; the first one where a name stands twice. */
export function inputNamed(screen: Screen, name: string): Component | undefined {
  return (screen.named().get(name) ?? []).find(({ type }) => componentFact(type)?.formValue !== undefined);
}

/** What kind of value an input gives; for a CalendarPicker whose mode is bound, as if it were a single day. */
export function kindOfInput({ type, node }: Component): FormValue | undefined {
  const fact = componentFact(type);
  if (fact === undefined) return undefined;
  const literal = (property: string): string | undefined => {
    const own = valueOf(node, property);
    return own?.type === 'string' ? (own.value as string) : undefined;
  };
  return formValueOf(fact, literal) ?? fact.formValue;
}

/**
 * What `${form.x}` gives for what an input holds (facts on Flow JSON, section 4.2). An input that holds nothing gives the
 * empty value of its kind; for numbers and ranges that is nothing at all.
 */
function valueGiven(input: Component, held: Json, purpose: Purpose): Json {
  switch (kindOfInput(input)) {
    case 'number':
      return typeof held === 'string' ? numberTyped(held) : held;
    case 'boolean':
      return held ?? false;
    case 'strings':
      return held ?? [];
    case 'media':
      return filesFor(purpose, held);
    case 'date-range':
      return held;
    default:
      // A range of a bound mode is an object.
      return held ?? '';
  }
}

/** A number typed; a text where a number would lose digits, such as the zeros at the beginning of a passcode. */
function numberTyped(text: string): Json {
  if (text.trim() === '') return null;
  const plain = text.trim().replace(',', '.');
  const number = Number(plain);
  const exact = Number.isFinite(number) && !/^[+-]?0\d/.test(plain) && plain.length < 16;
  return exact ? number + 0 : text;
}
