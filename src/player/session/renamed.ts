import type { Flow } from '../../flowjson/model/flow';
import { own } from '../json';
import type { PlayerState } from '../state/state';

/** Ids that screens had once, and those that they have now. Plain JSON. */
export type Renamed = Readonly<Record<string, string>>;

/** What has been renamed so far, once more has been by an edit from one text to the next. */
export function renamedBy(renamed: Renamed, before: Flow, now: Flow): Renamed {
  const old = placesOf(before);
  const ids = placesOf(now);
  if (old.length !== ids.length) return renamed;
  const more = old.flatMap((id, place): [string, string][] => {
    const to = ids[place]!;
    return ids.includes(id) || old.includes(to) ? [] : [[id, to]];
  });
  if (more.length === 0) return renamed;
  const latest = Object.fromEntries(more);
  const moved = Object.entries(renamed).map(([id, to]) => [id, own(latest, to) ?? to]);
  return Object.fromEntries([...moved, ...more]) as Renamed;
}

/** A state with the ids that its screens have now; ids that the flow still has stay as they are. */
export function withRenamed(state: PlayerState, renamed: Renamed, flow: Flow): PlayerState {
  const nameOf = (id: string) => (flow.screen(id) === undefined ? (own(renamed, id) ?? id) : id);
  const ids = [...new Set([...state.stack, ...Object.keys(state.screens)])];
  if (ids.every((id) => nameOf(id) === id)) return state;
  const screens = Object.entries(state.screens);
  // Where two have come to the same name, what is called so still goes before what was renamed.
  screens.sort(([a], [b]) => Number(nameOf(a) === a) - Number(nameOf(b) === b));
  return {
    ...state,
    stack: state.stack.map(nameOf),
    screens: Object.fromEntries(screens.map(([id, screen]) => [nameOf(id), screen])),
  };
}

/**
 * The id of each screen in the order of the text. One that has none at the moment, or that of another while it is being
 * typed, goes by its place: no id can be that.
 */
function placesOf(flow: Flow): string[] {
  return flow.screens.map((screen, place) =>
    screen.id !== undefined && flow.screen(screen.id) === screen ? screen.id : `\0${place}`,
  );
}
