import { describe, expect, it } from 'vitest';
import type { Version } from '../../../../src/flowjson/catalogue';
import { evaluateAll, evaluateText } from '../../../../src/player/evaluate/evaluate';
import { scopeOf } from './scope';

const values = {
  'data.name': 'Ada',
  'data.list': ['${data.name}'],
  'form.x': 'typed',
  'screen.A.form.x': 'far',
};

describe('texts of a flow (facts, section 5.1)', () => {
  it.each<[string, Version, boolean, unknown]>([
    ['Hello', '7.3', false, 'Hello'],
    ['${data.name}', '2.1', false, 'Ada'],
    // Inputs and other screens: in payloads always, in properties from 4.0 on.
    ['${form.x}', '3.1', true, 'typed'],
    ['${form.x}', '3.1', false, '${form.x}'],
    ['${form.x}', '4.0', false, 'typed'],
    ['${screen.A.form.x}', '3.1', true, '${screen.A.form.x}'],
    ['${screen.A.form.x}', '4.0', false, 'far'],
    // A reference among other text is not replaced.
    ['Hello ${data.name}', '7.3', false, 'Hello ${data.name}'],
    // Backticks mean something from 6.0 on.
    ["`'Hello ' ${data.name}`", '6.0', false, 'Hello Ada'],
    ["`'Hello ' ${data.name}`", '5.1', false, "`'Hello ' ${data.name}`"],
    // What is no reference is text.
    ['${name}', '7.3', false, '${name}'],
    ['${data.}', '7.3', false, '${data.}'],
    ['${data.list[0].x}', '7.3', false, null],
    ['${data.unknown}', '7.3', false, null],
    ['${', '7.3', false, '${'],
  ])('%s in %s, in a payload: %s', (text, version, inPayload, value) => {
    expect(evaluateText(text, scopeOf(values, version, inPayload)).value).toEqual(value);
  });

  it('says why something is not replaced', () => {
    for (const text of ['Hello ${data.name}', '${name}', '${data.unknown}', '${data.a b}']) {
      expect(evaluateText(text, scopeOf(values)).gaps.map(({ broken }) => broken)).toEqual([true]);
    }
  });

  it('evaluates all of a payload, and nothing that came from a reference', () => {
    const payload = { a: { b: ['${data.name}', 1, true] }, c: '${data.list}', __proto__x: null };
    expect(evaluateAll(payload, scopeOf(values)).value).toEqual({
      a: { b: ['Ada', 1, true] },
      c: ['${data.name}'],
      __proto__x: null,
    });
  });
});
