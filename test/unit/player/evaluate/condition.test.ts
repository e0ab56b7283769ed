import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Version } from '../../../../src/flowjson/catalogue';
import { evaluateCondition } from '../../../../src/player/evaluate/condition';
import type { Json } from '../../../../src/player/json';
import { scopeOf } from './scope';

const values = {
  'data.a': true,
  'data.b': false,
  'data.later': null,
  'data.blank': '',
  'data.cat': 'cat',
  'data.number': 7.9,
  'data.digits': '7',
};

const of = (condition: Json, version: Version = '7.3'): Json =>
  evaluateCondition(condition, scopeOf(values, version)).value;

describe('plain conditions (facts, section 9.2)', () => {
  it.each<[string, boolean | null]>([
    ['${data.a}', true],
    ['${data.b}', false],
    ["${data.cat} == 'cat'", true],
    ["${data.cat} != 'cat'", false],
    // Both sides that look like numbers are compared as integers.
    ['${data.number} == 7', true],
    ['${data.digits} == 7', true],
    ["${data.digits} == '7.5'", true],
    ['${data.number} >= 8', false],
    ['${data.number} < 8', true],
    ['${data.cat} < 8', false],
    ['${data.cat} > 8', false],
    ['${data.later} < 8', false],
    // Empty equals empty and missing only.
    ["${data.later} == ''", true],
    ["${data.blank} == ''", true],
    ["${data.cat} != ''", true],
    ['${data.later} == 0', false],
    // Logic gives false for anything but booleans.
    ['${data.a} && ${data.a}', true],
    ['${data.a} && ${data.cat}', false],
    ['${data.a} || ${data.b}', true],
    ['${data.a} || ${data.cat}', false],
    ['!${data.b}', true],
    ['!${data.later}', false],
    ['!${data.cat}', false],
    // && at once when its right operand is there, everything else from right to left.
    ['${data.a} || ${data.a} && ${data.b}', true],
    ['${data.b} && ${data.b} || ${data.a}', true],
    ['${data.a} && !${data.b}', true],
    ['!${data.b} && ${data.b}', true],
    ['(!${data.b}) && ${data.b}', false],
    ["${data.a} && (${data.cat} == 'cat')", true],
    ["${data.b} && (${data.cat} == 'cat') || ${data.a}", true],
    ["(${data.cat} == 'dog') || (${data.cat} == 'cat')", true],
    ["!(${data.cat} == 'dog')", true],
    ['((${data.a}))', true],
    // Neither true nor false.
    ['${data.cat}', null],
    ['${data.later}', null],
  ])('%s: %j', (condition, value) => {
    expect(of(condition)).toBe(value);
  });

  it.each(['', 'x', '${data.a} &&', "${data.cat} == 'cat' && ${data.a}", '(${data.a}', '${data.a', 'true'])(
    'refused: %s',
    (condition) => {
      const { value, gaps } = evaluateCondition(condition, scopeOf(values));
      expect(value).toBeNull();
      expect(gaps.length).toBeGreaterThan(0);
    },
  );

  it('takes backticks and booleans from 6.0 on', () => {
    const inBackticks = "`${data.cat} == 'cat' && ${data.a}`";
    expect([of(inBackticks, '6.0'), of(inBackticks, '5.1')]).toEqual([true, null]);
    expect([of(true, '6.0'), of(false, '6.0'), of(true, '5.1')]).toEqual([true, false, null]);
    expect(of('`${data.number}`')).toBeNull();
  });

  it('says of anything whether it holds, or why not', () => {
    const piece = fc.constantFrom(
      ...['${data.a}', '${data.later}', "'x'", '7', '(', ')', '!', '&&', '||', '==', '<', ' ', '${', '`'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (parts) => {
        const { value, gaps } = evaluateCondition(parts.join(' '), scopeOf(values));
        expect(typeof value === 'boolean' || (value === null && gaps.length > 0)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
