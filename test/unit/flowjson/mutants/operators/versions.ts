import type { Json } from '../../support';
import {
  components,
  expect,
  first,
  put,
  screensOf,
  set,
  shortOf,
  top,
  any,
  entries,
  type Operator,
} from './operator';

const options = [
  { id: 'one', title: 'One' },
  { id: 'two', title: 'Two' },
];
const choice = { type: 'RadioButtonsGroup', name: 'a_choice', label: 'A choice', 'data-source': options };
const updating = (payload: Json): Json => ({ name: 'update_data', payload });

/** An operator for flows before a version. */
const before =
  (version: string, operator: Operator): Operator =>
  (flow) =>
    shortOf(flow) < Number(version.replace('.', '0')) ? operator(flow) : undefined;

/** What came with newer versions, and what they allow no longer. */
export const versionsOperators: Readonly<Record<string, Operator>> = {
  'a component before its time': before(
    '6.1',
    put(
      '2.1',
      { type: 'CalendarPicker', name: 'days', label: 'Days' },
      'INVALID_TYPE_PROPERTY_VALUE',
      '.type',
    ),
  ),
  'an action before its time': before(
    '6.0',
    put(
      '4.0',
      { ...choice, 'on-select-action': updating({ x: 'y' }) },
      'INVALID_ENUM_VALUE',
      '.on-select-action.name',
    ),
  ),
  'a property before its time': before(
    '6.2',
    put(
      '4.0',
      { type: 'TextInput', name: 'a_text', label: 'A text', pattern: '.+', 'helper-text': 'x' },
      'INVALID_PROPERTY_KEY',
      '.pattern',
    ),
  ),
  'what Meta keeps for itself': set(top, any, 'meta', { lead_gen_ai: true }, 'INVALID_FLOW_JSON'),
  'the endpoint in the JSON': (flow) => {
    if (shortOf(flow) < 300) return undefined;
    flow['data_channel_uri'] = 'https://example.com';
    return expect('INVALID_PROPERTY_KEY', 'data_channel_uri');
  },
  'new data for nobody': put(
    '6.0',
    { ...choice, 'on-select-action': updating({ nobody_here: 'x' }) },
    'INVALID_UPDATE_DATA_ACTION_PAYLOAD',
    '.on-select-action.payload.nobody_here',
  ),
  'data set to itself': (flow) => {
    const entry = entries(flow)[0];
    const screen = entry && screensOf(flow).find(({ path }) => entry.path.startsWith(`${path}.`));
    if (!screen || shortOf(flow) < 600) return undefined;
    const key = entry.path.split('.').at(-1)!;
    const list = (screen.value['layout'] as Json)['children'] as Json[];
    list.push({ ...choice, 'on-select-action': updating({ [key]: `\${data.${key}}` }) });
    const action = `${screen.path}.layout.children[${list.length - 1}].on-select-action`;
    return expect('INVALID_UPDATE_DATA_ACTION_PAYLOAD', `${action}.payload.${key}`, action);
  },
  'new data of another type': (flow) => {
    const screen = screensOf(flow)[0]!;
    if (shortOf(flow) < 600) return undefined;
    screen.value['data'] = {
      ...((screen.value['data'] ?? {}) as Json),
      is_new: { type: 'boolean', __example__: true },
    };
    const list = (screen.value['layout'] as Json)['children'] as Json[];
    list.push({ ...choice, 'on-select-action': updating({ is_new: 'yes' }) });
    return expect(
      'INVALID_UPDATE_DATA_ACTION_PAYLOAD INVALID_ACTION_PAYLOAD_PROPERTY',
      `${screen.path}.layout.children[${list.length - 1}].on-select-action.payload.is_new`,
    );
  },
  'an action for the list and for its options': put(
    '6.0',
    {
      ...choice,
      'on-select-action': updating({ x: 'y' }),
      'data-source': [{ ...options[0], 'on-select-action': updating({ x: 'y' }) }, options[1]],
    },
    'DUPLICATE_PROPETY_FOR_CONDITION',
    '',
    '.on-select-action',
    '.data-source[0].on-select-action',
  ),
  'a link without an address': put(
    '6.0',
    { type: 'EmbeddedLink', text: 'More', 'on-click-action': { name: 'open_url' } },
    'MISSING_REQUIRED_PROPERTY',
    '.on-click-action',
  ),
  'a link to no address': put(
    '6.0',
    { type: 'EmbeddedLink', text: 'More', 'on-click-action': { name: 'open_url', url: 'example' } },
    'INVALID_PROPERTY_VALUE_FORMAT',
    '.on-click-action.url',
  ),
  'a payload for a link': put(
    '6.0',
    {
      type: 'EmbeddedLink',
      text: 'More',
      'on-click-action': { name: 'open_url', url: 'https://example.com', payload: {} },
    },
    'NOT_KEYWORD_SCHEMA_VALIDATION_FAILED INVALID_PROPERTY_KEY',
    '.on-click-action',
    '.on-click-action.payload',
  ),
  'a reference without a name': put(
    '4.0',
    { type: 'TextBody', text: '${form.}' },
    'INVALID_SCREEN_DYNAMIC_DATA PATTERN_MISMATCH',
    '.text',
  ),
  'an entry that is a text': first(screensOf, any, ({ value, path }) => {
    value['data'] = { ...((value['data'] ?? {}) as Json), wrong: 'x' };
    return expect('INVALID_PROPERTY_TYPE INVALID_SCREEN_DATA', `${path}.data.wrong`);
  }),
  'an entry of a type that does not exist': set(entries, any, 'type', 'text', 'INVALID_SCREEN_DATA'),
  'an entry without an example': first(entries, any, ({ value, path }) => {
    Reflect.deleteProperty(value, '__example__');
    return expect('MISSING_REQUIRED_PROPERTY INVALID_SCREEN_DATA', path);
  }),
  'a text from a flag of another screen': (flow) => {
    const [one, other] = screensOf(flow);
    if (!one || !other || shortOf(flow) < 400) return undefined;
    other.value['data'] = {
      ...((other.value['data'] ?? {}) as Json),
      a_flag: { type: 'boolean', __example__: true },
    };
    const text = components(flow).find(
      ({ path, value }) => path.startsWith(one.path) && value['type'] === 'TextBody',
    );
    if (!text) return undefined;
    text.value['text'] = `\${screen.${String(other.value['id'])}.data.a_flag}`;
    return expect('INVALID_SCREEN_DYNAMIC_DATA', `${text.path}.text`);
  },
  'an expression over a flag of another screen': (flow) => {
    const [one, other] = screensOf(flow);
    if (!one || !other || shortOf(flow) < 600) return undefined;
    other.value['data'] = {
      ...((other.value['data'] ?? {}) as Json),
      a_flag: { type: 'boolean', __example__: true },
    };
    const text = components(flow).find(
      ({ path, value }) => path.startsWith(one.path) && value['type'] === 'TextBody',
    );
    if (!text) return undefined;
    text.value['text'] = `\`\${screen.${String(other.value['id'])}.data.a_flag} > 5\``;
    return expect('INVALID_PROPERTY_VALUE', `${text.path}.text`);
  },
  'a condition over a text of another screen': (flow) => {
    const [one, other] = screensOf(flow);
    if (!one || !other || shortOf(flow) < 400) return undefined;
    other.value['data'] = {
      ...((other.value['data'] ?? {}) as Json),
      a_word: { type: 'string', __example__: 'x' },
    };
    const list = (one.value['layout'] as Json)['children'] as Json[];
    if (list.some(({ type }) => type === 'NavigationList' || type === 'RichText')) return undefined;
    list.push({
      type: 'If',
      condition: `\${screen.${String(other.value['id'])}.data.a_word} > 5`,
      then: [{ type: 'TextBody', text: 'x' }],
    });
    return expect('INVALID_PROPERTY_VALUE', `${one.path}.layout.children[${list.length - 1}].condition`);
  },
};
