import { entries, expect, first, set, any, type Operator } from './operator';

export const dataOperators: Readonly<Record<string, Operator>> = {
  'an entry without type': first(entries, any, ({ value, path }) => {
    delete value['type'];
    return expect('INVALID_SCREEN_DATA', path);
  }),
  'an entry whose type is a list': set(entries, any, 'type', ['string'], 'INVALID_SCREEN_DATA'),
  'an example that does not fit': set(
    entries,
    ({ value }) => value['type'] !== 'object',
    '__example__',
    { not: 'this' },
    'INVALID_SCREEN_DATA',
  ),
  'a list without items': first(entries, any, ({ value, path }) => {
    for (const key of Object.keys(value)) Reflect.deleteProperty(value, key);
    Object.assign(value, { type: 'array', __example__: [] });
    return expect('INVALID_SCREEN_DATA', path);
  }),
  'an example below the top': first(entries, any, ({ value, path }) => {
    for (const key of Object.keys(value)) Reflect.deleteProperty(value, key);
    Object.assign(value, {
      type: 'object',
      properties: { a: { type: 'string', __example__: 'x' } },
      __example__: {},
    });
    return expect(
      'INVALID_SCREEN_DATA',
      `${path}.properties.a.__example__`,
      `${path}.properties.__example__`,
    );
  }),
};
