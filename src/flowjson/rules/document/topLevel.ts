import { dataApiVersions, newestVersion } from '../../catalogue';
import { say } from '../../message';
import { property, stringOf } from '../../text/nodes';
import type { FlowRule } from '../rule';

export const dataApiVersion: FlowRule = {
  id: 'data-api-version',
  codes: ['INVALID_DATA_API_VERSION', 'INVALID_PROPERTY_TYPE'],
  severity: 'error',
  provenance: 'observed',
  about: 'data_api_version is 3.0, or from 7.3 on 4.0.',
  checkFlow(flow, report) {
    const node = flow.property('data_api_version');
    const value = stringOf(node);
    const allowed = dataApiVersions(flow.version);
    if (!node || (value !== undefined && allowed.includes(value))) return;
    if (value === undefined) {
      const message = say('data_api_version must be a text such as "{0}".', allowed[0]!);
      report({ node, code: 'INVALID_PROPERTY_TYPE', message, facts: { suggestion: allowed[0]! } });
      return;
    }
    const later = dataApiVersions(newestVersion).includes(value);
    const message = later
      ? say(
          'data_api_version {0} needs a newer version of Flow JSON than {1}; here it is "{2}".',
          value,
          flow.version,
          allowed[0]!,
        )
      : say('data_api_version must be one of: {0}.', allowed.join(', '));
    report({ node, message, facts: { suggestion: allowed[0]! } });
  },
};

/** Row 14 as it is meant: as it is written it would forbid `data_api_version`, which every endpoint needs. */
export const dataChannelUri: FlowRule = {
  id: 'data-channel-uri',
  codes: ['INVALID_PROPERTY_KEY'],
  severity: 'error',
  provenance: 'documented',
  since: '3.0',
  rows: [14],
  about: 'From 3.0 on the address of the endpoint is set on the flow and does not stand in its JSON.',
  checkFlow(flow, report) {
    const found = property(flow.tree.top, 'data_channel_uri');
    if (!found) return;
    const message = say(
      'data_channel_uri does not belong in the JSON from version 3.0 on: the endpoint is set on the flow itself. Remove it.',
    );
    report({ node: found.keyNode, message, facts: { property: found.key } });
  },
};

export const internalMeta: FlowRule = {
  id: 'internal-meta',
  codes: ['INVALID_FLOW_JSON'],
  severity: 'error',
  provenance: 'observed',
  about: 'meta does not stand at the top level: Meta keeps it for itself.',
  checkFlow(flow, report) {
    const found = property(flow.tree.top, 'meta');
    if (!found) return;
    const message = say('"meta" is kept for tools of Meta: a flow that has it is refused. Remove it.');
    report({ node: found.keyNode, message, facts: { property: found.key } });
  },
};
