import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english, say } from '../../../../src/flowjson/message';
import { commonEnds } from '../../../../src/flowjson/text/commonEnds';
import { applyEdits } from '../../../../src/flowjson/text/edit';
import { Lines } from '../../../../src/flowjson/text/lines';
import { decodedIndex, sourceOffset } from '../../../../src/flowjson/text/strings';

describe('places inside strings', () => {
  it('go from the decoded text to the source and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, some) => {
        const source = JSON.stringify(text);
        const index = some % (text.length + 1);
        const offset = sourceOffset(source, index);
        expect(decodedIndex(source, offset)).toBe(index);
        const cutInHalf =
          /[\ud800-\udbff]$/.test(text.slice(0, index)) && /^[\udc00-\udfff]/.test(text.slice(index));
        if (!cutInHalf)
          expect(source.slice(1, offset)).toBe(JSON.stringify(text.slice(0, index)).slice(1, -1));
      }),
    );
  });
});

describe('lines', () => {
  it('counts lines and columns from 1', () => {
    const lines = new Lines('ab\r\nc\n');
    expect([0, 2, 4, 5, 6].map((offset) => lines.position(offset))).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 3 },
      { line: 2, column: 1 },
      { line: 2, column: 2 },
      { line: 3, column: 1 },
    ]);
  });
});

describe('common ends', () => {
  it('are as long as they can be and do not overlap', () => {
    const short = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 12 });
    fc.assert(
      fc.property(short, short, (a, b) => {
        const { prefix, suffix } = commonEnds(a, b);
        expect(a.slice(0, prefix)).toBe(b.slice(0, prefix));
        expect(prefix + suffix).toBeLessThanOrEqual(Math.min(a.length, b.length));
        expect(a.slice(a.length - suffix)).toBe(b.slice(b.length - suffix));
        if (prefix < Math.min(a.length, b.length)) expect(a[prefix]).not.toBe(b[prefix]);
      }),
    );
  });
});

it('applies edits in any order', () => {
  const edits = [
    { start: 0, end: 1, text: 'A' },
    { start: 2, end: 2, text: '-' },
    { start: 3, end: 4, text: '' },
  ];
  expect(applyEdits('abcd', edits)).toBe('Ab-c');
  expect(applyEdits('abcd', [...edits].reverse())).toBe('Ab-c');
});

it('fills in what a sentence names, and leaves foreign braces alone', () => {
  expect(english(say('{0} of {1}: {2}', 'a', 2))).toBe('a of 2: {2}');
});
