import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSame } from '../../../src/preview/isSame';

const json = fc.jsonValue({ maxDepth: 3 });

it('says that a copy is the same', () => {
  fc.assert(fc.property(json, (value) => isSame(value, structuredClone(value))));
});

it('says of two values what their texts say', () => {
  const small = fc.letrec((tie) => ({
    value: fc.oneof(
      fc.constantFrom<unknown>(null, 0, 1, '', 'a', true),
      fc.array(tie('value'), { maxLength: 2 }),
      fc.record({ a: tie('value'), b: tie('value') }, { requiredKeys: [] }),
    ),
  })).value;
  fc.assert(
    fc.property(small, small, (a, b) => {
      expect(isSame(a, b)).toBe(JSON.stringify(sorted(a)) === JSON.stringify(sorted(b)));
    }),
  );
});

/** The order of keys says nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}
