import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOf, type Expression } from '../../../../src/flowjson/expression/expressionAst';
import { mostOperators, parseExpression } from '../../../../src/flowjson/expression/expressionParser';
import { english } from '../../../../src/flowjson/message';

/** The tree in prefix form: `(+ 1 ${data.x})`; members side by side as `[a b]`. */
function shape(expression: Expression): string {
  switch (expression.is) {
    case 'text':
      return `'${expression.value}'`;
    case 'number':
    case 'boolean':
      return String(expression.value);
    case 'reference':
      return expression.to ? `${expression.to.scope}.${expression.to.path.join('.')}` : '?';
    case 'unary':
      return `(${expression.operator} ${shape(expression.operand)})`;
    case 'binary':
      return `(${expression.operator} ${shape(expression.left)} ${shape(expression.right)})`;
    case 'concatenation':
      return `[${expression.members.map(shape).join(' ')}]`;
    case 'group':
      return shape(expression.inner);
    case 'broken':
      return `<${expression.parts.map(shape).join(' ')}>`;
  }
}

const read = (inner: string): string => shape(parseExpression(`\`${inner}\``).root);

/** The problems of an expression as `stretch: sentence`. */
function problems(inner: string): string[] {
  const text = `\`${inner}\``;
  return parseExpression(text).problems.map(
    ({ start, end, message }) => `${text.slice(start, end)}: ${english(message)}`,
  );
}

