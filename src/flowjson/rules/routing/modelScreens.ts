import { listed, say } from '../../message';
import { screenIdPattern } from '../../catalogue';
import type { Flow } from '../../model/flow';
import { routesOf } from '../../model/routes';
import type { FlowRule } from '../rule';
import { nearestAmong } from '../common/suggestions';
import { joined, modelOf } from './routingModel';

/** Row 21. A terminal screen may be left out: it follows from nothing (row 24 looks whether something leads to it). */
export const screensMissingInModel: FlowRule = {
  id: 'routing-model-missing-screen',
  codes: ['INVALID_ROUTING_MODEL'],
  severity: 'error',
  provenance: 'documented',
  rows: [21],
  about: 'Every screen that is not terminal stands in routing_model.',
  checkFlow(flow, report) {
    const model = modelOf(flow);
    if (model === undefined) return;
    const present = new Set(
      flow.routes.flatMap(({ from, targets }) => [from, ...targets.map(({ id }) => id)]),
    );
    const missing = flow.screens.filter(
      ({ id, terminal }) => id !== undefined && !terminal && !present.has(id),
    );
    if (missing.length === 0) return;
    const ids = missing.map(({ id }) => id!);
    report({
      node: model,
      message: say(
        'Screens missing in the routing model: {0}. Add each as a key with the list of screens that may follow it.',
        listed(ids),
      ),
      facts: { screens: joined(ids) },
      related: missing.map(({ id, idNode }) => ({
        node: idNode!,
        message: say('The screen {0} is missing in the routing model.', id!),
      })),
    });
  },
};

/** Row 22. */
export const unknownKeyInModel: FlowRule = {
  id: 'routing-model-unknown-screen',
  codes: ['INVALID_ROUTING_MODEL'],
  severity: 'error',
  provenance: 'documented',
  rows: [22],
  about: 'Every key of routing_model is a screen.',
  checkFlow(flow, report) {
    const suggest = nearestAmong(routesOf(flow).ids);
    for (const { from, keyNode } of flow.routes) {
      if (isMissing(flow, from)) report({ node: keyNode, ...unknown(from, suggest(from)) });
    }
  },
};

/** Row 29. */
export const unknownTargetInModel: FlowRule = {
  id: 'routing-model-unknown-target',
  codes: ['INVALID_ROUTING_MODEL'],
  severity: 'error',
  provenance: 'documented',
  rows: [29],
  about: 'Every target in routing_model is a screen.',
  checkFlow(flow, report) {
    const { declared, ids } = routesOf(flow);
    const suggest = nearestAmong(ids);
    for (const { to, node } of declared) {
      if (isMissing(flow, to)) report({ node, ...unknown(to, suggest(to)) });
    }
  },
};

/** What cannot be the id of a screen at all is told by its pattern (structure). */
function isMissing(flow: Flow, id: string): boolean {
  // Without any screen that is what is said, and not each name by itself.
  return flow.screens.length > 0 && flow.screen(id) === undefined && screenIdPattern(flow.version).test(id);
}

function unknown(id: string, meant: string | undefined) {
  return {
    message: meant
      ? say('The routing model names {0}, but there is no such screen. Did you mean {1}?', id, meant)
      : say('The routing model names {0}, but there is no such screen: add the screen or take this out.', id),
    facts: { screen: id, ...(meant && { suggestion: meant }) },
  };
}
