import type { Flow } from '../flowjson/model/flow';
import { routesOf } from '../flowjson/model/routes';
import { entryOf } from './state/routing';

/** The ways through a flow. */
export interface Paths {
  /** Screen ids from the entry to a terminal screen, each screen at most once. */
  readonly paths: readonly (readonly string[])[];
  /** Whether these are all; a flow of many branches has more than anybody wants to see. */
  readonly complete: boolean;
}

/**
 * The paths from the entry of a flow to its terminal screens, along the routing model and the `navigate` actions in
 * document order; a terminal screen may also lead on. Never throws.
 *
 * @param most how many paths are wanted; the search also ends after twenty times as many steps
 */
export function pathsThrough(flow: Flow, most = 1000): Paths {
  const entry = entryOf(flow);
  if (entry === undefined) return { paths: [], complete: true };
  const nexts = new Map(routesOf(flow).ids.map((id) => [id, nextOf(flow, id)] as const));
  const paths: string[][] = [];
  const path = [entry];
  const waiting = [nexts.get(entry) ?? []];
  const places = [0];
  if (flow.screen(entry)?.terminal) paths.push([entry]);
  for (let steps = 0; path.length > 0; steps += 1) {
    if (paths.length >= most || steps > most * 20) return { paths, complete: false };
    const place = places[places.length - 1]!++;
    const next = waiting.at(-1)![place];
    if (next === undefined) {
      path.pop();
      waiting.pop();
      places.pop();
    } else if (!path.includes(next)) {
      path.push(next);
      waiting.push(nexts.get(next) ?? []);
      places.push(0);
      if (flow.screen(next)?.terminal) paths.push([...path]);
    }
  }
  return { paths, complete: true };
}

/** The screens that may follow a screen, in document order. */
export function nextOf(flow: Flow, id: string): readonly string[] {
  const { ids, model, navigation } = routesOf(flow);
  const next = new Set([...model.next(id), ...navigation.next(id)]);
  return ids.filter((one) => next.has(one));
}
