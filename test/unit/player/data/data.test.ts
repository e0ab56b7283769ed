import { describe, expect, it } from 'vitest';
import { diagnose, parseFlow } from '../../../../src/flowjson/analyse';
import { english } from '../../../../src/flowjson/message';
import { dataKeys, dataProblems, examplesOf, type JsonObject } from '../../../../src/player/player';
import { flowText, lastScreen } from '../../flowjson/support';
import { corpus, samples } from '../../flowjson/proof/texts';

const entry = (type: string, example: unknown, more: object = {}): object => ({
  type,
  ...more,
  __example__: example,
});
const list = { items: { type: 'object', properties: { id: { type: 'string' }, title: { type: 'string' } } } };
const user = {
  properties: { name: { type: 'string' }, ages: { type: 'array', items: { type: 'integer' } } },
  required: ['name'],
};
const screen = parseFlow(
  flowText([
    lastScreen([], {
      data: {
        text: entry('string', 'x'),
        many: entry('array', [], list),
        words: entry('array', [], { items: { type: 'string' } }),
        user: entry('object', { name: 'Ada' }, user),
        open: { type: 'object' },
        odd: { type: 'what', __example__: 1 },
        required: ['text'],
      },
    }),
  ]),
).screens[0]!;
const fitting = { text: 'x', many: [], words: ['a'], user: { name: 'Ada' }, open: {}, odd: 7 };
const problems = (data: JsonObject, keys?: 'some'): string[] => dataProblems(screen, data, keys).map(english);

describe('the keys of a data model', () => {
  it('have types that one can read', () => {
    expect(dataKeys(screen).map(({ key, type, hasExample }) => [key, type, hasExample])).toEqual([
      ['text', 'string', true],
      ['many', '{id, title}[]', true],
      ['words', 'string[]', true],
      ['user', '{name, ages}', true],
      ['open', 'object', false],
      ['odd', '?', true],
    ]);
  });

  it('are short, however deep and wide', () => {
    const wide = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`key${at}`, { type: 'string' }]));
    let deep: object = { type: 'object', properties: wide };
    for (let depth = 0; depth < 60; depth += 1) deep = { type: 'array', items: deep };
    const { screens } = parseFlow(
      flowText([lastScreen([], { data: { deep, wide: { type: 'object', properties: wide } } })]),
    );
    for (const { type } of dataKeys(screens[0]!)) expect(type.length).toBeLessThan(130);
  });
});

describe('data', () => {
  it('that fits has no problems', () => {
    expect(problems(fitting)).toEqual([]);
  });

  it.each<[string, JsonObject, string[]]>([
    ['of another type', { text: 5 }, ['text must be of type string; this is of type number.']],
    ['null', { text: null }, ['text must be of type string; this is of type null.']],
    [
      'inside of a list',
      { many: [{ id: 'a', title: 'A' }, { id: 2 }, 'x'] },
      [
        'many[1].id must be of type string; this is of type number.',
        'many[2] must be of type object; this is of type string.',
      ],
    ],
    [
      'inside of an object',
      { user: { ages: [1, 1.5] } },
      [
        'user lacks "name", which its type requires.',
        'user.ages[1] must be of type integer; this is of type number.',
      ],
    ],
    ['unknown', { other: 1 }, ['other is not in the data model of the screen.']],
    ['empty, which stands for nothing', { text: '', many: '', user: [] }, []],
  ])('%s', (_, data, expected) => {
    expect(problems({ ...fitting, ...data })).toEqual(expected);
  });

  it('that is missing is told, unless the rest stays as it was', () => {
    expect(problems({ text: 'x' })).toHaveLength(5);
    expect(problems({})[0]).toBe('text is missing.');
    expect(problems({ text: 'x' }, 'some')).toEqual([]);
  });

  it('is told of in a bounded number of sentences, also where hostile', () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`k${at}`, at]));
    expect(problems({ ...many, ['__proto__']: 1 })).toHaveLength(20);
    let deep: JsonObject = {};
    for (let depth = 0; depth < 5000; depth += 1) deep = { deep };
    expect(problems(deep)).toEqual(['The data is nested too deeply.']);
  });

  it('of examples fits wherever the rules find nothing wrong with them', () => {
    for (const { name, text } of [...samples, ...corpus]) {
      const flow = parseFlow(text);
      if (diagnose(flow).some(({ rule }) => rule.startsWith('data-'))) continue;
      for (const one of flow.screens) {
        expect(dataProblems(one, examplesOf(one)).map(english), name).toEqual([]);
      }
    }
  });
});
