import type { Flow } from '../model/flow';
import { routesOf } from '../model/routes';
import { setTop } from '../model/edits';
import type { Edit } from '../text/edit';

/**
 * `routing_model` as the actions of the flow have it: every screen, with the screens that it navigates to. Where a screen
 * only asks the endpoint, which alone knows what follows, the next screen of the document stands in for that.
 */
export function routesFromActions(flow: Flow): Readonly<Record<string, readonly string[]>> {
  const { ids, navigated } = routesOf(flow);
  const routes = new Map(ids.map((id) => [id, new Set<string>()]));
  for (const { from, to } of navigated) if (from !== to && routes.has(to)) routes.get(from)?.add(to);
  for (const [index, id] of ids.entries()) {
    const screen = flow.screen(id);
    const next = ids[index + 1];
    const asks = screen?.actions().some(({ name }) => name === 'data_exchange');
    if (!asks || screen!.terminal || next === undefined || routes.get(id)!.size > 0) continue;
    if (!routes.get(next)!.has(id)) routes.get(id)!.add(next);
  }
  return Object.fromEntries(ids.map((id) => [id, ids.filter((other) => routes.get(id)!.has(other))]));
}

/** Writes the routing model in the order of the screens, keys and targets; what is no screen keeps its place at the end. */
export function sortRoutes(flow: Flow): Edit[] {
  const place = new Map(routesOf(flow).ids.map((id, index) => [id, index]));
  const placeOf = (id: string): number => place.get(id) ?? place.size;
  const byPlace = (a: string, b: string): number => placeOf(a) - placeOf(b);
  const routes = flow.routes.map(({ from, targets }): [string, string[]] => [
    from,
    targets.map(({ id }) => id).sort(byPlace),
  ]);
  const sorted = Object.fromEntries(routes.sort(([a], [b]) => byPlace(a, b)));
  const before = flow.property('routing_model');
  if (before === undefined || flow.routes.some(({ node }) => node?.type !== 'array')) return [];
  return setTop(flow, 'routing_model', sorted);
}
