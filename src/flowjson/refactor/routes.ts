import type { Flow } from '../model/flow';
import { routesOf } from '../model/routes';
import { setTop } from '../fixes/edits';
import type { Edit } from '../text/edit';

/** `routing_model` as the actions of the flow have it: every screen, with the screens that it navigates to. */
export function routesFromActions(flow: Flow): Readonly<Record<string, readonly string[]>> {
  const { ids, navigated } = routesOf(flow);
  return Object.fromEntries(
    ids.map((id) => [
      id,
      ids.filter((other) => other !== id && navigated.some(({ from, to }) => from === id && to === other)),
    ]),
  );
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
