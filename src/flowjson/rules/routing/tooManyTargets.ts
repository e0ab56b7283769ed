import { maxRoutesPerScreen } from '../../catalogue/limits';
import { say } from '../../message';
import { routesOf } from '../../model/routes';
import type { FlowRule } from '../rule';
import { isDrawnFromActions } from './routingModel';

/** Row 30. */
export const tooManyTargets: FlowRule = {
  id: 'routing-model-too-many-targets',
  codes: ['INVALID_ROUTING_MODEL'],
  severity: 'error',
  provenance: 'documented',
  rows: [30],
  about: 'routing_model gives a screen at most 10 targets.',
  checkFlow(flow, report) {
    for (const { from, node, keyNode, targets } of flow.routes) {
      const count = new Set(targets.map(({ id }) => id)).size;
      if (count > maxRoutesPerScreen) report({ node: node ?? keyNode, ...tooMany(from, count) });
    }
  },
};

/** Row 31: the same where the routes are drawn from the actions. */
export const tooManyNavigations: FlowRule = {
  id: 'navigation-too-many-targets',
  codes: ['INVALID_ROUTING_MODEL'],
  severity: 'error',
  provenance: 'documented',
  rows: [31],
  about: 'Without a routing_model, a screen navigates to at most 10 different screens.',
  checkFlow(flow, report) {
    if (!isDrawnFromActions(flow)) return;
    const targets = new Map<string, Set<string>>();
    for (const { from, to } of routesOf(flow).navigated) {
      if (from !== to) targets.set(from, (targets.get(from) ?? new Set()).add(to));
    }
    for (const [from, { size }] of targets) {
      if (size > maxRoutesPerScreen) report({ node: flow.screen(from)!.node, ...tooMany(from, size) });
    }
  },
};

function tooMany(from: string, count: number) {
  return {
    message: say(
      '{0} leads to {1} screens; {2} are allowed. Put a screen in between that leads to some of them.',
      from,
      count,
      maxRoutesPerScreen,
    ),
    facts: { screen: from },
  };
}
