import { describe, expect, it } from 'vitest';
import { diagnose, parseFlow } from '../../../../../src/flowjson/analyse';
import { versions, type Version } from '../../../../../src/flowjson/catalogue';
import { structureRules } from '../../../../../src/flowjson/rules/structure';
import { flowText, footer, lastScreen, navigate, oneScreen, sentences, type Json } from '../../support';

const ids = new Set(structureRules.map(({ id }) => id));

/** What the rules of this family find, as `rule CODE path`; the path is cut down to what follows the first component. */
function structure(text: string): string[] {
  return diagnose(parseFlow(text))
    .filter(({ rule }) => ids.has(rule))
    .map(({ rule, code, path }) => `${rule} ${code} ${path.replace('screens[0].layout.children[0]', 'C')}`);
}

const about = (component: Json, version = '7.3'): string[] =>
  structure(oneScreen([component], {}, { version }));
const onScreen = (more: Json, version = '7.3'): string[] => structure(oneScreen([], more, { version }));
const atTop = (more: Json, version = '7.3'): string[] => structure(oneScreen([], {}, { version, ...more }));
const facts = (text: string): Json[] =>
  diagnose(parseFlow(text))
    .filter(({ rule }) => ids.has(rule))
    .map((diagnosis) => diagnosis.facts);

const input = (more: Json = {}): Json => ({ type: 'TextInput', name: 'a', label: 'A', ...more });
const body = (more: Json = {}): Json => ({ type: 'TextBody', text: 'Hello', ...more });
const link = (action: Json): Json => ({ type: 'EmbeddedLink', text: 'More', 'on-click-action': action });
const radios = (options: unknown, more: Json = {}): Json => ({
  type: 'RadioButtonsGroup',
  name: 'r',
  label: 'R',
  'data-source': options,
  ...more,
});
const options = (more: Json = {}): Json[] => [{ id: '1', title: 'One', ...more }];
const photos = (more: Json = {}): Json => ({ type: 'PhotoPicker', name: 'p', label: 'P', ...more });
const form = (children: readonly Json[], more: Json = {}): Json => ({
  type: 'Form',
  name: 'f',
  children,
  ...more,
});
const branch = (then: unknown, more: Json = {}): Json => ({
  type: 'If',
  condition: '${data.x}',
  then,
  ...more,
});
const cases = (value: unknown, more: Json): Json => ({ type: 'Switch', value, cases: more });

describe('properties', () => {
  it('may be all that are defined', () =>
    expect(about(input({ required: true, 'helper-text': 'h', visible: '${data.x}' }))).toEqual([]));

  it.each([
    ['at the top', atTop({ $schema: 'x' }), 'unknown-property INVALID_PROPERTY_KEY $schema'],
    ['of a screen', onScreen({ titel: 'x' }), 'unknown-property INVALID_PROPERTY_KEY screens[0].titel'],
    ['of a component', about(input({ hint: 'x' })), 'unknown-property INVALID_PROPERTY_KEY C.hint'],
    [
      'of an option',
      about(radios(options({ text: 'x' }))),
      'unknown-property INVALID_PROPERTY_KEY C.data-source[0].text',
    ],
    [
      'of an action',
      about(link({ ...navigate('LAST'), to: 'x' })),
      'unknown-property INVALID_PROPERTY_KEY C.on-click-action.to',
    ],
    [
      'of a later version',
      about(input({ 'label-variant': 'large' }), '6.3'),
      'property-needs-version INVALID_PROPERTY_KEY C.label-variant',
    ],
    [
      'of inputs outside a Form',
      about(form([input({ 'init-value': 'x' })])),
      'property-inside-form INVALID_PROPERTY_KEY C.children[0].init-value',
    ],
    [
      'of inputs in a branch inside a Form',
      about(form([branch([input({ 'error-message': 'x' })])])),
      'property-inside-form INVALID_PROPERTY_KEY C.children[0].then[0].error-message',
    ],
    [
      'missing in a component',
      about({ type: 'TextInput', name: 'a' }),
      'missing-property MISSING_REQUIRED_PROPERTY C',
    ],
    ['missing: the type', about({ text: 'x' }), 'missing-property MISSING_REQUIRED_TYPE_PROPERTY C'],
    [
      'missing on a screen',
      onScreen({ title: undefined }),
      'missing-property MISSING_REQUIRED_PROPERTY screens[0]',
    ],
    [
      'missing in an action',
      about(link({ name: 'navigate' })),
      'missing-property MISSING_REQUIRED_PROPERTY C.on-click-action',
    ],
    [
      'missing in a select action',
      about(radios(options(), { 'on-select-action': { name: 'data_exchange' } })),
      'missing-property MISSING_REQUIRED_PROPERTY C.on-select-action',
    ],
    [
      'missing beside a pattern',
      about(input({ pattern: '[a-z]+' })),
      'missing-property MISSING_REQUIRED_PROPERTY C',
    ],
  ])('%s', (_, found, expected) => expect(found).toEqual([expected]));

  it('of inputs stand on inputs outside a Form', () =>
    expect(about(input({ 'init-value': 'x', 'error-message': 'y' }))).toEqual([]));

  it('says what was probably meant, if that is still free', () => {
    expect(facts(oneScreen([input({ labell: 'x', 'helper-txt': 'y' })]))).toEqual([
      { property: 'labell', owner: 'TextInput' },
      { property: 'helper-txt', owner: 'TextInput', suggestion: 'helper-text' },
    ]);
  });

  it('needs screens', () =>
    expect(structure('{ "version": "7.3" }')).toEqual(['missing-property MISSING_REQUIRED_PROPERTY ']));

  it('of a data model are free', () =>
    expect(onScreen({ data: { x: { type: 'string', __example__: '', format: 'y' }, 'a b': 1 } })).toEqual(
      [],
    ));

  it('of a screen include the layout, which is refused from 6.0 on only', () => {
    const without = (version: string): string[] =>
      diagnose(parseFlow(oneScreen([], { layout: undefined }, { version })))
        .filter(({ rule }) => ids.has(rule))
        .map(({ severity, code }) => `${severity} ${code}`);
    expect(without('5.1')).toEqual(['warning MISSING_REQUIRED_PROPERTY']);
    expect(without('6.0')).toEqual(['error MISSING_REQUIRED_PROPERTY']);
  });
});

