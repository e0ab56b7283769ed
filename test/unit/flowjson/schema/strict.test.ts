import Ajv, { type ValidateFunction } from 'ajv';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { versions, type Version } from '../../../../src/flowjson/catalogue';
import { strictSchema } from '../../../../src/flowjson/schema/strict';

const samples = path.join(import.meta.dirname, '../../../simulator/flows');
const compiled = new Map<Version, ValidateFunction>();

function isRegularExpression(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}

function validator(version: Version): ValidateFunction {
  let validate = compiled.get(version);
  if (!validate) {
    const ajv = new Ajv({
      allErrors: true,
      strict: false,
      formats: { uri: /^[a-z][a-z0-9+.-]*:/i, regex: isRegularExpression },
    });
    validate = ajv.compile(strictSchema(version));
    compiled.set(version, validate);
  }
  return validate;
}

/** The paths that a schema refuses in a flow. */
function refused(flow: { version: Version }): string[] {
  const validate = validator(flow.version);
  return validate(flow) ? [] : validate.errors!.map(({ instancePath }) => instancePath);
}

interface Parts {
  version?: Version;
  screen?: object;
  action?: object;
  footer?: object;
}

function flowWith(children: object[], { version = '7.3', screen = {}, action, footer = {} }: Parts = {}) {
  const click = action ?? { name: 'complete', payload: {} };
  const button = { type: 'Footer', label: 'Done', 'on-click-action': click, ...footer };
  return {
    version,
    screens: [
      {
        id: 'ONLY',
        title: 'Only',
        terminal: true,
        layout: { type: 'SingleColumnLayout', children: [...children, button] },
        ...screen,
      },
    ],
  };
}

const input = { type: 'TextInput', name: 'first', label: 'First' };
const options = [{ id: 'a', title: 'A' }];
const first = '/screens/0/layout/children/0';

it.each(versions.map(({ name }) => name))(
  'the schema of version %s compiles and demands its version',
  (version) => {
    expect(validator(version)({ ...flowWith([]), version })).toBe(true);
    expect(validator(version)({ ...flowWith([]), version: '1.0' })).toBe(false);
    expect(validator(version).schema).toHaveProperty('$id', `urn:cams-flows:flow-json:${version}`);
  },
);

it.each(fs.readdirSync(samples).filter((name) => name.endsWith('.json')))('the sample %s passes', (name) => {
  expect(refused(JSON.parse(fs.readFileSync(path.join(samples, name), 'utf8')))).toEqual([]);
});

