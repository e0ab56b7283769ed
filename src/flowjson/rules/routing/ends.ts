import { listed, say } from '../../message';
import type { Flow } from '../../model/flow';
import { routesOf } from '../../model/routes';
import type { ScreenGraph } from '../../model/screenGraph';
import type { FlowRule } from '../rule';
import { screensApart } from './connected';
import { isDrawnFromActions, modelOf } from './routingModel';

/** Demanded by Meta's page on Flow JSON; its client does not look. */
export const routesEnd: FlowRule = {
  id: 'route-without-end',
  codes: ['INVALID_ROUTING_MODEL'],
  severity: 'warning',
  provenance: 'documented',
  about: 'Every route ends at a terminal screen.',
  checkFlow(flow, report) {
    const graph = completeGraph(flow);
    const terminals = flow.screens.flatMap(({ id, terminal }) => (id !== undefined && terminal ? [id] : []));
    if (graph === undefined || terminals.length === 0) return;
    for (const id of graph.astray(terminals, 'forward')) {
      const screen = flow.screen(id)!;
      const routes = [...graph.next(id)];
      const node = screen.idNode!;
      const facts = { screen: id };
      if (routes.length > 0) {
        const text = say(
          'From {0} the routes only lead on to {1}, never to a terminal screen: add a route to one.',
          id,
          listed(routes),
        );
        report({ node, message: text, facts });
      } else if (routesOf(flow).navigation.next(id).size > 0) {
        // The route is there, only the model lacks it: row 33.
        continue;
      } else if (screen.actions().length > 0) {
        const text = say(
          'No route leads on from {0}, and it is not terminal: add a route, or make it terminal.',
          id,
        );
        report({ node, message: text, facts });
      } else {
        // A page of terms behind a link, say: Meta's own examples have such screens.
        const text = say('People can only go back from {0}: nothing leads on, and it is not terminal.', id);
        report({ node, message: text, facts, severity: 'info' });
      }
    }
  },
};

/** Good advice only: a message or an endpoint may open any screen. */
export const screenReachable: FlowRule = {
  id: 'screen-unreachable',
  codes: ['UNREACHABLE_SCREEN'],
  severity: 'info',
  provenance: 'advice',
  about: 'A route leads from the first screen to every other one.',
  checkFlow(flow, report) {
    const graph = completeGraph(flow);
    const first = graph?.ids.find((id) => graph.next(id, 'backward').size === 0);
    if (graph === undefined || first === undefined) return;
    for (const id of graph.astray([first], 'backward')) {
      report({
        node: flow.screen(id)!.idNode!,
        message: say(
          'No route leads from {0} to {1}: people only come here if the message opens the flow on {1}.',
          first,
          id,
        ),
        facts: { screen: id, from: first },
      });
    }
  },
};

/** The routes that hold, where they are all known and leave no screen apart: otherwise that is what to mend first. */
function completeGraph(flow: Flow): ScreenGraph | undefined {
  const { model, navigation, open, declared } = routesOf(flow);
  const graph = modelOf(flow) ? model : isDrawnFromActions(flow) && !open ? navigation : undefined;
  const unknown = modelOf(flow) && declared.some(({ to }) => flow.screen(to) === undefined);
  if (graph === undefined || unknown || screensApart(graph).length > 0) return undefined;
  return graph;
}
