import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateExpression } from '../../../../src/player/evaluate/expression';
import type { Json } from '../../../../src/player/json';
import { scopeOf } from './scope';

const values = {
  'data.ten': 10,
  'data.three': 3,
  'data.zero': 0,
  'data.text': 'text',
  'data.five': '5',
  'data.yes': true,
  'data.no': false,
  'data.blank': '',
  'data.later': null,
  'data.list': ['a'],
  'form.first': 'Ada',
  'form.age': 36,
  'screen.A.form.x': 'far',
};

const of = (inner: string): Json => evaluateExpression(`\`${inner}\``, scopeOf(values)).value;

describe('expressions in backticks (facts, section 5.2)', () => {
  it.each<[string, Json]>([
    // Literals and references.
    ["'quoted'", 'quoted'],
    ['12.5', 12.5],
    ['true', true],
    ['${form.first}', 'Ada'],
    ['${screen.A.form.x}', 'far'],
    // Members side by side make a text; what is missing becomes empty.
    ["${form.first} ' is ' ${form.age}", 'Ada is 36'],
    ["'text' (2024 - ${form.age})", 'text1988'],
    ["'[' ${data.later} ']'", '[]'],
    ["'it is ' ${data.yes}", 'it is true'],
    ["'' (10 / 3)", '3.33'],
    // Arithmetic; what is missing counts as 0.
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 % 4', 2],
    ['-${data.ten} + +3', -7],
    ['${data.later} + 5', 5],
    ['${data.blank} * 5', 0],
    ['${data.five} + 1', 6],
    ['10 / 3', 3.33],
    ['2 / 3', 0.67],
    ['0.1 + 0.2', 0.3],
    ['10 / 0', 0],
    ['10 % 0', 0],
    ['10 / ${data.later}', 0],
    ['${data.text} + 1', null],
    ['0 * -1', 0],
    // Equality.
    ["${data.text} == 'text'", true],
    ["${data.text} != 'text'", false],
    ['${data.ten} == 10', true],
    ['${data.five} == 5', true],
    ["5 == '5.0'", true],
    ['${data.yes} == true', true],
    ["${data.later} == ''", true],
    ['${data.later} == ${data.blank}', true],
    ['${data.later} == 0', false],
    ['${data.later} == false', false],
    ['${data.later} != 0', true],
    ["${data.yes} == 'true'", false],
    // Order.
    ['${data.ten} > 9', true],
    ['${data.ten} <= 10', true],
    ['${data.five} < 6', true],
    ['${data.later} < 1', false],
    ['${data.later} >= 0', false],
    ["${data.text} < 'z'", false],
    ['${data.text} < 6', false],
    // Logic.
    ['${data.yes} && !${data.no}', true],
    ['${data.yes} && ${data.no} || ${data.yes}', true],
    ['${data.no} || ${data.later}', false],
    ['!${data.later}', true],
    ['!(${data.ten} > 3)', false],
    // Precedence, loosest first: || && == < + * unary.
    ['false && false || true', true],
    ['1 + 1 == 2 && 3 * 2 > 5', true],
    ['1 < 2 == true', true],
    ['10 - 3 - 2', 5],
    // A name with a hyphen is a subtraction only outside of braces.
    ['${data.ten}-${data.three}', 7],
  ])('%s gives %j', (inner, value) => {
    expect(of(inner)).toEqual(value);
  });

  it.each(['Hello ${data.ten}', '', '1 +', "'open", '${data.ten', '1 === 1', 'true ? 1 : 2', 'null', '~1'])(
    '%s gives nothing, and why',
    (inner) => {
      const { value, gaps } = evaluateExpression(`\`${inner}\``, scopeOf(values));
      expect(value).toBeNull();
      expect(gaps.map(({ broken }) => broken)).toEqual([true]);
    },
  );

  it('reads a hyphen in a name as a minus, and says so', () => {
    const { value, gaps } = evaluateExpression(
      '`${data.ten-three}`',
      scopeOf({ ...values, 'data.ten-three': 'x' }),
    );
    expect([value, gaps.map(({ broken }) => broken)]).toEqual([10, [true]]);
    expect(of('${form.none-at-all}')).toBe(0);
    expect(of('${data.text-x}')).toBeNull();
  });

  it('tells of references that lead nowhere, and goes on without them', () => {
    const { value, gaps } = evaluateExpression("`'a' ${data.unknown} ${data.later} 'b'`", scopeOf(values));
    expect(value).toBe('ab');
    expect(gaps.map(({ broken }) => broken)).toEqual([true, false]);
  });

  it('does not know lists in texts', () => {
    const { value, gaps } = evaluateExpression("`'a' ${data.list}`", scopeOf(values));
    expect(value).toBe('a');
    expect(gaps).toHaveLength(1);
  });

  it('never gives what JSON cannot write', () => {
    const operand = fc.constantFrom(
      '1e308',
      '${data.ten}',
      '0',
      '-5',
      '${data.text}',
      '${data.later}',
      "'x'",
      'true',
    );
    const operator = fc.constantFrom('+', '-', '*', '/', '%', '==', '<', '&&', '||', ' ', '(', ')', '!');
    fc.assert(
      fc.property(fc.array(fc.oneof(operand, operator), { maxLength: 12 }), (parts) => {
        const result = evaluateExpression(`\`${parts.join(' ')}\``, scopeOf(values));
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
      { numRuns: 2000 },
    );
    expect(of('9'.repeat(400))).toBeNull();
    expect(of(`${'9'.repeat(300)} * ${'9'.repeat(300)}`)).toBeNull();
  });
});
