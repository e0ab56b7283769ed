import { say } from '../../message';
import { containersOf } from '../../model/component';
import { routesOf } from '../../model/routes';
import type { FlowRule } from '../rule';
import { isDrawnFromActions } from './routingModel';

/** A field note: phones refused such a transition until the flow had a routing model. Said once in a flow. */
export const modelAdvised: FlowRule = {
  id: 'routing-model-advised',
  codes: ['ROUTING_MODEL_ADVISED'],
  severity: 'info',
  provenance: 'advice',
  since: '4.0',
  about: 'A flow that navigates from inside an If has a routing_model.',
  checkFlow(flow, report) {
    if (!isDrawnFromActions(flow)) return;
    const inside = routesOf(flow).navigated.find(({ action }) =>
      containersOf(action.component).some(({ type }) => type === 'If'),
    );
    if (inside === undefined) return;
    report({
      node: inside.action.nameNode!,
      message: say(
        'Some phones refuse to go from {0} to {1} because the action stands inside an If. A routing model helps: add {2}.',
        inside.from,
        inside.to,
        'routing_model',
      ),
      facts: { from: inside.from, screen: inside.to },
    });
  },
};
