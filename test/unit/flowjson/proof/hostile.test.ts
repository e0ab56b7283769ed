import { describe, expect, it } from 'vitest';
import { diagnose, diagnoseInSteps, parseFlow } from '../../../../src/flowjson/analyse';
import { versions } from '../../../../src/flowjson/catalogue';
import { shapes, ordinaryFlow } from '../../../bench/flows';
import { footer, navigate, oneScreen, screen, flowText, type Json } from '../support';

const KB = 1024;

/** A text of many times the same piece wherever texts, references, expressions, conditions and patterns are read. */
function everywhere(text: string): string {
  return flowText(
    [
      screen(
        [
          { type: 'TextBody', text, visible: text },
          { type: 'RichText', text: [text] },
          {
            type: 'TextInput',
            name: text,
            label: text,
            pattern: text,
            'input-type': text,
            'helper-text': text,
          },
          { type: 'DatePicker', name: 'day', label: 'x', 'min-date': text, 'unavailable-dates': [text] },
          { type: 'Image', src: text, width: text },
          {
            type: 'Dropdown',
            name: 'one',
            label: 'x',
            'data-source': [{ id: text, title: text, color: text }],
          },
          { type: 'Dropdown', name: 'two', label: 'x', 'data-source': text },
          { type: 'If', condition: text, then: [{ type: text, text }] },
          { type: 'Switch', value: text, cases: { [text]: [] } },
          { type: 'OptIn', name: 'terms', label: 'x', 'on-click-action': { name: 'open_url', url: text } },
          { type: 'Form', name: text, 'init-values': { [text]: text }, children: [] },
          footer(navigate(text, { [text]: text, list: [{ [text]: text }] })),
        ],
        {
          id: text,
          title: text,
          sensitive: [text],
          data: {
            [text]: { type: text, __example__: text },
            x: { type: 'string', format: text, pattern: text, __example__: text },
          },
        },
      ),
    ],
    { data_api_version: text, routing_model: { [text]: [text] } },
  );
}

const pieces = [
  '(',
  '!',
  '${',
  '${data.x}',
  '${screen.A.data.x.',
  '`',
  '`${data.x} == ',
  "'",
  '\\',
  '"',
  '}',
  '- ',
  '1+',
  '|',
  '![',
  '](',
  '**',
  'a.',
  '\u0000',
  '\ud800',
  '\ud83d\ude00',
  '\u202e',
  'iVBORw0KGgo',
  '(a+)+$',
  'data:image/png;base64,',
];

const names = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'prototype',
  '',
  ' ',
  '0',
  'length',
];

/** Everything that can have a name has that one. `JSON.parse` makes an own property of `__proto__`. */
function named(name: string): string {
  const key = JSON.stringify(name);
  const text = flowText(
    [
      screen(
        [
          {
            type: 'Form',
            name: 'NAME',
            'init-values': { NAME: 'x' },
            'error-messages': { NAME: 'x' },
            NAME: 1,
            children: [
              {
                type: 'TextInput',
                name: 'NAME',
                label: '${form.NAME}',
                'input-type': 'NAME',
                'init-value': 'NAME',
                NAME: 1,
              },
              {
                type: 'CalendarPicker',
                name: 'NAME',
                label: { NAME: 'x' },
                mode: 'NAME',
                'include-days': ['NAME'],
              },
              {
                type: 'Dropdown',
                name: 'NAME',
                label: 'x',
                'data-source': [{ id: 'NAME', title: 'x', NAME: 1 }],
              },
              {
                type: 'NavigationList',
                name: 'x',
                'list-items': [{ id: 'NAME', NAME: 1, end: { NAME: 1 } }],
              },
              {
                type: 'DocumentPicker',
                name: 'NAME',
                'allowed-mime-types': ['NAME'],
                'error-message': { NAME: 'x' },
              },
              { type: 'NAME', name: 'NAME' },
              {
                type: 'Switch',
                value: '${data.NAME}',
                cases: { NAME: [{ type: 'TextBody', text: '${data.NAME.NAME}' }] },
              },
              { type: 'TextBody', text: '`${screen.NAME.data.NAME} ${screen.NAME.form.NAME}`' },
              footer({ ...navigate('NAME', { NAME: '${form.NAME}' }), NAME: 1 }),
              footer({ name: 'NAME' }),
            ],
          },
        ],
        {
          id: 'NAME',
          NAME: 1,
          sensitive: ['NAME'],
          data: {
            NAME: { type: 'NAME', properties: { NAME: { type: 'NAME' } }, NAME: 1, __example__: { NAME: 1 } },
          },
        },
      ),
    ],
    { NAME: 1, routing_model: { NAME: ['NAME'] } },
  );
  return text.replaceAll('"NAME"', key).replaceAll('NAME', key.slice(1, -1));
}

