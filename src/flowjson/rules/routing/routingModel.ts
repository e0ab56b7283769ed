import { atLeast, before, type Version } from '../../catalogue/versions';
import type { Severity } from '../../diagnosis';
import type { Flow } from '../../model/flow';
import type { Screen } from '../../model/screen';
import type { Node } from '../../text/nodes';

/** `routing_model`, where it can be read: all of its values are lists. */
export function modelOf(flow: Flow): Node | undefined {
  const model = flow.property('routing_model');
  if (model?.type !== 'object') return undefined;
  return flow.routes.every(({ node }) => node?.type === 'array') ? model : undefined;
}

/** Whether WhatsApp draws the routes from the `navigate` actions: there is no model, and no endpoint that needs one. */
export function isDrawnFromActions(flow: Flow): boolean {
  return flow.property('routing_model') === undefined && !flow.endpoint;
}

/** Meta's client does not look from 6.3 to 7.2; its documentation knows no such gap. */
export function exceptFrom63To72(version: Version): Severity {
  return atLeast(version, '6.3') && before(version, '7.3') ? 'warning' : 'error';
}

export function hasNavigationList(screen: Screen): boolean {
  return screen.components.some(({ type }) => type === 'NavigationList');
}

/** The list of ids as `facts` carry it. Ids hold no spaces. */
export const joined = (ids: readonly string[]): string => ids.join(' ');
