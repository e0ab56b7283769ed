import type { Flow } from '../../flowjson/model/flow';
import type { Screen } from '../../flowjson/model/screen';
import { isBlank, isObject, own, type Json, type JsonObject } from '../json';
import { mostInputs, mostPatternWorkOnScreen } from '../limits';
import type { PlayerState } from '../state/state';
import { freshScreen, type ScreenState } from '../state/state';
import type { InputProblem } from '../validity/problem';
import { problemsOf } from '../validity/validity';
import { toldTo } from './ofForm';
import { withAllBelow, type ShownComponent } from './reading';
import { inputNamed, kindOfInput, scopeOn } from './scope';

/** An input that shows now. */
export interface ShownInput {
  readonly name: string;
  readonly shown: ShownComponent;
  /** As the state keeps it; `null` for none. */
  readonly held: Json;
  readonly problems: readonly InputProblem[];
}

/** What is remembered of a screen; nothing yet where it was never visited. */
export function screenStateOf(state: PlayerState, screen: Screen): ScreenState {
  return (screen.id === undefined ? undefined : own(state.screens, screen.id)) ?? freshScreen;
}

/** The inputs among the components that show, in the order of the screen. */
export function inputsAmong(
  flow: Flow,
  state: PlayerState,
  screen: Screen,
  shown: readonly ShownComponent[],
): readonly ShownInput[] {
  const { values } = screenStateOf(state, screen);
  const before = latest.get(shown);
  if (before?.values === values) return before.inputs;
  const patterns = { left: mostPatternWorkOnScreen };
  const inputs = [...withAllBelow(shown)].flatMap((one) => {
    const { name } = one.component;
    if (name === undefined || one.fact?.formValue === undefined) return [];
    const held = own(values, name) ?? null;
    return [
      { name, shown: one, held, problems: one.broken ? [] : problemsOf(one, held, flow.version, patterns) },
    ];
  });
  latest.set(shown, { values, inputs });
  return inputs;
}

/** The same are asked for several times in a step, and again to be drawn. */
const latest = new WeakMap<
  readonly ShownComponent[],
  { readonly values: JsonObject; readonly inputs: readonly ShownInput[] }
>();

/**
 * What the inputs of a screen start with: their `init-value`, or what the Form around them says (facts on Flow JSON,
 * sections 8.4 and 8.16). Also inputs that do not show now: they may later.
 */
export function initialValues(flow: Flow, state: PlayerState, screen: Screen): JsonObject {
  const scope = scopeOn(flow, state, screen);
  const found: [string, Json][] = [];
  for (const name of [...screen.named().keys()].slice(0, mostInputs)) {
    const input = inputNamed(screen, name);
    const kind = input && kindOfInput(input);
    if (input === undefined || kind === undefined || kind === 'media') continue;
    const held = heldAs(kind, toldTo(input, 'init-value', 'init-values', scope));
    if (held !== null) found.push([name, held]);
  }
  return Object.fromEntries(found);
}

/** A first value as the state keeps it; `null` where it does not fit or is empty. */
function heldAs(kind: NonNullable<ReturnType<typeof kindOfInput>>, value: Json): Json {
  if (isBlank(value)) return null;
  switch (kind) {
    case 'string':
      // Also the range of a calendar whose mode is bound.
      return typeof value === 'number'
        ? String(value)
        : typeof value === 'string' || isObject(value)
          ? value
          : null;
    case 'number':
      return typeof value === 'number' || typeof value === 'string' ? String(value) : null;
    case 'boolean':
      return value === true ? true : null;
    case 'strings': {
      const ids = Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
      return ids.length > 0 ? ids : null;
    }
    case 'date-range':
      return isObject(value) ? value : null;
    default:
      return null;
  }
}
