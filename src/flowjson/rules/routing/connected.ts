import { listed, say } from '../../message';
import type { Flow } from '../../model/flow';
import { routesOf } from '../../model/routes';
import { ScreenGraph } from '../../model/screenGraph';
import type { FlowRule } from '../rule';
import { exceptFrom63To72, isDrawnFromActions, joined, modelOf } from './routingModel';
import { demandedRoutes } from './navigateWithoutRoute';

/**
 * Row 24. Not while the model names unknown screens: they are to be mended first, and may be what is missing. Routes that
 * the model lacks (row 33) count as if they were there, where they are refused themselves.
 */
export const modelConnected: FlowRule = {
  id: 'routing-model-disconnected',
  codes: ['INVALID_ROUTING_MODEL'],
  severity: 'error',
  provenance: 'documented',
  rows: [24],
  about: 'All screens hang together through the routes of routing_model.',
  checkFlow(flow, report) {
    const node = modelOf(flow);
    if (node === undefined) return;
    const { declared, ids } = routesOf(flow);
    const lacking = exceptFrom63To72(flow.version) === 'error' ? demandedRoutes(flow) : [];
    const named = new Set(flow.routes.map(({ from }) => from).concat(declared.map(({ to }) => to)));
    if ([...named].some((id) => flow.screen(id) === undefined)) return;
    const apart = screensApart(new ScreenGraph(ids, [...declared, ...lacking])).filter(
      (id) => named.has(id) || flow.screen(id)!.terminal,
    );
    if (apart.length === 0 || ids.length < 2) return;
    report({
      node,
      message: say(
        'No route of the routing model links {0} with the other screens: add a route to or from each.',
        listed(apart),
      ),
      facts: { screens: joined(apart) },
      related: apart.map((id) => ({
        node: flow.screen(id)!.idNode!,
        message: say('{0} stands apart.', id),
      })),
    });
  },
};

/** Rows 23 (no link at all) and 25 (linked only among themselves). */
export const navigationConnected: FlowRule = {
  id: 'navigation-disconnected',
  codes: ['INVALID_ROUTING_MODEL'],
  severity: 'error',
  provenance: 'documented',
  rows: [23, 25],
  about: 'Without a routing_model, all screens hang together through navigate actions.',
  checkFlow(flow, report) {
    const { navigation, open } = routesOf(flow);
    if (!isDrawnFromActions(flow) || open) return;
    for (const id of screensApart(navigation)) {
      report({
        node: flow.screen(id)!.node,
        message: navigation.isLinked(id)
          ? say(
              'No navigate action links {0} with the first screens of the flow: add one that leads here.',
              id,
            )
          : say('No navigate action leads to {0} or away from it: add one, or remove the screen.', id),
        facts: { screen: id },
        related: firstPlace(flow, id),
      });
    }
  },
};

/** The screens without a way, whatever its direction, to the first screen that has any. */
export function screensApart(graph: ScreenGraph): string[] {
  const start = graph.ids.find((id) => graph.isLinked(id)) ?? graph.ids[0];
  if (start === undefined) return [];
  const together = graph.reach([start], 'forward', 'backward');
  return graph.ids.filter((id) => !together.has(id));
}

function firstPlace(flow: Flow, apart: string) {
  const first = flow.screens.find(({ id, idNode }) => idNode !== undefined && id !== apart);
  return first ? [{ node: first.idNode!, message: say('The first screen.') }] : [];
}
