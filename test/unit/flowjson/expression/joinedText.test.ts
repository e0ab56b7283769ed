import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asExpression } from '../../../../src/flowjson/expression/joinedText';
import { partsOf } from '../../../../src/flowjson/expression/expressionAst';
import { parseExpression } from '../../../../src/flowjson/expression/expressionParser';

describe('mixed text as an expression', () => {
  it.each([
    ['Hello ${data.x}', "`'Hello ' ${data.x}`"],
    ['${data.x}', '`${data.x}`'],
    ['${data.x}${form.y}!', "`${data.x} ${form.y} '!'`"],
    ["It's ${data.x}", "`'It\\'s ' ${data.x}`"],
    ['Hello', undefined],
    ['Hello ${x}', undefined],
  ])('%s', (text, expression) => {
    expect(asExpression(text)).toBe(expression);
  });

  it('is always well formed and says the same', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        fc.pre(!`${before}${after}`.includes('$'));
        const { root, problems } = parseExpression(asExpression(`${before}\${data.x}${after}`)!);
        expect(problems).toEqual([]);
        const texts = [root, ...partsOf(root)].map((part) => (part.is === 'text' ? part.value : ''));
        expect(texts.join('')).toBe(before + after);
      }),
    );
  });
});
