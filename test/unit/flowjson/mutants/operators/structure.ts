import type { Json } from '../../support';
import {
  clickOf,
  components,
  drop,
  expect,
  first,
  inputs,
  ofType,
  screensOf,
  set,
  shortOf,
  texts,
  any,
  type Operator,
} from './operator';

export const structureOperators: Readonly<Record<string, Operator>> = {
  'an unknown property of the flow': (flow) => {
    flow['nmae'] = 'x';
    return expect('INVALID_PROPERTY_KEY', 'nmae');
  },
  'an unknown property of a screen': set(screensOf, any, 'tittle', 'x', 'INVALID_PROPERTY_KEY'),
  'an unknown property of a text': set(components, ofType(...texts), 'colour', 'x', 'INVALID_PROPERTY_KEY'),
  'an unknown property of an input': set(
    components,
    ofType(...inputs),
    'placeholder',
    'x',
    'INVALID_PROPERTY_KEY',
  ),
  'an unknown property of a Footer': set(
    components,
    ofType('Footer'),
    'visible',
    true,
    'INVALID_PROPERTY_KEY',
  ),
  'an unknown property of an action': (flow) => {
    const action = components(flow)
      .map(clickOf)
      .find((place) => place !== undefined);
    if (!action) return undefined;
    action.value['screen'] = 'X';
    return expect('INVALID_PROPERTY_KEY', `${action.path}.screen`);
  },
  'a type that does not exist': set(
    components,
    any,
    'type',
    'Textt',
    'INVALID_TYPE_PROPERTY_VALUE INVALID_PROPERTY_VALUE',
  ),
  'a component without type': drop(components, ofType(...texts, 'Footer'), 'type'),
  'a text without text': drop(components, ofType(...texts), 'text'),
  'an input without label': drop(components, ofType(...inputs), 'label'),
  'an input without name': drop(components, ofType(...inputs), 'name'),
  'a Footer without action': drop(components, ofType('Footer'), 'on-click-action'),
  'a screen without title': drop(screensOf, any, 'title'),
  'a screen without layout': drop((flow) => (shortOf(flow) >= 600 ? screensOf(flow) : []), any, 'layout'),
  'a screen without id': drop(screensOf, any, 'id'),
  'a list without options': drop(
    components,
    ofType('Dropdown', 'RadioButtonsGroup', 'CheckboxGroup', 'ChipsSelector'),
    'data-source',
  ),
  'an option without title': (flow) => {
    const list = components(flow).find(({ value }) => Array.isArray(value['data-source']));
    if (!list) return undefined;
    delete (list.value['data-source'] as Json[])[0]!['title'];
    return expect('MISSING_REQUIRED_PROPERTY', `${list.path}.data-source[0]`);
  },
  'visible as a word': set(
    components,
    ofType(...texts, ...inputs),
    'visible',
    'yes',
    'INVALID_PROPERTY_TYPE PATTERN_MISMATCH',
  ),
  'required as a number': set(components, ofType(...inputs), 'required', 1, 'INVALID_PROPERTY_TYPE'),
  'a text as a number': set(components, ofType(...texts), 'text', 5, 'INVALID_PROPERTY_TYPE'),
  'a label as a list': set(components, ofType(...inputs), 'label', [], 'INVALID_PROPERTY_TYPE'),
  'screens as an object': (flow) => {
    (flow as Json)['screens'] = {};
    return expect('INVALID_PROPERTY_TYPE', 'screens');
  },
  'terminal as a word': set(
    screensOf,
    ({ value }) => value['terminal'] === true,
    'terminal',
    'true',
    'INVALID_PROPERTY_TYPE',
  ),
  'a font weight that does not exist': set(
    components,
    ofType('TextBody', 'TextCaption'),
    'font-weight',
    'heavy',
    'INVALID_ENUM_VALUE',
  ),
  'an input type that does not exist': set(
    components,
    ofType('TextInput'),
    'input-type',
    'mail',
    'INVALID_ENUM_VALUE',
  ),
  'an action that does not exist': first(
    (flow) => components(flow).flatMap((place) => clickOf(place) ?? []),
    any,
    (place) => {
      place.value['name'] = 'open';
      return expect('INVALID_ENUM_VALUE', `${place.path}.name`);
    },
  ),
  'a blank text': set(components, ofType(...texts), 'text', ' ', 'PATTERN_MISMATCH'),
  'an empty label': set(
    components,
    ofType('TextInput', 'TextArea'),
    'label',
    '',
    'MIN_CHARS_REQUIRED PATTERN_MISMATCH',
  ),
  'only one caption': first(
    components,
    (place) => ofType('Footer')(place) && !Object.keys(place.value).some((key) => key.endsWith('caption')),
    ({ value, path }) => {
      value['left-caption'] = 'x';
      return expect('INVALID_DEPENDENCIES', path);
    },
  ),
  'least characters above most': first(components, ofType('TextInput'), ({ value, path }) => {
    Object.assign(value, { 'min-chars': 10, 'max-chars': 2 });
    return expect('MIN_VALUE_GREATER_THAN_MAX', path, `${path}.min-chars`);
  }),
  'a picker with forty files': set(
    components,
    ofType('PhotoPicker'),
    'max-uploaded-photos',
    40,
    'MAXIMUM_VALUE_REQUIRED',
  ),
};