describe('types of values', () => {
  it.each([
    ['a word for true', about(input({ enabled: 'yes' })), 'wrong-type INVALID_PROPERTY_TYPE C.enabled'],
    ['a number for a text', about(input({ label: 5 })), 'wrong-type INVALID_PROPERTY_TYPE C.label'],
    ['null', about(input({ visible: null })), 'wrong-type INVALID_PROPERTY_TYPE C.visible'],
    ['a layout in quotes', onScreen({ layout: 'x' }), 'wrong-type INVALID_PROPERTY_VALUE screens[0].layout'],
    ['a list for a data model', onScreen({ data: [] }), 'wrong-type INVALID_PROPERTY_TYPE screens[0].data'],
    ['a text for a list', about(radios('One, two')), 'wrong-type INVALID_PROPERTY_TYPE C.data-source'],
    ['a text for an option', about(radios(['One'])), 'wrong-type INVALID_PROPERTY_TYPE C.data-source[0]'],
    [
      'a text for an action',
      about(link('navigate' as never)),
      'wrong-type INVALID_PROPERTY_TYPE C.on-click-action',
    ],
    ['a name that is no text', about(input({ name: 1 })), 'wrong-type INVALID_PROPERTY_TYPE C.name'],
    ['a type that is no text', about({ type: 1 }), 'wrong-type INVALID_PROPERTY_TYPE C.type'],
    ['a text for a component', about('x' as never), 'wrong-type INVALID_PROPERTY_TYPE C'],
    ['a text for a child', about(form(['x' as never])), 'wrong-type INVALID_PROPERTY_TYPE C.children[0]'],
    [
      'a binding where none may be',
      about(body({ markdown: '${data.x}' })),
      'wrong-type INVALID_PROPERTY_TYPE C.markdown',
    ],
    [
      'a decimal',
      about(photos({ 'max-uploaded-photos': 1.5 })),
      'wrong-type INVALID_PROPERTY_TYPE C.max-uploaded-photos',
    ],
    ['none of several types', about(body({ text: true })), 'wrong-type INVALID_PROPERTY_TYPE C.text'],
    [
      'a text for a screen',
      structure(flowText(['x' as never, lastScreen()])),
      'wrong-type INVALID_PROPERTY_TYPE screens[0]',
    ],
    [
      'an object for screens',
      structure('{ "version": "7.3", "screens": {} }'),
      'wrong-type INVALID_PROPERTY_TYPE screens',
    ],
    ['a number in quotes', about(input({ 'max-chars': '80' })), 'not-a-number PATTERN_MISMATCH C.max-chars'],
    [
      'a word for a number',
      about(input({ 'max-chars': 'Hundred' })),
      'not-a-number PATTERN_MISMATCH C.max-chars',
    ],
    [
      'a binding for a number where none may be',
      about(photos({ 'max-uploaded-photos': '${data.n}' })),
      'not-a-number INVALID_PROPERTY_TYPE C.max-uploaded-photos',
    ],
    ['a value for a binding', about(cases('x', { a: [] })), 'binding-needed PATTERN_MISMATCH C.value'],
    [
      'a number for a condition',
      about(branch([body()], { condition: 1 })),
      'wrong-type INVALID_PROPERTY_TYPE C.condition',
    ],
    [
      'true as a condition before 6.0',
      about(branch([body()], { condition: true }), '5.1'),
      'wrong-type INVALID_PROPERTY_TYPE C.condition',
    ],
    [
      'an expression for a boolean before 6.0',
      about(input({ enabled: '`${data.a} == 1`' }), '5.1'),
      'wrong-type INVALID_PROPERTY_TYPE C.enabled',
    ],
  ])('%s', (_, found, expected) => expect(found).toEqual([expected]));

  it.each<[string, Json]>([
    ['bindings', input({ enabled: '${data.a}', 'max-chars': '${data.n}', label: '${data.t}' })],
    ['expressions', input({ enabled: '`${data.n} > 1`' })],
    ['a bound list', radios('${data.list}')],
    ['several texts', body({ text: ['a', 'b'] })],
    ['a bound list of texts', body({ text: '${data.t}' })],
    ['true as a condition', branch([body()], { condition: true })],
    [
      'labels of both ends',
      { type: 'CalendarPicker', name: 'c', mode: 'range', label: { 'start-date': 'a', 'end-date': 'b' } },
    ],
    ['bound first values', form([input()], { 'init-values': '${data.values}' })],
    ['one error for each file', photos({ 'error-message': { '1': 'Too large' } })],
  ])('accepts %s', (_, component) => expect(about(component)).toEqual([]));

  it('says what was meant, as JSON', () =>
    expect(
      facts(oneScreen([input({ enabled: 'True', label: 5, 'max-chars': '80' })])).map(
        (all) => all['replacement'],
      ),
    ).toEqual(expect.arrayContaining(['true', '"5"', '80'])));
});

