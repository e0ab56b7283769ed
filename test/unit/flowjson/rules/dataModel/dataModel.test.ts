import { describe, expect, it } from 'vitest';
import { diagnose, parseFlow } from '../../../../../src/flowjson/analyse';
import { dataModelRules } from '../../../../../src/flowjson/rules/dataModel';
import { oneScreen } from '../../support';

const ids = new Set(dataModelRules.map(({ id }) => id));

/** What the rules of this family say about a data model, as `rule CODE path`; paths from the data model on. */
function about(data: unknown): string[] {
  return diagnose(parseFlow(oneScreen([], { data })))
    .filter(({ rule }) => ids.has(rule))
    .map(({ rule, severity, code, path }) => {
      const at = path.replace(/^screens\[0\]\.data\.?/, '');
      return `${severity === 'error' ? '' : `${severity} `}${rule} ${code} ${at}`;
    });
}

const person = {
  type: 'object',
  properties: { name: { type: 'string' }, age: { type: 'integer' } },
  required: ['name'],
};

describe('the data model of a screen', () => {
  it.each([
    [
      'all types',
      {
        s: { type: 'string', __example__: 'a' },
        n: { type: 'number', __example__: 1.5 },
        i: { type: 'integer', __example__: 2 },
        b: { type: 'boolean', __example__: false },
        o: { ...person, __example__: { name: 'Ada', more: null } },
        a: { type: 'array', items: person, __example__: [{ name: 'Ada', age: 36 }] },
        l: { type: 'array', items: { type: 'array', items: { type: 'number' } }, __example__: [[1], []] },
      },
    ],
    [
      'empty examples',
      { s: { type: 'string', __example__: '' }, a: { type: 'array', items: person, __example__: [] } },
    ],
    [
      'keywords that are not looked at',
      { s: { type: 'string', format: 'date', pattern: '(', __example__: 'x' } },
    ],
    ['what follows required', { required: ['a'], required_note: 5 }],
    ['items that may be anything', { a: { type: 'array', items: true, __example__: [1, 'a'] } }],
    ['an enumeration', { s: { type: 'string', enum: ['a', 'b'], __example__: 'b' } }],
    [
      'several types below',
      { o: { type: 'object', properties: { x: { type: ['string', 'null'] } }, __example__: { x: null } } },
    ],
  ])('accepts %s', (_, data) => expect(about(data)).toEqual([]));

  it.each<[string, unknown, string]>([
    ['no object', { a: 'x' }, 'data-entry-object INVALID_PROPERTY_TYPE a'],
    ['no type', { a: { __example__: 'x' } }, 'data-type-missing INVALID_SCREEN_DATA a'],
    ['a number as type', { a: { type: 123, __example__: 'x' } }, 'data-type-text INVALID_SCREEN_DATA a.type'],
    [
      'null as type',
      { a: { type: 'null', __example__: '' } },
      'data-type-unknown INVALID_SCREEN_DATA a.type',
    ],
    [
      'an unknown type',
      { a: { type: 'bool', __example__: true } },
      'data-type-unknown INVALID_SCREEN_DATA a.type',
    ],
    ['no items', { a: { type: 'array', __example__: [] } }, 'data-items-missing INVALID_SCREEN_DATA a'],
    [
      'no items below',
      { a: { type: 'array', items: { type: 'array' }, __example__: [] } },
      'data-items-missing INVALID_SCREEN_DATA a.items',
    ],
    [
      'items in quotes',
      { a: { type: 'array', items: 'string', __example__: [] } },
      'data-items-kind INVALID_SCREEN_DATA a.items',
    ],
    [
      'an example among the properties',
      { a: { type: 'object', properties: { __example__: { x: 1 } }, __example__: {} } },
      'data-example-nested INVALID_SCREEN_DATA a.properties.__example__',
    ],
    [
      'an example below',
      { a: { type: 'object', properties: { x: { type: 'string', __example__: 'x' } }, __example__: {} } },
      'data-example-nested INVALID_SCREEN_DATA a.properties.x.__example__',
    ],
    ['no example', { a: { type: 'string' } }, 'data-example-missing MISSING_REQUIRED_PROPERTY a'],
    [
      'a text for a number',
      { a: { type: 'number', __example__: '123' } },
      'data-example-type INVALID_SCREEN_DATA a.__example__',
    ],
    [
      'a decimal for an integer',
      { a: { type: 'integer', __example__: 1.5 } },
      'data-example-type INVALID_SCREEN_DATA a.__example__',
    ],
    [
      'null for a text',
      { a: { type: 'string', __example__: null } },
      'data-example-type INVALID_SCREEN_DATA a.__example__',
    ],
    [
      'a wrong property',
      { a: { ...person, __example__: { name: 5 } } },
      'data-example-type INVALID_SCREEN_DATA a.__example__.name',
    ],
    [
      'a missing property',
      { a: { ...person, __example__: {} } },
      'data-example-type INVALID_SCREEN_DATA a.__example__',
    ],
    [
      'a wrong item',
      { a: { type: 'array', items: person, __example__: [{ name: 'Ada' }, 1] } },
      'data-example-type INVALID_SCREEN_DATA a.__example__[1]',
    ],
    [
      'a word that is not listed',
      { a: { type: 'string', enum: ['x'], __example__: 'y' } },
      'data-example-type INVALID_SCREEN_DATA a.__example__',
    ],
    [
      'a number above its limit, in a list',
      { a: { type: 'array', items: { type: 'number', maximum: 3 }, __example__: [3, 4] } },
      'data-example-type INVALID_SCREEN_DATA a.__example__[1]',
    ],
    [
      'a text that is too short',
      { a: { type: 'string', minLength: 2, __example__: 'x' } },
      'data-example-type INVALID_SCREEN_DATA a.__example__',
    ],
    [
      'a list that is too long',
      { a: { type: 'array', items: true, maxItems: 1, __example__: [1, 2] } },
      'data-example-type INVALID_SCREEN_DATA a.__example__',
    ],
    [
      'an empty text where none may be',
      { a: { type: 'string', minLength: 1, __example__: '' } },
      'warning data-example-type INVALID_SCREEN_DATA a.__example__',
    ],
    [
      'an empty text for a number',
      { a: { type: 'number', __example__: '' } },
      'warning data-example-type INVALID_SCREEN_DATA a.__example__',
    ],
  ])('refuses %s', (_, data, line) => expect(about(data)).toEqual([line]));

  it('says little about a long list of the same mistake', () =>
    expect(
      about({ a: { type: 'array', items: { type: 'string' }, __example__: Array(1000).fill(1) } }),
    ).toHaveLength(5));

  it('survives names of the language below', () =>
    expect(
      about({
        a: { type: 'constructor', __example__: 1 },
        b: {
          type: 'object',
          properties: { __proto__: 1, constructor: { type: 'string' } },
          __example__: { constructor: 1, toString: 2 },
        },
      }),
    ).toEqual([
      'data-type-unknown INVALID_SCREEN_DATA a.type',
      'data-example-type INVALID_SCREEN_DATA b.__example__.constructor',
    ]));
});
