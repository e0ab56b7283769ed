import type { Json } from '../../support';
import { components, expect, first, ofType, put, shortOf, type Operator } from './operator';

const day = { type: 'DatePicker', name: 'a_day', label: 'A day' };
const calendar = { type: 'CalendarPicker', name: 'days', label: 'Days' };
const ends = { 'start-date': 'From', 'end-date': 'To' };
const range = { ...calendar, mode: 'range', label: ends };
const text = { type: 'TextInput', name: 'a_text', label: 'A text' };
const image =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const options = [
  { id: 'one', title: 'One' },
  { id: 'two', title: 'Two' },
];
const radio = { type: 'RadioButtonsGroup', name: 'a_choice', label: 'A choice', 'data-source': options };

/** A mistake in every NavigationList of a flow that has one. */
function inNavigationList(
  change: (list: Json, items: Json[]) => void,
  codes: string,
  ...at: string[]
): Operator {
  return first(
    components,
    (place) => ofType('NavigationList')(place) && Array.isArray(place.value['list-items']),
    ({ value, path }) => {
      change(value, value['list-items'] as Json[]);
      return expect(codes, ...at.map((place) => path + place));
    },
  );
}

/** What only the pages on the components document. */
export const componentsOperators: Readonly<Record<string, Operator>> = {
  'a day that does not exist': put(
    '5.0',
    { ...day, 'min-date': '2025-02-30' },
    'INVALID_PROPERTY_VALUE_FORMAT',
    '.min-date',
  ),
  'the last day before the first one': put(
    '5.0',
    { ...day, 'min-date': '2026-02-01', 'max-date': '2026-01-01' },
    'INVALID_DATE_RANGE',
    '',
    '.min-date',
    '.max-date',
  ),
  'an unavailable day out of range': put(
    '5.0',
    { ...day, 'max-date': '2026-01-01', 'unavailable-dates': ['2026-06-01'] },
    'INVALID_DATE_RANGE',
    '.unavailable-dates[0]',
  ),
  'one label for a range of days': put('6.1', { ...range, label: 'Days' }, 'INVALID_TYPE', '.label'),
  'two labels for one day': put('6.1', { ...calendar, label: ends }, 'INVALID_TYPE', '.label'),
  'a range without a label for its end': put(
    '6.1',
    { ...range, label: { 'start-date': 'From' } },
    'MISSING_CALENDAR_PICKER_RANGE_MODE_PROP',
    '.label',
  ),
  'a range with a label for its middle': put(
    '6.1',
    { ...range, label: { ...ends, middle: 'In between' } },
    'UNEXPECTED_CALENDAR_PICKER_RANGE_MODE_PROP',
    '.label',
    '.label.middle',
  ),
  'a title for one day': put(
    '6.1',
    { ...calendar, title: 'Days' },
    'INVALID_PROPERTY_NAME_FOR_CONDITION',
    '',
    '.title',
  ),
  'more days at least than at most': put(
    '6.1',
    { ...range, 'min-days': 5, 'max-days': 2 },
    'INVALID_MIN_MAX_DAYS',
    '',
    '.min-days',
  ),
  'a weekday that does not exist': put(
    '6.1',
    { ...calendar, 'include-days': ['Mon', 'Monday'] },
    'INVALID_ENUM_VALUE',
    '.include-days[1]',
  ),
  'images and colours in one list': put(
    '5.0',
    {
      ...radio,
      'data-source': [
        { ...options[0], image },
        { ...options[1], color: '#112233' },
      ],
    },
    'DATA_SOURCE_ITEMS_HAVE_BOTH_IMAGE_AND_COLOR',
    '.data-source',
  ),
  'a colour by its name': put(
    '5.0',
    {
      ...radio,
      'data-source': [
        { ...options[0], color: 'red' },
        { ...options[1], color: '#112233' },
      ],
    },
    'PATTERN_MISMATCH',
    '.data-source[0].color',
  ),
  'a pattern for an address': put(
    '6.2',
    { ...text, 'input-type': 'email', pattern: '.+', 'helper-text': 'An address' },
    'INVALID_DEPENDENCIES',
    '',
    '.pattern',
    '.input-type',
  ),
  'a pattern that is none': put(
    '6.2',
    { ...text, pattern: '(', 'helper-text': 'Text' },
    'INVALID_PROPERTY_VALUE_FORMAT',
    '.pattern',
  ),
  'a pattern that nobody explains': put('6.2', { ...text, pattern: '.+' }, 'MISSING_REQUIRED_PROPERTY', ''),
  'a name that is a reference': put('6.0', { ...text, name: '${data.x}' }, 'PATTERN_MISMATCH', '.name'),
  'four images in a carousel': put(
    '7.1',
    { type: 'ImageCarousel', images: Array.from({ length: 4 }, () => ({ src: image, 'alt-text': 'A cup' })) },
    'MAX_ITEMS_REQUIRED',
    '.images',
  ),
  'no image in a carousel': put(
    '7.1',
    { type: 'ImageCarousel', images: [] },
    'MIN_ITEMS_REQUIRED',
    '.images',
  ),
  'more chips at least than at most': put(
    '6.3',
    {
      type: 'ChipsSelector',
      name: 'chips',
      label: 'Chips',
      'data-source': options,
      'min-selected-items': 2,
      'max-selected-items': 1,
    },
    'MIN_VALUE_GREATER_THAN_MAX',
    '',
    '.min-selected-items',
  ),
  'a kind of file that does not exist': put(
    '4.0',
    {
      type: 'DocumentPicker',
      name: 'files',
      label: 'Files',
      'allowed-mime-types': ['application/word'],
      'max-uploaded-documents': 1,
    },
    'INVALID_ENUM_VALUE',
    '.allowed-mime-types[0]',
  ),
  'a file size as a text': put(
    '4.0',
    { type: 'PhotoPicker', name: 'files', label: 'Files', 'max-file-size-kb': '80' },
    'INVALID_PROPERTY_TYPE PATTERN_MISMATCH',
    '.max-file-size-kb',
  ),
  'more files at least than at most': put(
    '4.0',
    {
      type: 'PhotoPicker',
      name: 'files',
      label: 'Files',
      'min-uploaded-photos': 5,
      'max-uploaded-photos': 2,
    },
    'MIN_VALUE_GREATER_THAN_MAX',
    '',
    '.min-uploaded-photos',
  ),
  'a RichText inside a Form': (flow) => {
    const form = components(flow).find(ofType('Form'));
    if (!form || shortOf(flow) < 501) return undefined;
    const list = form.value['children'] as Json[];
    list.push({ type: 'RichText', text: ['# Terms'] });
    return expect('INVALID_TYPE_PROPERTY_VALUE', `${form.path}.children[${list.length - 1}].type`);
  },
  'an expression in a RichText': first(components, ofType('RichText'), ({ value, path }) => {
    value['text'] = "`'# Terms'`";
    return expect('INVALID_TEXT_DYNAMIC_DATA', `${path}.text`);
  }),
  'an init-value inside a Form': (flow) => {
    const form = components(flow).find(ofType('Form'));
    if (!form || shortOf(flow) < 400) return undefined;
    const list = form.value['children'] as Json[];
    list.push({ ...text, 'init-value': 'x' });
    return expect('INVALID_PROPERTY_KEY', `${form.path}.children[${list.length - 1}].init-value`);
  },
  'one id as the first choice of several': (flow) => {
    const form = components(flow).find(ofType('Form'));
    if (!form || shortOf(flow) < 700) return undefined;
    const list = form.value['children'] as Json[];
    list.push({ ...radio, type: 'CheckboxGroup' });
    const values = form.value['init-values'];
    form.value['init-values'] = { ...(typeof values === 'object' ? values : {}), a_choice: 'one' };
    return expect('INVALID_PROPERTY_VALUE', `${form.path}.init-values.a_choice`);
  },
  'a case that begins with a digit': put(
    '4.0',
    { type: 'Switch', value: '${data.x}', cases: { '1st': [{ type: 'TextBody', text: 'x' }] } },
    'PROPERTY_NAME_MISMATCH',
    '.cases.1st',
  ),
  'a Switch without cases': put(
    '4.0',
    { type: 'Switch', value: '${data.x}', cases: {} },
    'INVALID_PROPERTY_VALUE EMPTY_SWITCH_CASES MIN_ITEMS_REQUIRED',
    '.cases',
  ),
  'four Ifs, one in the other': put(
    '4.0',
    [1, 2, 3, 4].reduce<Json>((inner) => ({ type: 'If', condition: '${data.x}', then: [inner] }), {
      type: 'TextBody',
      text: 'x',
    }),
    'MAXIMUM_IF_NESTING',
    '',
    '.then[0].then[0].then[0]',
  ),
  'actions of a list and of its rows': inNavigationList(
    (list, items) => {
      const action = { name: 'navigate', next: { type: 'screen', name: 'NOWHERE' }, payload: {} };
      list['on-click-action'] ??= action;
      items[0]!['on-click-action'] ??= action;
    },
    'DUPLICATE_PROPETY_FOR_CONDITION',
    '',
    '.on-click-action',
    '.list-items[0].on-click-action',
  ),
  'a list that leads nowhere': inNavigationList(
    (list, items) => {
      for (const place of [list, ...items]) Reflect.deleteProperty(place, 'on-click-action');
    },
    'INVALID_PROPERTY_VALUE_FOR_CONDITION MISSING_REQUIRED_PROPERTY',
    '',
  ),
  'an end beside large media': inNavigationList(
    (list, items) => {
      list['media-size'] = 'large';
      for (const item of items) item['end'] = { title: '5 km' };
    },
    'INVALID_PROPERTY_VALUE_FOR_CONDITION',
    '.media-size',
    '.list-items[0].end',
  ),
  'a text beside a list of rows': (flow) => {
    const list = components(flow).find(ofType('NavigationList'));
    if (!list) return undefined;
    const index = Number(/^screens\[(\d+)\]/.exec(list.path)![1]);
    flow.screens[index]!.layout.children.push({ type: 'TextBody', text: 'x' });
    return expect(
      'INVALID_COMPONENT_PLACEMENT',
      list.path,
      `screens[${index}]`,
      `screens[${index}].layout.children[${flow.screens[index]!.layout.children.length - 1}]`,
      `screens[${index}].layout.children[${flow.screens[index]!.layout.children.length - 1}].type`,
    );
  },
  'a list of rows at the end': (flow) => {
    const list = components(flow).find(ofType('NavigationList'));
    if (!list) return undefined;
    const index = Number(/^screens\[(\d+)\]/.exec(list.path)![1]);
    flow.screens[index]!['terminal'] = true;
    return expect('INVALID_PROPERTY_KEY', `screens[${index}].terminal`, `screens[${index}]`, list.path);
  },
};
