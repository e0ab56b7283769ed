import { describe, expect, it } from 'vitest';
import { diagnose, parseFlow } from '../../../../../src/flowjson/analyse';
import type { Diagnosis } from '../../../../../src/flowjson/diagnosis';
import { english } from '../../../../../src/flowjson/message';
import { flowText, footer, lastScreen, navigate, oneScreen, screen, type Json } from '../../support';

function of(rule: string, text: string): Diagnosis[] {
  return diagnose(parseFlow(text)).filter((diagnosis) => diagnosis.rule === rule);
}

const inputs = [
  { type: 'TextInput', name: 'city', label: 'City' },
  { type: 'TextInput', name: 'age', label: 'Age', 'input-type': 'number' },
  { type: 'OptIn', name: 'terms', label: 'I agree' },
  { type: 'CheckboxGroup', name: 'extras', label: 'Extras', 'data-source': [{ id: 'a', title: 'A' }] },
  { type: 'PhotoPicker', name: 'photos', label: 'Photos' },
];

const example = { __example__: [] };
const list = { type: 'array', items: { type: 'string' }, ...example };
const person = {
  type: 'object',
  properties: { name: { type: 'string' }, age: { type: 'integer' }, tags: list },
  required: ['name'],
  ...example,
};

/** A navigate that hands one value to a screen which declares it so. */
const handing = (value: unknown, entry: unknown, version = '7.3'): Diagnosis[] =>
  of(
    'navigate-value-type',
    flowText(
      [screen([...inputs, footer(navigate('LAST', { value }))]), lastScreen([], { data: { value: entry } })],
      {
        version,
      },
    ),
  );
const declared = (type: string): Json => ({ type, __example__: 'x' });
const at = 'screens[0].layout.children[5].on-click-action.payload.value';

describe('values that navigate hands over', () => {
  it.each([
    ['Ada', declared('string')],
    ['', declared('string')],
    [3, declared('number')],
    [3, declared('integer')],
    [true, declared('boolean')],
    [['a'], list],
    [[], list],
    [{ name: 'Ada', age: 3, tags: [] }, person],
    [{ name: '${form.city}' }, person],
    ['${form.city}', declared('string')],
    ['${form.age}', declared('number')],
    ['${form.age}', declared('integer')],
    ['${form.terms}', declared('boolean')],
    ['${form.extras}', list],
    ["`'in ' ${form.city}`", declared('string')],
    ['`${form.age} > 3`', declared('boolean')],
    ['${form.nobody}', declared('number')],
    ['${form.photos}', declared('string')],
    ['Hello ${form.city}', declared('number')],
    ['x', {}],
    ['x', 'odd'],
    [null, {}],
  ])('%j fits %j, or somebody else speaks about it', (value, entry) => {
    expect(handing(value, entry)).toEqual([]);
  });

  it.each([
    [123, 'string', 'number'],
    ['3', 'number', 'string'],
    [1.5, 'integer', 'number'],
    ['yes', 'boolean', 'string'],
    [null, 'string', 'null'],
    ['a', 'array', 'string'],
    [{}, 'array', 'object'],
    [[], 'object', 'array'],
    ['${form.city}', 'boolean', 'string'],
    ['${form.extras}', 'string', 'string[]'],
    ["`'a' 'b'`", 'number', 'string'],
    ['`1 == 2`', 'string', 'boolean'],
  ])('%j is no %s', (value, type, actual) => {
    const [found, ...more] = handing(value, { ...declared(type), items: {} });
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      code: 'INVALID_NAVIGATE_ACTION_PAYLOAD',
      severity: 'error',
      path: at,
      facts: { key: 'value', screen: 'LAST', actual },
      related: [{ path: 'screens[1].data.value' }],
    });
  });

  it('are warned about where a number field meets a string: working flows do it', () => {
    expect(handing('${form.age}', declared('string'))).toMatchObject([{ severity: 'warning', path: at }]);
  });

  it.each([
    ['5.1', 'INVALID_NAVIGATE_ACTION_STATIC_DATA'],
    ['6.0', 'INVALID_ACTION_PAYLOAD_PROPERTY'],
  ])('are looked into, in %s with %s', (version, code) => {
    const found = handing({ name: 7, age: 'old', tags: ['a', 1] }, person, version);
    expect(found.map((diagnosis) => [diagnosis.code, diagnosis.path])).toEqual([
      [code, `${at}.name`],
      [code, `${at}.age`],
      [code, `${at}.tags[1]`],
    ]);
  });

  it('have the parts that are required', () => {
    const [found] = handing({ age: 3 }, person);
    expect(found).toMatchObject({ path: at, message: { args: ['value', 'LAST', 'name'] } });
  });

  it('are not told one by one where many are wrong', () => {
    expect(
      handing(
        Array.from({ length: 1000 }, (_, index) => index),
        list,
      ),
    ).toHaveLength(5);
  });
});

describe('values that update_data sets', () => {
  const told = (value: unknown): Diagnosis[] => {
    const consent = {
      type: 'OptIn',
      name: 'agreed',
      label: 'I agree',
      'on-select-action': { name: 'update_data', payload: { value } },
    };
    return of('update-data-value-type', oneScreen([consent], { data: { value: declared('boolean') } }));
  };

  it('fit the data of the screen', () => {
    for (const value of [true, '${form.agreed}', '`!${form.agreed}`']) expect(told(value)).toEqual([]);
    for (const value of ['true', 1, "`'a' 'b'`"]) {
      expect(told(value)).toMatchObject([
        {
          code: 'INVALID_UPDATE_DATA_ACTION_PAYLOAD',
          severity: 'error',
          path: 'screens[0].layout.children[0].on-select-action.payload.value',
        },
      ]);
    }
  });

  it('may come from other screens', () => {
    const consent = {
      type: 'OptIn',
      name: 'agreed',
      label: 'I agree',
      'on-select-action': { name: 'update_data', payload: { value: '${screen.FIRST.form.city}' } },
    };
    const text = (type: string): string =>
      flowText([
        screen([...inputs, footer(navigate('LAST'))]),
        lastScreen([consent], { data: { value: declared(type) } }),
      ]);
    expect(of('update-data-value-type-elsewhere', text('boolean'))).toHaveLength(1);
    expect(of('update-data-value-type', text('boolean'))).toEqual([]);
    expect(of('update-data-value-type-elsewhere', text('string'))).toEqual([]);
  });
});

describe('the address of open_url', () => {
  it('is a string', () => {
    const link = (url: string): Json => ({
      type: 'EmbeddedLink',
      text: 'x',
      'on-click-action': { name: 'open_url', url },
    });
    const told = (url: string): Diagnosis[] => of('open-url-type', oneScreen([...inputs, link(url)]));
    expect(told('${form.city}')).toEqual([]);
    expect(told('https://example.com')).toEqual([]);
    expect(told('${form.terms}')).toMatchObject([{ code: 'INVALID_SCREEN_DYNAMIC_DATA', severity: 'error' }]);
  });
});

describe('the sentence on a part of a value', () => {
  const said = (value: unknown, entry: unknown): string[] =>
    handing(value, entry).map(({ message }) => english(message));

  it('names the part', () => {
    expect(said({ name: 5 }, person)).toEqual([
      'value.name is declared as string on the screen LAST; this is number.',
    ]);
    expect(said(['a', 1], list)).toEqual([
      'value[1] is declared as string on the screen LAST; this is number.',
    ]);
    expect(said({}, person)).toEqual(['value on the screen LAST needs name, which is missing here.']);
  });
});