describe('a value of no possible type', () => {
  it('is told the types as JSON names them', () => {
    const said = (component: Json): string[] =>
      sentences(oneScreen([component])).filter((sentence) => sentence.includes('It may be'));
    expect(said(body({ text: 5 }))).toEqual(['"text" cannot be of this type. It may be: string, array.']);
    expect(said(photos({ 'error-message': 5 }))).toEqual([
      '"error-message" cannot be of this type. It may be: string, object.',
    ]);
  });
});

describe('words, texts, numbers and lists', () => {
  it.each([
    ['a word', about(input({ 'input-type': 'telephone' })), 'unknown-word INVALID_ENUM_VALUE C.input-type'],
    [
      'a bound word',
      about(radios(options(), { 'media-size': '${data.x}' })),
      'unknown-word INVALID_ENUM_VALUE C.media-size',
    ],
    [
      'the layout',
      onScreen({ layout: { type: 'Grid', children: [] } }),
      'unknown-word INVALID_ENUM_VALUE screens[0].layout.type',
    ],
    ['a blank text', about(body({ text: ' ' })), 'blank-text PATTERN_MISMATCH C.text'],
    ['a blank title', onScreen({ title: ' ' }, '5.0'), 'blank-text PATTERN_MISMATCH screens[0].title'],
    ['a blank name', about(input({ name: '' })), 'blank-text PATTERN_MISMATCH C.name'],
    ['a bound name', about(input({ name: '${data.x}' })), 'name-is-reference PATTERN_MISMATCH C.name'],
    ['a digit in an id', onScreen({ id: 'LAST_1' }), 'text-pattern PATTERN_MISMATCH screens[0].id'],
    ['a hyphen in an id', onScreen({ id: 'LAST-A' }, '5.1'), 'text-pattern PATTERN_MISMATCH screens[0].id'],
    ['an id of underscores', onScreen({ id: '__' }), 'text-pattern PATTERN_MISMATCH screens[0].id'],
    ['a comma in an id', onScreen({ id: 'A,B' }), 'text-pattern PATTERN_MISMATCH screens[0].id'],
    [
      'a colour',
      about(radios(options({ color: '#12345' }))),
      'text-pattern PATTERN_MISMATCH C.data-source[0].color',
    ],
    [
      'an address',
      about(link({ name: 'open_url', url: 'here' })),
      'value-format INVALID_PROPERTY_VALUE_FORMAT C.on-click-action.url',
    ],
    [
      'a pattern',
      about(input({ pattern: '[a-', 'helper-text': 'h' })),
      'value-format INVALID_PROPERTY_VALUE_FORMAT C.pattern',
    ],
    [
      'the old endpoint',
      atTop({ data_channel_uri: 'x' }, '2.1'),
      'value-format INVALID_PROPERTY_VALUE_FORMAT data_channel_uri',
    ],
    ['an empty id', onScreen({ id: '' }), 'too-few MIN_CHARS_REQUIRED screens[0].id'],
    ['an empty label', about(input({ label: '' })), 'too-few MIN_CHARS_REQUIRED C.label'],
    ['no screens', structure(flowText([])), 'too-few MIN_ITEMS_REQUIRED screens'],
    ['no options', about(radios([])), 'too-few MIN_ITEMS_REQUIRED C.data-source'],
    [
      'four pictures',
      about({
        type: 'ImageCarousel',
        images: Array.from({ length: 4 }, () => ({ src: 'iVBO', 'alt-text': 'a' })),
      }),
      'too-many MAX_ITEMS_REQUIRED C.images',
    ],
    [
      'too small a number',
      about(photos({ 'min-uploaded-photos': -1 })),
      'number-bounds MINIMUM_VALUE_REQUIRED C.min-uploaded-photos',
    ],
    [
      'too large a number',
      about(photos({ 'max-uploaded-photos': 40 })),
      'number-bounds MAXIMUM_VALUE_REQUIRED C.max-uploaded-photos',
    ],
    ['an empty branch', about(branch([])), 'empty-branch INVALID_PROPERTY_VALUE C.then'],
    ['no cases', about(cases('${data.x}', {})), 'empty-branch INVALID_PROPERTY_VALUE C.cases'],
    [
      'the name of a case',
      about(cases('${data.x}', { '1a': [] })),
      'key-pattern PROPERTY_NAME_MISMATCH C.cases.1a',
    ],
    [
      'a routed screen',
      atTop({ routing_model: { A1: [] } }),
      'key-pattern PROPERTY_NAME_MISMATCH routing_model.A1',
    ],
    ['a target', atTop({ routing_model: { A: ['B2'] } }), 'text-pattern PATTERN_MISMATCH routing_model.A[0]'],
  ])('%s', (_, found, expected) => expect(found).toEqual([expected]));

  it('may be blank in older versions', () => {
    expect(about(input({ 'helper-text': ' ' }), '5.1')).toEqual([]);
    expect(onScreen({ title: ' ' }, '4.0')).toEqual([]);
    expect(onScreen({ id: 'A,B' }, '6.3')).toEqual([]);
  });

  it('takes regular expressions of both dialects, and hostile ones without running them', () => {
    for (const pattern of ['^[a-z]+$', '\\p{L}+', '(a+)+$', '((a{1000}){1000}){1000}', '[\\w-a]']) {
      expect(about(input({ pattern, 'helper-text': 'h' }))).toEqual([]);
    }
  });
});

