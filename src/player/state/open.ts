import type { Screen } from '../../flowjson/model/screen';
import { isList, withoutKey, type Json, type JsonObject } from '../json';
import { initialValues, inputsAmong } from '../screen/inputs';
import { shownOn } from '../screen/reading';
import { optionIds } from '../validity/choice';
import type { Turn } from './turn';

/** Puts a screen in front, with the data it is given, which replaces what it had (facts on Flow JSON, section 13). */
export function openScreen(turn: Turn, screen: Screen, data: JsonObject): void {
  const to = screen.id!;
  const from = turn.state.stack.at(-1);
  const before = turn.screenState(to);
  // What was laid down before anybody came here stands in for keys that are not given.
  const laid = before.visited ? {} : before.data;
  turn.changeScreen(to, { visited: true, data: { ...laid, ...data }, judged: false, left: [] });
  turn.change({ phase: { is: 'showing' }, stack: [...turn.state.stack, to], snackbar: null });
  turn.tell({ is: 'navigated', ...(from !== undefined && { from }), to, data, back: false });
  freshen(turn, screen);
}

/** Goes back to a screen on the way here: it has its data and typed values still. */
export function returnTo(turn: Turn, screen: Screen, data?: JsonObject): void {
  const to = screen.id!;
  const { stack } = turn.state;
  const from = stack.at(-1)!;
  const rest = stack.slice(0, stack.lastIndexOf(to, -2) + 1);
  turn.change({
    phase: { is: 'showing' },
    stack: rest,
    jumps: turn.state.jumps.filter((place) => place < rest.length),
    snackbar: null,
  });
  if (data) turn.changeScreen(to, { data: { ...turn.screenState(to).data, ...data } });
  turn.tell({ is: 'navigated', from, to, data: turn.screenState(to).data, back: true });
  if (data) freshen(turn, screen);
  else settle(turn, screen);
}

/** Gives the screen in front data: keys that are not named stay as they are. */
export function mergeData(turn: Turn, screen: Screen, data: JsonObject): void {
  turn.changeScreen(screen.id!, { data: { ...turn.screenState(screen.id!).data, ...data } });
  freshen(turn, screen);
}

/**
 * What fresh data brings: init values where the person has not changed anything, and error messages anew.
 *
 * @param forgets whether error messages that went away show again
 */
export function freshen(turn: Turn, screen: Screen, forgets = true): void {
  const id = screen.id!;
  const { values, touched } = turn.screenState(id);
  const typed = Object.entries(values).filter(([name]) => touched.includes(name));
  const initial = Object.entries(initialValues(turn.flow, turn.state, screen)).filter(
    ([name]) => !touched.includes(name),
  );
  turn.changeScreen(id, {
    values: Object.fromEntries([...typed, ...initial]),
    ...(forgets && { dismissed: {} }),
  });
  settle(turn, screen);
}

/** A choice that brings another list may take several rounds to come to rest; a flow that never does is left as it is. */
const mostRounds = 4;

/** Drops what is chosen from lists that no longer have it (facts on Flow JSON, section 13). */
export function settle(turn: Turn, screen: Screen): void {
  const id = screen.id!;
  for (let round = 0; round < mostRounds; round += 1) {
    const shown = shownOn(turn.flow, turn.state, screen);
    let { values } = turn.screenState(id);
    for (const { name, shown: input, held } of inputsAmong(turn.flow, turn.state, screen, shown)) {
      const ids = 'data-source' in input.properties ? optionIds(input.properties) : undefined;
      if (ids === undefined || held === null) continue;
      const kept = keptOf(held, ids);
      if (kept === held) continue;
      values = kept === null ? withoutKey(values, name) : { ...values, [name]: kept };
    }
    if (values === turn.screenState(id).values) return;
    turn.changeScreen(id, { values });
  }
}

function keptOf(held: Json, ids: ReadonlySet<string>): Json {
  if (typeof held === 'string') return ids.has(held) ? held : null;
  if (!isList(held)) return held;
  const kept = held.filter((one) => typeof one === 'string' && ids.has(one));
  return kept.length === held.length ? held : kept.length === 0 ? null : kept;
}