const corpus = path.resolve('../shared/corpus');
describe.skipIf(!fs.existsSync(corpus))('real flows', () => {
  it('pass, except where a title is missing', () => {
    const failing: string[] = [];
    for (const file of fs.readdirSync(corpus, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.json')) continue;
      const paths = refused(JSON.parse(fs.readFileSync(path.join(corpus, file), 'utf8')));
      if (paths.length > 0) failing.push(`${path.basename(file)} ${paths.join(' ')}`);
    }
    expect(failing).toEqual(['tests_test_client.py__j1.json /screens/0']);
  });
});

describe('accepts', () => {
  it.each([
    ['a binding for a boolean', flowWith([{ ...input, required: '${data.must}' }])],
    ['an expression for a boolean', flowWith([{ ...input, required: '`${data.age} > 3`' }])],
    ['a pattern with its helper text', flowWith([{ ...input, pattern: '^a+$', 'helper-text': 'Only a' }])],
    ['a list of paragraphs', flowWith([{ type: 'TextBody', text: ['One', 'Two'], markdown: true }])],
    [
      'a range calendar',
      flowWith([
        {
          type: 'CalendarPicker',
          name: 'stay',
          mode: 'range',
          label: { 'start-date': 'From', 'end-date': 'To' },
          title: 'Stay',
          'min-date': '2026-01-31',
        },
      ]),
    ],
    [
      'a title that depends on a bound mode',
      flowWith([
        { type: 'CalendarPicker', name: 'stay', mode: '${data.mode}', label: 'When', title: 'Stay' },
      ]),
    ],
    [
      'an If in an If',
      flowWith([
        {
          type: 'If',
          condition: '${form.first}',
          then: [{ type: 'If', condition: true, then: [input] }],
        },
      ]),
    ],
    ['free keys in the data model', flowWith([], { screen: { data: { required: ['x'] } } })],
  ])('%s', (_, flow) => {
    expect(refused(flow)).toEqual([]);
  });
});

describe('refuses', () => {
  it.each([
    ['an unknown property', flowWith([{ ...input, 'initial-text': 'x' }]), first],
    [
      'a property of a later version',
      flowWith([{ ...input, pattern: 'a', 'helper-text': 'b' }], { version: '6.1' }),
      first,
    ],
    ['an unknown component', flowWith([{ type: 'Divider' }]), `${first}/type`],
    [
      'a component of a later version',
      flowWith([{ type: 'RichText', text: 'x' }], { version: '5.0' }),
      `${first}/type`,
    ],
    ['a missing property', flowWith([{ type: 'TextInput', name: 'first' }]), first],
    ['a text for a boolean', flowWith([{ ...input, required: 'yes' }]), `${first}/required`],
    [
      'a binding inside a text for a boolean',
      flowWith([{ ...input, required: 'x ${data.y}' }]),
      `${first}/required`,
    ],
    [
      'an expression before 6.0',
      flowWith([{ ...input, required: '`${data.y}`' }], { version: '5.1' }),
      `${first}/required`,
    ],
    ['a blank text', flowWith([{ type: 'TextHeading', text: ' ' }]), `${first}/text`],
    ['a name that is a binding', flowWith([{ ...input, name: '${data.name}' }]), `${first}/name`],
    ['a pattern without a helper text', flowWith([{ ...input, pattern: 'a' }]), first],
    [
      'a pattern of an e-mail field',
      flowWith([{ ...input, pattern: 'a', 'helper-text': 'b', 'input-type': 'email' }]),
      `${first}/input-type`,
    ],
    ['a broken pattern', flowWith([{ ...input, pattern: '(', 'helper-text': 'b' }]), `${first}/pattern`],
    ['one caption alone', flowWith([], { footer: { 'left-caption': 'L' } }), first],
    [
      'all three captions',
      flowWith([], { footer: { 'left-caption': 'L', 'right-caption': 'R', 'center-caption': 'C' } }),
      first,
    ],
    [
      'success on a screen that is not terminal',
      flowWith([], { screen: { terminal: false, success: true } }),
      '/screens/0/terminal',
    ],
    ['a digit in a screen id', flowWith([], { screen: { id: 'FIRST_1' } }), '/screens/0/id'],
    [
      'no options',
      flowWith([{ type: 'Dropdown', name: 'a', label: 'A', 'data-source': [] }]),
      `${first}/data-source`,
    ],
    [
      'a colour that is none',
      flowWith([
        { type: 'Dropdown', name: 'a', label: 'A', 'data-source': [{ ...options[0], color: '#12345' }] },
      ]),
      `${first}/data-source/0/color`,
    ],
    [
      'an action in the wrong place',
      flowWith([], { action: { name: 'open_url', url: 'https://a.example' } }),
      `${first}/on-click-action/name`,
    ],
    ['navigate without a screen', flowWith([], { action: { name: 'navigate' } }), `${first}/on-click-action`],
    [
      'a screen for complete',
      flowWith([], { action: { name: 'complete', next: { type: 'screen', name: 'A' } } }),
      `${first}/on-click-action/next`,
    ],
    [
      'a first value inside a Form',
      flowWith([{ type: 'Form', name: 'f', children: [{ ...input, 'init-value': 'x' }] }]),
      `${first}/children/0`,
    ],
    [
      'a first value inside an If inside a Form',
      flowWith([
        {
          type: 'Form',
          name: 'f',
          children: [{ type: 'If', condition: '${data.x}', then: [{ ...input, 'init-value': 'x' }] }],
        },
      ]),
      `${first}/children/0/then/0`,
    ],
    [
      'a Form in a Form',
      flowWith([{ type: 'Form', name: 'f', children: [{ type: 'Form', name: 'g', children: [] }] }]),
      `${first}/children/0/type`,
    ],
    [
      'a case that begins with a digit',
      flowWith([{ type: 'Switch', value: '${data.x}', cases: { '1a': [] } }]),
      `${first}/cases`,
    ],
    [
      'a Switch without a reference',
      flowWith([{ type: 'Switch', value: 'x', cases: { a: [] } }]),
      `${first}/value`,
    ],
    [
      'data without an example',
      flowWith([], { screen: { data: { x: { type: 'string' } } } }),
      '/screens/0/data/x',
    ],
    ['a property at the top', { ...flowWith([]), name: 'x' }, ''],
    ['the address of the endpoint', { ...flowWith([]), data_channel_uri: 'https://a.example' }, ''],
  ])('%s', (_, flow, where) => {
    expect(refused(flow)).toContain(where);
  });

  it('what came later in the endpoint traffic', () => {
    const endpoint = { data_api_version: '4.0', routing_model: { ONLY: [] } };
    expect(refused({ ...flowWith([]), ...endpoint })).toEqual([]);
    expect(refused({ ...flowWith([], { version: '7.2' }), ...endpoint })).toContain('/data_api_version');
  });
});