describe('parseExpression', () => {
  it.each([
    ["${data.a} ' is ' ${form.b}", "[data.a ' is ' form.b]"],
    ["'text' (2024 - ${form.age})", "['text' (- 2024 form.age)]"],
    ['${data.a} || ${data.b} && ${data.c}', '(|| data.a (&& data.b data.c))'],
    ['1 + 2 * 3 - 4 % 5', '(- (+ 1 (* 2 3)) (% 4 5))'],
    ['(1 + 2) * 3', '(* (+ 1 2) 3)'],
    ['1 + 2 < 4 == true', '(== (< (+ 1 2) 4) true)'],
    ['!${data.a} && !(${data.b})', '(&& (! data.a) (! data.b))'],
    ['-1 - -${data.x}', '(- (- 1) (- data.x))'],
    ["${data.a} == 'x' ' y'", "[(== data.a 'x') ' y']"],
    ['${screen.FIRST.form.a.b}', 'form.a.b'],
    ["'it\\'s \\`quoted\\`'", "'it's `quoted`'"],
    ['1.5 .5 true false', '[1.5 0.5 true false]'],
    ["'${data.x}'", "'${data.x}'"],
  ])('reads %s', (inner, tree) => {
    expect(problems(inner)).toEqual([]);
    expect(read(inner)).toBe(tree);
  });

  it('knows where every part stands, counted with the backtick', () => {
    const { root } = parseExpression("`${data.a} == 'x'`");
    expect(root).toMatchObject({ is: 'binary', start: 1, end: 17, at: { start: 11, end: 13 } });
    expect(partsOf(root)).toMatchObject([
      { start: 1, end: 10 },
      { start: 14, end: 17 },
    ]);
  });

  it.each([
    ['Hello ${data.x}', "Hello: Put text inside backticks in single quotes: 'Hello'."],
    [
      'Hello there, friend: ${data.x}',
      "Hello there, friend:: Put text inside backticks in single quotes: 'Hello there, friend:'.",
    ],
    ['${data.x} === 1', '===: WhatsApp does not know ===; write ==.'],
    ['${data.x} | ${data.y}', '|: WhatsApp does not know |; write ||.'],
    ['${data.x} ** 2', '**: WhatsApp does not know the operator **.'],
    ['~${data.x}', '~: WhatsApp does not know the operator ~.'],
    [
      "${data.x} ? 'a' : 'b'",
      '?: WhatsApp does not know ? :; use an If component, or prepare the value outside of the flow.',
    ],
    ['${data.x} == null', "null: WhatsApp does not know null; compare with an empty text, '', instead."],
    ['(${data.x}', '(: The closing parenthesis is missing.'],
    ['${data.x})', '): This parenthesis was never opened.'],
    ["'abc", "'abc: The closing quote of this text is missing."],
    ['${data.x', '${data.x: The closing brace of this reference is missing.'],
    ['()', '(): There is nothing between these parentheses.'],
    ['${data.x} +', '+: There is nothing behind +.'],
    ['* ${data.x}', '*: * needs something in front of it.'],
    ['!', '!: There is nothing behind !.'],
    ["'a' : 'b'", ':: A colon means nothing here; put text in single quotes.'],
    ['"a"', '"a": Put text in single quotes, not in double ones.'],
    ["'a' ` 'b'", '`: A backtick inside an expression belongs in quotes, with a backslash before it.'],
    [
      ' ',
      '` `: The expression is empty; put a reference, a number or a text in single quotes between the backticks.',
    ],
  ])('refuses %s', (inner, problem) => {
    expect(problems(inner)).toEqual([problem]);
  });

  it('keeps what can be read around a mistake', () => {
    expect(read('Hello ${data.x} (${form.y}')).toBe('[<> data.x form.y]');
    expect(read("${data.a} ? 'x' : ${data.b}")).toBe("<data.a 'x' data.b>");
    expect(read('${data.a} === ${data.b}')).toBe('(== data.a data.b)');
  });

  it('offers what a fix would write', () => {
    const [problem] = parseExpression('`it is ${data.x}`').problems;
    expect(problem).toMatchObject({ replacement: "'it is'", start: 1, end: 6 });
  });

  it('reads half-typed text without its last backtick', () => {
    expect(shape(parseExpression("`'a' ${data.b}").root)).toBe("['a' data.b]");
    expect(parseExpression('`').problems).toHaveLength(1);
  });

  it('stops with one doubt where there are too many operators, and stays shallow', () => {
    for (const text of ['('.repeat(5000), '!'.repeat(5000), '1+'.repeat(5000), '1?1:'.repeat(5000)]) {
      const { root, problems } = parseExpression(`\`${text}\``);
      expect(problems.filter(({ kind }) => kind === 'doubtful')).toHaveLength(1);
      expect(depth(root)).toBeLessThan(3 * mostOperators);
    }
  });

  it('reads long texts side by side', () => {
    const { root, problems } = parseExpression(`\`${"${data.x} 'a' ".repeat(20_000)}\``);
    expect(problems).toEqual([]);
    expect(partsOf(root)).toHaveLength(40_000);
  });

  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom('${data.x}', '${', '}', "'a'", "'", '"', '(', ')', '!', '=', '&', '|', '?', ':', '`'),
      fc.constantFrom('\\', ' ', '+', '-', '*', '12', '.', 'true', 'null', 'word', '\n', '😀'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 40 },
  );

  it('never throws, and every part and problem lies inside the text', () => {
    fc.assert(
      fc.property(pieces, fc.boolean(), (parts, closed) => {
        const text = `\`${parts.join('')}${closed ? '`' : ''}`;
        const { root, problems } = parseExpression(text);
        for (const { start, end } of problems) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        expectNested(root, text.length);
      }),
      { numRuns: 500 },
    );
  });

  it('reads what it wrote: a valid tree survives being printed', () => {
    const tree = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom('1', 'true', "'t'", '${data.x}', '${form.y.z}'),
        fc
          .tuple(fc.constantFrom('+', '==', '&&', '||', '<', '*'), tie('node'), tie('node'))
          .map(([operator, left, right]) => `(${left} ${operator} ${right})`),
        fc.tuple(fc.constantFrom('!', '-'), tie('node')).map(([sign, operand]) => `${sign}${operand}`),
      ),
    })).node;
    fc.assert(
      fc.property(tree, (inner) => {
        const text = `\`${inner}\``;
        expect(parseExpression(text).problems).toEqual([]);
        // Every prefix is read too, to its end and not beyond.
        for (let end = 1; end < text.length; end += 1) {
          expectNested(parseExpression(text.slice(0, end)).root, end);
        }
      }),
      { numRuns: 50 },
    );
  });

  it.each(["'", '(', '${', '${data.x} ', 'a ', "'a' b ", '!', '1 + ', '\\', ':', '?', ') ', '(: '])(
    'is read to its end in one go, for half a million %s',
    (piece) => {
      const text = `\`${piece.repeat(500_000)}\``;
      // A reader that goes back would need minutes, and the test would be given up.
      expect(parseExpression(text).root.end).toBeLessThanOrEqual(text.length);
    },
  );
});

function depth(expression: Expression): number {
  return 1 + Math.max(0, ...partsOf(expression).map(depth));
}

/** Parts lie inside of what they are parts of, from left to right. */
function expectNested(expression: Expression, limit: number): void {
  expect(expression.start).toBeGreaterThanOrEqual(0);
  expect(expression.end).toBeGreaterThanOrEqual(expression.start);
  expect(expression.end).toBeLessThanOrEqual(limit);
  let at = expression.start;
  for (const part of partsOf(expression)) {
    expect(part.start).toBeGreaterThanOrEqual(at);
    expect(part.end).toBeLessThanOrEqual(expression.end);
    at = part.end;
    expectNested(part, limit);
  }
}
