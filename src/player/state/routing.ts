import { atLeast } from '../../flowjson/catalogue';
import type { Flow } from '../../flowjson/model/flow';
import { routesOf } from '../../flowjson/model/routes';
import { exceptFrom63To72, hasNavigationList } from '../../flowjson/rules/routing/routingModel';

/** The screen a flow opens with: the first one that no other leads to, else the first (facts on Flow JSON, section 13). */
export function entryOf(flow: Flow): string | undefined {
  const { ids, model, navigation } = routesOf(flow);
  const hasModel = flow.property('routing_model') !== undefined;
  const isEntry = (id: string): boolean =>
    (!hasModel || model.next(id, 'backward').size === 0) && navigation.next(id, 'backward').size === 0;
  const byModel = (id: string): boolean => hasModel && model.next(id, 'backward').size === 0;
  return ids.find(isEntry) ?? ids.find(byModel) ?? ids[0];
}

/** Whether the endpoint may send people from one screen to another; without a model nothing forbids it. */
export function mayFollow(flow: Flow, from: string, to: string): boolean {
  return (
    from === to || flow.property('routing_model') === undefined || routesOf(flow).model.next(from).has(to)
  );
}

/**
 * Whether `navigate` may: a transition that the model lacks ends the flow (facts on Flow JSON, section 10). Where the
 * rules do not demand the route, it is taken.
 */
export function mayNavigate(flow: Flow, from: string, to: string): boolean {
  if (mayFollow(flow, from, to)) return true;
  const screen = flow.screen(from);
  const skipped = atLeast(flow.version, '6.2') && screen !== undefined && hasNavigationList(screen);
  return skipped || exceptFrom63To72(flow.version) !== 'error';
}
