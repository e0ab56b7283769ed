import type { Json } from '../../support';
import {
  components,
  componentsOf,
  expect,
  first,
  ofType,
  screensOf,
  set,
  shortOf,
  texts,
  type Operator,
} from './operator';

export const referencesOperators: Readonly<Record<string, Operator>> = {
  'a text from data that is not declared': set(
    components,
    ofType(...texts),
    'text',
    '${data.nobody_here}',
    'INVALID_SCREEN_DYNAMIC_DATA',
  ),
  'a text from an input that does not exist': set(
    components,
    ofType(...texts),
    'text',
    '${form.nobody_here}',
    'INVALID_SCREEN_DYNAMIC_DATA',
  ),
  'a text from a screen that does not exist': set(
    components,
    ofType(...texts),
    'text',
    '${screen.NOWHERE.data.x}',
    'INVALID_SCREEN_DYNAMIC_DATA INVALID_SCREEN_DATA',
  ),
  'a global reference to the own screen': (flow) => {
    const screen = screensOf(flow).find((place) => componentsOf(place).some(ofType(...texts)));
    const text = screen && componentsOf(screen).find(ofType(...texts));
    if (!text) return undefined;
    text.value['text'] = `\${screen.${String(screen.value['id'])}.data.x}`;
    return expect('INVALID_SCREEN_DYNAMIC_DATA INVALID_SCREEN_DATA', `${text.path}.text`);
  },
  'a list of numbers where a text belongs': (flow) => {
    const screen = screensOf(flow).find((place) => componentsOf(place).some(ofType(...texts)));
    const text = screen && componentsOf(screen).find(ofType(...texts));
    if (!text) return undefined;
    screen.value['data'] = {
      ...((screen.value['data'] ?? {}) as Json),
      a_list: { type: 'array', items: { type: 'number' }, __example__: [] },
    };
    text.value['text'] = '${data.a_list}';
    return expect('INVALID_SCREEN_DYNAMIC_DATA', `${text.path}.text`);
  },
  'a text where true or false belongs': (flow) => {
    const screen = screensOf(flow).find((place) => componentsOf(place).some(ofType(...texts)));
    const text = screen && componentsOf(screen).find(ofType(...texts));
    if (!text) return undefined;
    screen.value['data'] = {
      ...((screen.value['data'] ?? {}) as Json),
      a_text: { type: 'string', __example__: 'x' },
    };
    text.value['visible'] = '${data.a_text}';
    return expect('INVALID_SCREEN_DYNAMIC_DATA', `${text.path}.visible`);
  },
  'an expression that ends too early': first(
    components,
    (place, flow) => ofType(...texts)(place) && shortOf(flow) >= 600,
    ({ value, path }) => {
      value['text'] = "`'a' + `";
      return expect('INVALID_PROPERTY_VALUE INVALID_SCREEN_DYNAMIC_DATA', `${path}.text`);
    },
  ),
  'a word without quotes in an expression': first(
    components,
    (place, flow) => ofType(...texts)(place) && shortOf(flow) >= 600,
    ({ value, path }) => {
      value['text'] = '`Hello`';
      return expect('INVALID_PROPERTY_VALUE INVALID_SCREEN_DYNAMIC_DATA', `${path}.text`);
    },
  ),
};
