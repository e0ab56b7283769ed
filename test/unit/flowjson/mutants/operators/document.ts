import { expect, set, top, any, type Operator } from './operator';

export const documentOperators: Readonly<Record<string, Operator>> = {
  'no version': (flow) => {
    Reflect.deleteProperty(flow, 'version');
    return expect('MISSING_FLOW_JSON_VERSION', '');
  },
  'a version that does not exist': set(top, any, 'version', '12.5', 'INVALID_FLOW_JSON_VERSION'),
  'a version as a number': set(top, any, 'version', 7.3, 'UNSUPPORTED_FLOW_JSON_VERSION'),
  'a route to nowhere': (flow) => {
    const from = Object.keys(flow.routing_model ?? {})[0];
    if (from === undefined) return undefined;
    const targets = flow.routing_model![from] as string[];
    targets.push('NOWHERE');
    return expect('INVALID_ROUTING_MODEL', `routing_model.${from}[${targets.length - 1}]`);
  },
  'a route for nobody': (flow) => {
    if (!flow.routing_model) return undefined;
    flow.routing_model['NOBODY'] = [];
    return expect('INVALID_ROUTING_MODEL', 'routing_model.NOBODY');
  },
  'an endpoint without routes': (flow) => {
    if (!flow.routing_model || flow['data_api_version'] === undefined) return undefined;
    Reflect.deleteProperty(flow, 'routing_model');
    return expect('MISSING_REQUIRED_PROPERTY', '', 'data_api_version');
  },
  'an endpoint version that does not exist': set(
    top,
    any,
    'data_api_version',
    '9.0',
    'INVALID_DATA_API_VERSION INVALID_ENUM_VALUE INVALID_PROPERTY_VALUE NO_SUPPORTED_DATA_API_VERSION',
  ),
};