describe('components and their places', () => {
  it.each([
    [
      'an unknown one',
      about({ type: 'TextHeader', text: 'x' }),
      'unknown-component INVALID_PROPERTY_VALUE C.type',
    ],
    [
      'one of a later version',
      about({ type: 'RichText', text: 'x' }, '5.0'),
      'component-needs-version INVALID_TYPE_PROPERTY_VALUE C.type',
    ],
    [
      'a Form in a Form',
      about(form([form([])])),
      'component-misplaced INVALID_TYPE_PROPERTY_VALUE C.children[0].type',
    ],
    [
      'a Form in an If',
      about(branch([form([])])),
      'component-misplaced INVALID_TYPE_PROPERTY_VALUE C.then[0].type',
    ],
    [
      'an If in a Switch',
      about(cases('${data.x}', { a: [branch([body()])] })),
      'component-misplaced INVALID_TYPE_PROPERTY_VALUE C.cases.a[0].type',
    ],
    [
      'chips in an If before 7.1',
      about(branch([{ type: 'ChipsSelector', name: 'c', label: 'C', 'data-source': options() }]), '7.0'),
      'component-misplaced INVALID_TYPE_PROPERTY_VALUE C.then[0].type',
    ],
    ['an input without a Form before 4.0', about(input(), '3.1'), 'input-needs-form KEYWORD_ONE_OF C'],
  ])('%s', (_, found, expected) => expect(found).toEqual([expected]));

  it('says which component was probably meant', () =>
    expect(facts(oneScreen([{ type: 'textInput' }]))).toEqual([
      { type: 'textInput', place: 'layout', suggestion: 'TextInput' },
    ]));

  it('checks a misplaced component all the same', () =>
    expect(about(form([{ type: 'RichText', hint: '' }]))).toHaveLength(3));

  it.each(versions.map(({ name }) => name))('accepts the plainest Form in %s', (version: Version) =>
    expect(about(form([input(), body()]), version)).toEqual([]),
  );
});

