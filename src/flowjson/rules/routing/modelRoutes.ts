import { say } from '../../message';
import type { Flow } from '../../model/flow';
import { routesOf, type DeclaredRoute } from '../../model/routes';
import type { FlowRule } from '../rule';

/** Row 28. */
export const routeToItself: FlowRule = {
  id: 'routing-model-own-screen',
  codes: ['INVALID_ROUTING_MODEL'],
  severity: 'error',
  provenance: 'documented',
  rows: [28],
  about: 'No route in routing_model leads from a screen to itself.',
  checkFlow(flow, report) {
    for (const { from, to, node } of routesOf(flow).declared) {
      if (from !== to) continue;
      report({
        node,
        message: say('The routing model leads from {0} to itself: take this target out.', from),
        facts: { screen: to },
      });
    }
  },
};

/** Row 32. */
export const routeBackwards: FlowRule = {
  id: 'routing-model-backward-route',
  codes: ['INVALID_ROUTING_MODEL'],
  severity: 'error',
  provenance: 'documented',
  rows: [32],
  about: 'routing_model holds forward routes only: not A to B and B to A.',
  checkFlow(flow, report) {
    for (const [{ from, to, node }, opposite] of backwardRoutes(flow)) {
      report({
        node,
        message: say(
          'This route from {0} to {1} runs against the one from {1} to {0}. Going back needs no route: take one of them out.',
          from,
          to,
        ),
        facts: { screen: to, from },
        related: [{ node: opposite.node, message: say('The route from {0} to {1}.', to, from) }],
      });
    }
  },
};

/** The routes that run against an earlier one, each with that one. */
export function* backwardRoutes(flow: Flow): Generator<readonly [DeclaredRoute, against: DeclaredRoute]> {
  const forward = new Map<string, Map<string, DeclaredRoute>>();
  for (const route of routesOf(flow).declared) {
    const { from, to } = route;
    if (from === to) continue;
    const opposite = forward.get(to)?.get(from);
    if (opposite) yield [route, opposite];
    else forward.set(from, (forward.get(from) ?? new Map<string, DeclaredRoute>()).set(to, route));
  }
}
