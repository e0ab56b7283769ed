import { expect, it } from 'vitest';
import { metaRows } from '../../../scripts/metaRows';
import { rules } from '../../../src/flowjson/rules';
import { rowMutants, undecidable } from '../flowjson/mutants/rows';

const numbers = metaRows.map((_, index) => index + 1);

it("has every row of Meta's table", () => {
  expect(numbers).toHaveLength(101);
});

it('says of each row the code that its mistakes are found with', () => {
  const others = rowMutants.filter(({ row, codes }) => {
    const documented = metaRows[row - 1]![0].split(' ');
    return !codes.some((code) => documented.includes(code));
  });
  expect(others.map(({ row, name }) => `${row} ${name}`)).toEqual([]);
});

it('has a rule for each row that a text can show', () => {
  const claimed = new Set(rules.flatMap((rule) => rule.rows ?? []));
  expect(numbers.filter((row) => !claimed.has(row) && !undecidable.has(row))).toEqual([]);
  expect([...claimed].filter((row) => !numbers.includes(row))).toEqual([]);
});
