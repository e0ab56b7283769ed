import { atLeast } from '../../catalogue/versions';
import { say } from '../../message';
import { routesOf } from '../../model/routes';
import { ScreenGraph } from '../../model/screenGraph';
import type { FlowRule } from '../rule';
import { exceptFrom63To72, hasNavigationList, isDrawnFromActions, modelOf } from './routingModel';
import { backwardRoutes } from './modelRoutes';

/** Row 26, without the routes of row 32, which are told already. From 7.3 on a `navigate` counts like a route of the model. */
export const modelEntry: FlowRule = {
  id: 'routing-model-no-entry',
  codes: ['INVALID_ROUTING_MODEL'],
  severity: exceptFrom63To72,
  provenance: 'documented',
  rows: [26],
  about:
    'At least one screen is no target in routing_model (from 7.3: nor of a navigate): the flow begins there.',
  checkFlow(flow, report) {
    const node = modelOf(flow);
    if (node === undefined) return;
    const { ids, navigation, declared } = routesOf(flow);
    const backwards = new Set([...backwardRoutes(flow)].map(([route]) => route));
    const model = new ScreenGraph(
      ids,
      declared.filter((route) => !backwards.has(route)),
    );
    const named = flow.routes.map(({ from }) => from).concat(declared.map(({ to }) => to));
    const screens = named.filter((id) => flow.screen(id) !== undefined);
    const graphs = atLeast(flow.version, '7.3') ? [model, navigation] : [model];
    const isEntry = (id: string): boolean => graphs.every((graph) => graph.next(id, 'backward').size === 0);
    if (screens.length === 0 || screens.some(isEntry)) return;
    const byModelAlone = screens.some((id) => model.next(id, 'backward').size === 0);
    report({
      node,
      message: byModelAlone
        ? say(
            'The flow has no beginning: a route or a navigate action leads to every screen. Keep one free of them.',
          )
        : say(
            'The routing model has no beginning: every screen is the target of a route. Keep one free of them.',
          ),
    });
  },
};

/** Row 27. With a NavigationList (from 6.2) the client does not look. */
export const navigationEntry: FlowRule = {
  id: 'navigation-no-entry',
  codes: ['INVALID_ROUTING_MODEL'],
  severity: exceptFrom63To72,
  provenance: 'documented',
  rows: [27],
  about:
    'Without a routing_model, at least one screen is not the target of a navigate: the flow begins there.',
  checkFlow(flow, report) {
    const node = flow.tree.screensNode;
    if (node === undefined || !isDrawnFromActions(flow)) return;
    if (atLeast(flow.version, '6.2') && flow.screens.some(hasNavigationList)) return;
    const { navigation } = routesOf(flow);
    const { ids } = navigation;
    if (ids.length === 0 || ids.some((id) => navigation.next(id, 'backward').size === 0)) return;
    report({
      node,
      message: say(
        'The flow has no beginning: some navigate action leads to every screen. One screen must not be the target of any.',
      ),
    });
  },
};
