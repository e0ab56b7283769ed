import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../../src/flowjson/expression/conditionAst';
import { parseCondition } from '../../../../src/flowjson/expression/conditionParser';
import { conditionTypeProblems } from '../../../../src/flowjson/expression/conditionTypes';
import {
  booleanType,
  numberType,
  stringType,
  unknownType,
} from '../../../../src/flowjson/expression/valueTypes';
import { english } from '../../../../src/flowjson/message';

function shape(condition: Condition): string {
  switch (condition.is) {
    case 'reference':
      return condition.inner;
    case 'text':
      return `'${condition.value}'`;
    case 'number':
    case 'boolean':
      return String(condition.value);
    case 'group':
      return `(${shape(condition.inner)})`;
    case 'not':
      return `!${shape(condition.operand)}`;
    case 'comparison':
      return `<${shape(condition.left)} ${condition.operator} ${shape(condition.right)}>`;
    case 'logic':
      return `[${condition.operands.map(shape).join(' ')} by ${condition.operators.join(' ')}]`;
  }
}

/** What is wrong, as `stretch: sentence`; types by first letter: b, c boolean, s string, n number. */
function problems(text: string): string[] {
  const { root, problems } = parseCondition(text);
  const types = { b: booleanType, c: booleanType, s: stringType, n: numberType, u: unknownType };
  const typed = root
    ? conditionTypeProblems(root, ({ path }) => types[path[0] as keyof typeof types])
    : problems;
  return typed.map(({ start, end, message }) => `${text.slice(start, end)}: ${english(message)}`);
}

