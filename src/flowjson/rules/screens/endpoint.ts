import { say } from '../../message';
import { isBoolean, property, valueOf } from '../../text/nodes';
import type { FlowRule, ScreenRule } from '../rule';

/** Row 72. */
export const exchangeNeedsEndpoint: ScreenRule = {
  id: 'data-exchange-without-endpoint',
  codes: ['MISSING_REQUIRED_PROPERTY'],
  severity: 'error',
  provenance: 'documented',
  rows: [72],
  about: 'A flow with data_exchange has a data_api_version.',
  checkScreen(screen, report, { endpoint }) {
    if (endpoint) return;
    for (const { name, node } of screen.actions()) {
      if (name !== 'data_exchange') continue;
      report({
        node,
        message: say(
          '{0} asks an endpoint: add {1} at the top of the flow.',
          'data_exchange',
          'data_api_version',
        ),
        facts: { property: 'data_api_version' },
      });
    }
  },
};

/** Row 73. */
export const endpointNeedsModel: FlowRule = {
  id: 'endpoint-without-routing-model',
  codes: ['MISSING_REQUIRED_PROPERTY'],
  severity: 'error',
  provenance: 'documented',
  rows: [73],
  about: 'A flow with a data_api_version has a routing_model.',
  checkFlow(flow, report) {
    const { top } = flow.tree;
    if (!flow.endpoint || top === undefined || property(top, 'routing_model') !== undefined) return;
    report({
      node: top,
      message: say(
        'A flow with an endpoint needs {0}: which screens may follow each screen. Without an endpoint, remove {1}.',
        'routing_model',
        'data_api_version',
      ),
      facts: { property: 'routing_model' },
      related: [
        { node: flow.property('data_api_version')!, message: say('This makes it a flow with an endpoint.') },
      ],
    });
  },
};

/** Row 74. */
export const refreshNeedsEndpoint: ScreenRule = {
  id: 'refresh-without-endpoint',
  codes: ['INVALID_PROPERTY_VALUE'],
  severity: 'error',
  provenance: 'documented',
  rows: [74],
  about: 'refresh_on_back is true only in a flow with a data_api_version.',
  checkScreen(screen, report, { endpoint }) {
    const node = valueOf(screen.node, 'refresh_on_back');
    if (endpoint || node === undefined || !isBoolean(node, true)) return;
    report({
      node,
      message: say(
        'Only an endpoint can refresh a screen: add {0} at the top of the flow, or set this to false.',
        'data_api_version',
      ),
      facts: { property: 'data_api_version' },
    });
  },
};
