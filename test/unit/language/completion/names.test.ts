import { describe, expect, it } from 'vitest';
import { flowText, footer, lastScreen, navigate, screen, type Json } from '../../flowjson/support';
import { labels, proposed, taken } from './typed';

const form = {
  type: 'Form',
  name: 'form',
  'init-values': { city: 'x' },
  children: [
    { type: 'TextInput', name: 'city', label: 'City' },
    { type: 'TextInput', name: 'age', label: 'Age', 'input-type': 'number' },
    { type: 'PhotoPicker', name: 'photo', label: 'Photo' },
  ],
};
const model = { A: [], B: ['LAST'] };
const data = { city: { type: 'string', __example__: 'x' }, count: { type: 'number', __example__: 1 } };

function flow(children: readonly Json[] = [], top: Json = {}): string {
  return flowText(
    [
      screen([form, ...children, footer(navigate('LAST', { city: 'x' }))], {
        id: 'A',
        data,
        sensitive: ['city'],
      }),
      screen([footer(navigate('LAST', {}))], { id: 'B', title: 'Second' }),
      lastScreen([], { data }),
    ],
    { routing_model: model, ...top },
  );
}

const at = (from: string, to: string, text = flow()): string => {
  if (!text.includes(from)) throw new Error(`no ${from}`);
  return text.replace(from, () => to);
};

describe('ids of screens', () => {
  it('are proposed as targets of navigate, declared routes first, never the own screen', () => {
    const marked = at('"name": "LAST"', '"name": "¦"');
    expect(labels(marked)).toEqual(['B', 'LAST']);
    expect(labels(marked.replace('"A": []', '"A": ["LAST"]'))).toEqual(['LAST', 'B']);
    expect(taken(marked, 'B')).toBe(at('"name": "LAST"', '"name": "B"'));
    expect(taken(at('"name": "LAST"', '"name": ¦'), 'LAST')).toBe(flow());
    expect(taken(at('"name": "LAST"', '"name": "LA¦'), 'LAST')).toBe(flow());
  });

  it('are proposed as sources in routing_model with the routes that navigate takes', () => {
    const marked = at('"A": [],', '¦');
    expect(labels(marked)).toEqual(['A', 'LAST']);
    expect(JSON.parse(taken(marked, 'A'))).toMatchObject({ routing_model: { A: ['LAST'], B: ['LAST'] } });
    expect(JSON.parse(taken(at('"A": [],', '"¦": [],'), 'A'))).toMatchObject({ routing_model: { A: [] } });
    expect(JSON.parse(taken(at('"A": [],', '"¦"'), 'LAST'))).toMatchObject({ routing_model: { LAST: [] } });
  });

  it('are proposed as targets in routing_model, those that navigate leads to first', () => {
    const marked = at('"A": []', '"A": [¦]');
    expect(labels(marked)).toEqual(['LAST', 'B']);
    expect(taken(marked, 'LAST')).toBe(at('"A": []', '"A": ["LAST"]'));
    expect(labels(at('"A": []', '"A": ["LAST", "¦"]'))).toEqual(['B']);
    expect(taken(at('"A": []', '"A": ["LAST" ¦]'), 'B')).toBe(at('"A": []', '"A": ["LAST", "B"]'));
  });
});

describe('keys of payloads', () => {
  /** The payload of the first navigate, written otherwise. */
  const payload = (written: string, text = flow()): string =>
    text.replace(/"payload": \{\s*"city": "x"\s*\}/, () => `"payload": ${written}`);

  it('are what the next screen declares and the payload lacks', () => {
    const marked = payload('{ "city": "x", ¦ }');
    expect(labels(marked)).toEqual(['count']);
    expect(proposed(marked)[0]).toMatchObject({
      detail: 'number',
      snippet: '"count": "${1:\\${data.count\\}}"',
    });
  });

  it('are bound to what has the same name, and to nothing of another type', () => {
    expect(taken(payload('{¦}'), 'city')).toBe(payload('{"city": "${form.city}"}'));
    const other = flow().replace(
      /"type": "number",\s*"__example__": 1/,
      '"type": "string", "__example__": ""',
    );
    expect(taken(payload('{¦}', other), 'count')).toBe(payload('{"count": 0}', other));
  });

  it.each([
    ['{ ¦"city": "x" }', '{ "count": "${data.count}","city": "x" }'],
    ['{ "city": "x"\n¦\n }', '{ "city": "x",\n"count": "${data.count}"\n }'],
    ['{ "city": "x" "co¦" }', '{ "city": "x", "count": "${data.count}" }'],
    ['{ "city": "x", "co¦unt": 1 }', '{ "city": "x", "count": 1 }'],
    ['{ "city": "x", co¦ }', '{ "city": "x", "count": "${data.count}" }'],
    ['{ "co¦\n }', '{ "count": "${data.count}"\n }'],
  ])('with the commas that they need: %s', (before, after) => {
    expect(taken(payload(before), 'count')).toBe(payload(after));
  });

  it('are the own data for update_data, and the own inputs for complete', () => {
    const update = flow([
      {
        type: 'OptIn',
        name: 'ok',
        label: 'Ok',
        'on-select-action': { name: 'update_data', payload: { z: 1 } },
      },
    ]);
    expect(labels(at('"z": 1', '¦', update))).toEqual(['city', 'count']);
    expect(taken(at('"z": 1', '¦', update), 'city')).toContain('"city": ""');
    const complete = flow([
      { type: 'Footer', label: 'x', 'on-click-action': { name: 'complete', payload: { z: 1 } } },
    ]);
    expect(labels(at('"z": 1', '¦', complete))).toEqual(['city', 'age', 'photo']);
    expect(taken(at('"z": 1', '¦', complete), 'age')).toContain('"age": "${form.age}"');
  });
});

describe('names of inputs', () => {
  it('are keys of init-values, with a value of their type, pickers left out', () => {
    const marked = at('"city": "x"\n', '"city": "x", "¦"\n');
    expect(labels(marked)).toEqual(['age']);
    expect(taken(marked, 'age')).toContain('"city": "x", "age": 0\n');
  });

  it('are keys of error-messages', () => {
    const marked = at('"init-values": {', '"error-messages": { "¦" },\n"init-values": {');
    expect(labels(marked)).toEqual(['city', 'age', 'photo']);
  });

  it('are entries of sensitive', () => {
    expect(labels(at('"sensitive": [\n        "city"', '"sensitive": [ "city", "¦"'))).toEqual([
      'age',
      'photo',
    ]);
  });
});
