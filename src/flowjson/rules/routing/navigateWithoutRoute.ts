import { atLeast } from '../../catalogue/versions';
import { say } from '../../message';
import type { Flow } from '../../model/flow';
import { routesOf, type NavigatedRoute } from '../../model/routes';
import type { FlowRule } from '../rule';
import { exceptFrom63To72, hasNavigationList, modelOf } from './routingModel';

/** Row 33. */
export const navigateWithoutRoute: FlowRule = {
  id: 'routing-model-missing-route',
  codes: ['INVALID_ROUTING_MODEL'],
  severity: exceptFrom63To72,
  provenance: 'documented',
  rows: [33],
  about: 'routing_model holds every route that a navigate action takes.',
  checkFlow(flow, report) {
    const model = modelOf(flow);
    if (model === undefined) return;
    const routes = routesOf(flow);
    const keys = new Map(flow.routes.map((route) => [route.from, route]));
    for (const [first, ...others] of byRoute(demandedRoutes(flow))) {
      const { from, to } = first;
      if (from === to || flow.screen(to) === undefined) continue;
      if (routes.model.next(from).has(to)) continue;
      const key = keys.get(from);
      report({
        node: key?.node ?? model,
        message: say(
          'A navigate action leads from {0} to {1}, but the routing model has no such route: add {1} to the targets of {0}.',
          from,
          to,
        ),
        facts: { from, screen: to },
        related: [first, ...others].map(({ action }) => ({
          node: action.targetNode!,
          message: say('This action leads from {0} to {1}.', from, to),
        })),
      });
    }
  },
};

/** The actions whose routes the model must hold: all but those of screens with a NavigationList, from 6.2 on. */
export function demandedRoutes(flow: Flow): readonly NavigatedRoute[] {
  const { navigated } = routesOf(flow);
  if (!atLeast(flow.version, '6.2')) return navigated;
  const exempt = new Set(flow.screens.filter(hasNavigationList).map(({ id }) => id));
  return exempt.size === 0 ? navigated : navigated.filter(({ from }) => !exempt.has(from));
}

/** The actions by the route they take. */
function byRoute(
  routes: readonly NavigatedRoute[],
): readonly (readonly [NavigatedRoute, ...NavigatedRoute[]])[] {
  const bySource = new Map<string, Map<string, [NavigatedRoute, ...NavigatedRoute[]]>>();
  for (const route of routes) {
    const targets = bySource.get(route.from) ?? new Map<string, [NavigatedRoute, ...NavigatedRoute[]]>();
    bySource.set(route.from, targets);
    const same = targets.get(route.to);
    if (same) same.push(route);
    else targets.set(route.to, [route]);
  }
  return [...bySource.values()].flatMap((targets) => [...targets.values()]);
}
