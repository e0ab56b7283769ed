import type { Json } from '../../support';
import {
  componentsOf,
  expect,
  first,
  inputs,
  ofType,
  screensOf,
  set,
  shortOf,
  any,
  type Operator,
} from './operator';

export const screensOperators: Readonly<Record<string, Operator>> = {
  'a digit in a screen id': set(screensOf, any, 'id', 'SCREEN_1', 'PATTERN_MISMATCH'),
  'a reserved screen id': set(screensOf, any, 'id', 'SUCCESS', 'SCREEN_ID_IS_RESERVED_KEYWORD'),
  'two screens of one id': (flow) => {
    flow.screens.push(structuredClone(flow.screens[0]!));
    return expect('DUPLICATE_SCREEN_IDS', `screens[${flow.screens.length - 1}].id`);
  },
  'no terminal screen': (flow) => {
    for (const screen of flow.screens) {
      Reflect.deleteProperty(screen, 'terminal');
      Reflect.deleteProperty(screen, 'success');
    }
    return expect('MISSING_TERMINAL_SCREEN', 'screens');
  },
  'success without terminal': first(
    screensOf,
    ({ value }) => value['terminal'] !== true,
    ({ value, path }) => {
      value['success'] = true;
      return expect('NOT_KEYWORD_SCHEMA_VALIDATION_FAILED', path, `${path}.success`);
    },
  ),
  'refresh_on_back without an endpoint': set(
    screensOf,
    (_, flow) => flow['data_api_version'] === undefined,
    'refresh_on_back',
    true,
    'INVALID_PROPERTY_VALUE',
  ),
  'sensitive names nothing': first(
    screensOf,
    (_, flow) => shortOf(flow) >= 501,
    ({ value, path }) => {
      value['sensitive'] = ['nobody_here'];
      return expect('INVALID_SENSITIVE_FIELD', `${path}.sensitive[0]`, `${path}.sensitive`);
    },
  ),
  'a second Footer': (flow) => {
    const screen = screensOf(flow).find((place) =>
      ((place.value['layout'] as Json)['children'] as Json[]).some((child) => child['type'] === 'Footer'),
    );
    if (!screen) return undefined;
    const list = (screen.value['layout'] as Json)['children'] as Json[];
    list.push(structuredClone(list.find((child) => child['type'] === 'Footer')!));
    return expect(
      'COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN MAX_FOOTER_PER_SCREEN MORE_THAN_ONE_FOOTER',
      screen.path,
      `${screen.path}.layout.children[${list.length - 1}]`,
    );
  },
  'two inputs of one name': (flow) => {
    for (const screen of screensOf(flow)) {
      const named = componentsOf(screen).filter(ofType(...inputs, 'OptIn'));
      if (named.length < 2) continue;
      named[1]!.value['name'] = named[0]!.value['name'];
      return expect('DUPLICATE_FORM_COMPONENT_NAMES', `${named[1]!.path}.name`);
    }
    return undefined;
  },
};