const nested = (depth: number): Record<string, string> => {
  let inIf: Json = { type: 'TextBody', text: 'x' };
  let schema: Json = { type: 'string' };
  let value: unknown = 'x';
  for (let level = 0; level < depth; level += 1) {
    inIf = { type: 'If', condition: '${data.x}', then: [inIf] };
    schema = { type: 'object', properties: { a: schema } };
    value = { a: value };
  }
  return {
    'Ifs in Ifs': oneScreen([inIf]),
    'an entry of the data model': oneScreen([], { data: { x: { ...schema, __example__: value } } }),
    'a payload': oneScreen([footer({ name: 'complete', payload: { x: value } })]),
  };
};

describe('hostile flows', () => {
  it.each(pieces)('half a million characters of %j wherever a text may stand', (piece) => {
    const text = everywhere(piece.repeat(Math.ceil((500 * KB) / piece.length / 30)));
    expect(Array.isArray(diagnose(parseFlow(text)))).toBe(true);
  });

  it.each(['(', '!', '${', '\\', '`', '- '])(
    'a megabyte of %j in one text, an expression, a condition',
    (piece) => {
      const text = piece.repeat((1000 * KB) / piece.length);
      for (const children of [
        [{ type: 'TextBody', text }],
        [{ type: 'TextBody', text: `\`${text}\`` }],
        [{ type: 'If', condition: text, then: [{ type: 'TextBody', text: 'x' }] }],
        [{ type: 'TextInput', name: 'x', label: 'x', pattern: text, 'helper-text': 'x' }],
      ]) {
        expect(Array.isArray(diagnose(parseFlow(oneScreen(children))))).toBe(true);
      }
    },
  );

  it.each(names)('everything is called %j', (name) => {
    for (const { name: version } of versions) {
      diagnose(parseFlow(named(name).replace('"7.3"', JSON.stringify(version))));
    }
    expect(({} as Json)['polluted']).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it.each(Object.entries(nested(20)))('%s, twenty deep', (_, text) => {
    expect(Array.isArray(diagnose(parseFlow(text)))).toBe(true);
  });

  it.each(Object.entries(nested(300)))('%s, three hundred deep: said once', (_, text) => {
    expect(diagnose(parseFlow(text)).map(({ rule }) => rule)).toEqual(['too-deep']);
  });

  it.each(Object.entries(shapes))('%s, a hundred kilobytes', (_, shape) => {
    const found = diagnose(parseFlow(shape(100 * KB)));
    expect(found.length).toBeLessThanOrEqual(1001);
  });
});

describe('very many findings', () => {
  it('are cut after a thousand, errors first, with the number of all', () => {
    const wrong = Array.from({ length: 1500 }, (_, index) => ({
      type: 'TextBody',
      text: 'x',
      [`unknown_${index}`]: 1,
    }));
    const found = diagnose(parseFlow(oneScreen([...wrong, { type: 'TextBody', text: '${data.x}' }])));
    expect(found).toHaveLength(1001);
    expect(found.slice(0, 1000).every(({ severity }) => severity === 'error')).toBe(true);
    const last = found.at(-1)!;
    expect(last.rule).toBe('many-findings');
    expect(last.message.args[0]).toBe(1000);
    expect(last.message.args[1]).toBeGreaterThan(1500);
  });
});

describe('large flows', () => {
  it('of 10 MB and 100 screens are read in many steps', () => {
    const flow = parseFlow(ordinaryFlow(10_000 * KB));
    expect(flow.screens).toHaveLength(100);
    const steps = diagnoseInSteps(flow);
    let count = 0;
    while (!steps.next().done) count += 1;
    expect(count).toBeGreaterThan(100 * 50);
  });
});
