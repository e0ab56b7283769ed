import type { Json } from '../../support';
import {
  clickOf,
  clicks,
  componentsOf,
  expect,
  first,
  ofType,
  screensOf,
  set,
  any,
  withPayload,
  type Operator,
} from './operator';

export const actionsOperators: Readonly<Record<string, Operator>> = {
  'a link to nowhere': first(
    (flow) => clicks(flow, 'navigate'),
    any,
    ({ value, path }) => {
      value['next'] = { type: 'screen', name: 'NOWHERE' };
      return expect('INVALID_NAVIGATE_ACTION_NEXT_SCREEN_NAME', `${path}.next.name`);
    },
  ),
  'a link to the own screen': (flow) => {
    for (const screen of screensOf(flow)) {
      const action = componentsOf(screen)
        .flatMap((place) => clickOf(place) ?? [])
        .find(({ value }) => value['name'] === 'navigate');
      if (!action) continue;
      action.value['next'] = { type: 'screen', name: screen.value['id'] };
      return expect('INVALID_NAVIGATE_ACTION_NEXT_SCREEN_NAME', `${action.path}.next.name`);
    }
    return undefined;
  },
  'navigate without next': first(
    (flow) => clicks(flow, 'navigate'),
    any,
    ({ value, path }) => {
      delete value['next'];
      return expect(
        'MISSING_REQUIRED_PROPERTY NOT_KEYWORD_SCHEMA_VALIDATION_FAILED INVALID_DEPENDENCIES',
        path,
      );
    },
  ),
  'a url on navigate': set(
    (flow) => clicks(flow, 'navigate'),
    any,
    'url',
    'https://example.com',
    'NOT_KEYWORD_SCHEMA_VALIDATION_FAILED INVALID_PROPERTY_KEY',
  ),
  'next on complete': set(
    (flow) => clicks(flow, 'complete'),
    any,
    'next',
    { type: 'screen', name: 'X' },
    'NOT_KEYWORD_SCHEMA_VALIDATION_FAILED INVALID_PROPERTY_KEY',
  ),
  'a payload that is a list': set(
    (flow) => [...clicks(flow, 'complete'), ...clicks(flow, 'navigate')],
    any,
    'payload',
    [],
    'INVALID_PROPERTY_TYPE',
  ),
  'a payload key too many': first(
    (flow) => clicks(flow, 'navigate'),
    withPayload,
    ({ value, path }) => {
      (value['payload'] as Json)['extra_key'] = 'x';
      return expect('INVALID_NAVIGATE_ACTION_PAYLOAD', `${path}.payload.extra_key`, `${path}.payload`);
    },
  ),
  'a payload key too few': first(
    (flow) => clicks(flow, 'navigate'),
    (place) => withPayload(place) && Object.keys(place.value['payload'] as Json).length > 0,
    ({ value, path }) => {
      const payload = value['payload'] as Json;
      Reflect.deleteProperty(payload, Object.keys(payload)[0]!);
      return expect('INVALID_NAVIGATE_ACTION_PAYLOAD', `${path}.payload`);
    },
  ),
  'an input in a payload that does not exist': first(
    (flow) => [...clicks(flow, 'complete'), ...clicks(flow, 'data_exchange')],
    any,
    ({ value, path }) => {
      value['payload'] = { ...((value['payload'] ?? {}) as Json), ghost: '${form.nobody_here}' };
      return expect('INVALID_ON_CLICK_ACTION_PAYLOAD', `${path}.payload.ghost`);
    },
  ),
  'data in a payload that is not declared': first(
    (flow) => [...clicks(flow, 'complete'), ...clicks(flow, 'data_exchange')],
    any,
    ({ value, path }) => {
      value['payload'] = { ...((value['payload'] ?? {}) as Json), ghost: '${data.nobody_here}' };
      return expect('INVALID_ON_CLICK_ACTION_PAYLOAD', `${path}.payload.ghost`);
    },
  ),
  'complete on a screen that is not terminal': (flow) => {
    const screen = screensOf(flow).find(({ value }) => value['terminal'] !== true);
    const action = screen && componentsOf(screen).filter(ofType('Footer')).map(clickOf)[0];
    if (!action) return undefined;
    for (const key of ['next', 'payload']) Reflect.deleteProperty(action.value, key);
    action.value['name'] = 'complete';
    return expect('INVALID_COMPLETE_ACTION', action.path, `${action.path}.name`);
  },
  'data_exchange without an endpoint': (flow) => {
    if (flow['data_api_version'] !== undefined) return undefined;
    const action = clicks(flow, 'complete')[0];
    if (!action) return undefined;
    action.value['name'] = 'data_exchange';
    return expect('MISSING_REQUIRED_PROPERTY', action.path, '');
  },
};
