import { mutant, plain, children, body, S0, S1, C, photo, type Mutant } from './mutant';

export const dataMutants: readonly Mutant[] = [
  mutant(
    54,
    'a data key that is not declared',
    'INVALID_SCREEN_DYNAMIC_DATA',
    `${C(0)}.text`,
    plain(),
    (_, first) => (children(first)[0]!['text'] = '${data.screen_title}'),
  ),
  mutant(
    55,
    'a nested value of another type',
    'INVALID_SCREEN_DYNAMIC_DATA',
    `${C(0)}.text`,
    plain(),
    (_, first) => {
      first.data['top'] = {
        type: 'object',
        properties: { second: { type: 'object', properties: { flag: { type: 'boolean' } } } },
        __example__: { second: { flag: true } },
      };
      children(first).unshift(body('${data.top.second.flag}'));
    },
  ),
  mutant(
    56,
    'options without a title',
    'INVALID_SCREEN_DYNAMIC_DATA',
    `${C(0)}.data-source`,
    plain(),
    (_, first) => {
      first.data['list'] = {
        type: 'array',
        items: { type: 'object', properties: { id: { type: 'string' } } },
        __example__: [{ id: 'a' }],
      };
      children(first).unshift({
        type: 'Dropdown',
        name: 'pick',
        label: 'Pick',
        'data-source': '${data.list}',
      });
    },
  ),
  mutant(
    57,
    'an example below the top of an entry',
    'INVALID_SCREEN_DATA',
    `${S0}.data.user.properties.__example__`,
    plain(),
    (_, first) =>
      (first.data['user'] = {
        type: 'object',
        properties: { name: { type: 'string' }, __example__: 'Ada' },
        __example__: {},
      }),
  ),
  mutant(
    58,
    'an entry without a type',
    'INVALID_SCREEN_DATA',
    `${S0}.data.welcome`,
    plain(),
    (_, first) => (first.data['welcome'] = { __example__: 'x' }),
  ),
  mutant(
    59,
    'a type that is no text',
    'INVALID_SCREEN_DATA',
    `${S0}.data.welcome.type`,
    plain(),
    (_, first) => (first.data['welcome'] = { type: 123, __example__: 'x' }),
  ),
  mutant(
    60,
    'a list without items',
    'INVALID_SCREEN_DATA',
    `${S0}.data.list`,
    plain(),
    (_, first) => (first.data['list'] = { type: 'array', __example__: [] }),
  ),
  mutant(
    61,
    'items that are a text',
    'INVALID_SCREEN_DATA',
    `${S0}.data.list.items`,
    plain(),
    (_, first) => (first.data['list'] = { type: 'array', items: 'string', __example__: [] }),
  ),
  mutant(
    62,
    'an example of another type',
    'INVALID_SCREEN_DATA',
    `${S0}.data.longest.__example__`,
    plain(),
    (_, first) => (first.data['longest'] = { type: 'number', __example__: '123' }),
  ),
  mutant(
    63,
    'an input that another screen does not have',
    'INVALID_SCREEN_DATA INVALID_SCREEN_DYNAMIC_DATA',
    `${C(0, S1)}.text`,
    plain(),
    (_, __, second) => children(second).unshift(body('${screen.FIRST.form.nope}')),
  ),
  mutant(
    64,
    'a global reference to the own screen',
    'INVALID_SCREEN_DATA INVALID_SCREEN_DYNAMIC_DATA',
    `${C(0)}.text`,
    plain(),
    (_, first) => children(first).unshift(body('${screen.FIRST.data.welcome}')),
  ),
  mutant(
    64,
    'a screen that does not exist',
    'INVALID_SCREEN_DATA INVALID_SCREEN_DYNAMIC_DATA',
    `${C(0)}.text`,
    plain(),
    (_, first) => children(first).unshift(body('${screen.GHOST.data.x}')),
  ),
  mutant(
    65,
    'a reference into the schema of a list',
    'INVALID_SCREEN_DYNAMIC_DATA',
    `${C(0, S1)}.text`,
    plain(),
    (_, first, second) => {
      first.data['products'] = {
        type: 'array',
        items: { type: 'object', properties: { title: { type: 'string' } } },
        __example__: [],
      };
      children(second).unshift(body('${screen.FIRST.data.products.items.properties.title}'));
    },
  ),
  mutant(
    66,
    'a part of an object that is not declared',
    'INVALID_SCREEN_DYNAMIC_DATA',
    `${C(0)}.text`,
    plain(),
    (_, first) => {
      first.data['user'] = { type: 'object', __example__: { name: 'Ada' } };
      children(first).unshift(body('${data.user.name}'));
    },
  ),
  mutant(
    67,
    'data of none of the types that a property takes',
    'INVALID_SCREEN_DYNAMIC_DATA',
    `${C(0)}.error-message`,
    plain(),
    (_, first) => children(first).unshift(photo('photos', { 'error-message': '${data.asks}' })),
  ),
];