describe('parseCondition', () => {
  it.each([
    ['${data.b}', 'data.b'],
    ["${data.s} == 'x'", "<data.s == 'x'>"],
    ["(${data.s} == 'x') && ${data.b}", "[(<data.s == 'x'>) data.b by &&]"],
    ["(${data.b} && (${data.s} == 'cat'))", "([data.b (<data.s == 'cat'>) by &&])"],
    ["(${screen.A.form.s} != '')", "(<screen.A.form.s != ''>)"],
    ['!${data.b} || !(${data.n} >= -5) && true', '[!data.b !(<data.n >= -5>) true by || &&]'],
    ['0<${data.n}', '<0 < data.n>'],
    ['(${data.n} > 1) == ${data.b}', '<(<data.n > 1>) == data.b>'],
    ['${data.u} == 5', '<data.u == 5>'],
  ])('reads %s', (text, tree) => {
    const { root } = parseCondition(text);
    expect(problems(text)).toEqual([]);
    expect(root && shape(root)).toBe(tree);
  });

  it.each([
    // Rows 88 to 90 of the table of errors.
    [' ', ' : The condition is empty; it needs at least one reference.'],
    ['( )', '( ): There is nothing between these parentheses.'],
    ['573 == 376', '573 == 376: == has literals on both sides; one of them has to be a reference.'],
    // Row 91 in its parts.
    ['${data.b})', '): This parenthesis was never opened.'],
    ['(${data.b}', '(: The closing parenthesis is missing.'],
    ["${data.s} == 'x", "'x: The closing quote of this text is missing."],
    [
      '${data.b} ${data.c}',
      '${data.b} ${data.c}: An operator is missing between these two; &&, || or a comparison.',
    ],
    ["${data.s} = 'x'", '=: = is no operator of a condition; write ==.'],
    ['${data.n} + 1', '+: + is no operator of a condition.'],
    ['${data.n} == 05', '05: 05 is not written as a whole number without leading zeros.'],
    ['${data.n} == 1.5', '1.5: 1.5 is not written as a whole number without leading zeros.'],
    ['${data.b} # ${data.c}', '#: # means nothing in a condition.'],
    [
      "${data.s} == 'x' && ${data.b}",
      "${data.s} == 'x': A comparison beside other operators needs parentheses: (a == b) && c.",
    ],
    [
      '!${data.s} == ${data.s}',
      '${data.s} == ${data.s}: A comparison beside other operators needs parentheses: (a == b) && c.',
    ],
    ['${data.s} || ${data.b}', '${data.s}: || needs boolean; this is string.'],
    ['!${data.n}', '${data.n}: ! needs boolean; this is number.'],
    ['${data.b} == !${data.c}', '!: ! is allowed only at the beginning, after (, && and ||.'],
    ['&& ${data.b}', '&&: && needs something in front of it.'],
    ['${data.s} == 5', '${data.s} == 5: == needs the same type on both sides; here string meets number.'],
    ['${data.s} == abc', 'abc: abc is neither a reference nor a literal; put text in single quotes.'],
    ['${data.b} &&', '&&: There is nothing behind &&.'],
    ['(${data.b} &&)', '&&: There is nothing behind &&.'],
    // Rows 92 to 94.
    ['${data.n} > -a', '-a: - is allowed only right in front of a number.'],
    [
      '((${data.s}))',
      '((${data.s})): The condition has to be true or false; this is string. Compare it with something.',
    ],
    ['true', 'true: A condition needs at least one reference; this is always the same.'],
    // What people try.
    ['${data.s} == "x"', '"x": Put text in single quotes, not in double ones.'],
    ['${data.s} == "x', '": Put text in single quotes, not in double ones.'],
    ['${data.b', '${data.b: The closing brace of this reference is missing.'],
  ])('refuses %s', (text, problem) => {
    expect(problems(text)[0]).toBe(problem);
  });

  it('says both when both sides of && are comparisons, and how each would be right', () => {
    expect(parseCondition("${data.s} == 'x' && ${data.n} > 1").problems).toMatchObject([
      { replacement: "(${data.s} == 'x')" },
      { replacement: '(${data.n} > 1)' },
    ]);
  });

  it('says every unmatched parenthesis', () => {
    expect(parseCondition('))${data.value_1}((').problems.map(({ start }) => start)).toEqual([0, 1, 17, 18]);
  });

  it('gives the tokens in order, for evaluation', () => {
    expect(parseCondition('!(${data.n} > -5)').tokens.map(({ is, start }) => `${is} ${start}`)).toEqual([
      'operator 0',
      'open 1',
      'reference 2',
      'operator 12',
      'number 14',
      'close 16',
    ]);
  });

  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom('${data.x}', '${', '}', "'a'", "'", '"', '(', ')', '!', '=', '&', '|', '<', '>', '#'),
      fc.constantFrom('\\', ' ', '+', '-', '12', '05', '.', 'true', 'word', '\n', '😀', '`'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 40 },
  );

  it('never throws; tokens follow each other, problems lie inside the text, and a tree has none', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('');
        const { root, tokens, problems } = parseCondition(text);
        let at = 0;
        for (const { start, end } of tokens) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
        for (const { start, end } of problems) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        expect(root === undefined).toBe(problems.length > 0);
      }),
      { numRuns: 500 },
    );
  });

  it('accepts what the grammar makes', () => {
    const condition = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('${data.b}', '(${data.s} == 1)', "('x' != ${form.y})"),
        fc
          .array(
            fc.oneof(
              tie('node'),
              tie('node').map((node) => `!${node.replace(/^!/, '')}`),
            ),
            {
              minLength: 2,
              maxLength: 4,
            },
          )
          .map((nodes) => `(${nodes.join(' && ')})`),
      ),
    })).node;
    fc.assert(
      fc.property(condition, (text) => {
        expect(parseCondition(text).problems).toEqual([]);
      }),
    );
  });

  it.each(["'", '(', ')', '${', '${data.x} ', 'a ', '!', '1 == ', '#', '&& ', '()', '-'])(
    'is read to its end in one go, for half a million %s',
    (piece) => {
      const text = piece.repeat(500_000);
      // A reader that goes back would need minutes, and the test would be given up.
      expect(parseCondition(text).problems.length).toBeGreaterThan(0);
    },
  );
});