describe('actions', () => {
  const at = 'C.on-click-action';
  const select = (action: Json, version = '7.3') =>
    about(radios(options(), { 'on-select-action': action }), version);

  it.each([
    ['an unknown one', about(link({ name: 'navigat' })), `unknown-action INVALID_ENUM_VALUE ${at}.name`],
    [
      'complete on a link',
      about(link({ name: 'complete' })),
      `action-misplaced INVALID_ENUM_VALUE ${at}.name`,
    ],
    [
      'update_data on a link',
      about(link({ name: 'update_data', payload: {} })),
      `action-misplaced INVALID_ENUM_VALUE ${at}.name`,
    ],
    [
      'update_data too early',
      select({ name: 'update_data', payload: {} }, '5.1'),
      'action-needs-version INVALID_ENUM_VALUE C.on-select-action.name',
    ],
    [
      'open_url too early, whatever comes with it',
      about(link({ name: 'open_url', url: 'https://example.com' }), '5.1'),
      `action-needs-version INVALID_ENUM_VALUE ${at}.name`,
    ],
    [
      'navigate on a choice',
      select({ name: 'navigate', payload: {} }),
      'action-misplaced INVALID_ENUM_VALUE C.on-select-action.name',
    ],
    [
      'next without navigate',
      about(link({ name: 'data_exchange', next: { type: 'screen', name: 'A' } })),
      `properties-exclude NOT_KEYWORD_SCHEMA_VALIDATION_FAILED ${at}.next`,
    ],
    [
      'url without open_url',
      about(link({ name: 'data_exchange', url: 'https://example.com' })),
      `properties-exclude NOT_KEYWORD_SCHEMA_VALIDATION_FAILED ${at}.url`,
    ],
    [
      'payload with open_url',
      about(link({ name: 'open_url', url: 'https://example.com', payload: {} })),
      `properties-exclude NOT_KEYWORD_SCHEMA_VALIDATION_FAILED ${at}.payload`,
    ],
    [
      'open_url without url',
      about(link({ name: 'open_url' })),
      `missing-property MISSING_REQUIRED_PROPERTY ${at}`,
    ],
  ])('%s', (_, found, expected) => expect(found).toEqual([expected]));

  it('are told where they are possible in this version', () => {
    const said = (name: string, version: string): string[] =>
      sentences(oneScreen([], {}, { version }).replace('complete', name)).filter((sentence) =>
        sentence.includes('not possible here'),
      );
    expect(said('open_url', '7.3')).toEqual([
      'open_url is not possible here but in: on-click-action (OptIn, EmbeddedLink). Possible here are: navigate, data_exchange, complete.',
    ]);
    expect(said('open_url', '5.1')).toEqual([
      'open_url is not possible here. Possible here are: navigate, data_exchange, complete.',
    ]);
  });

  it('may stand where they are possible', () => {
    expect(about(link({ name: 'open_url', url: 'https://example.com' }))).toEqual([]);
    expect(select({ name: 'update_data', payload: {} })).toEqual([]);
    expect(structure(flowText([lastScreen([])]))).toEqual([]);
  });
});

describe('what goes together and what does not', () => {
  const foot = (more: Json): string[] =>
    structure(
      flowText([
        lastScreen([], {
          layout: { type: 'SingleColumnLayout', children: [footer({ name: 'complete' }, more)] },
        }),
      ]),
    );

  it.each([
    ['one caption', foot({ 'left-caption': 'L' }), 'property-needs-other INVALID_DEPENDENCIES C'],
    ['the other caption', foot({ 'right-caption': 'R' }), 'property-needs-other INVALID_DEPENDENCIES C'],
    [
      'three captions',
      foot({ 'left-caption': 'L', 'center-caption': 'C', 'right-caption': 'R' }),
      'properties-exclude NOT_KEYWORD_SCHEMA_VALIDATION_FAILED C',
    ],
    [
      'success without terminal',
      onScreen({ terminal: undefined, success: true }),
      'properties-exclude NOT_KEYWORD_SCHEMA_VALIDATION_FAILED screens[0].success',
    ],
  ])('%s', (_, found, expected) => expect(found).toEqual([expected]));

  it('left and right, or the middle', () => {
    expect(foot({ 'left-caption': 'L', 'right-caption': 'R' })).toEqual([]);
    expect(foot({ 'center-caption': 'C' })).toEqual([]);
    expect(onScreen({ success: false })).toEqual([]);
  });
});
