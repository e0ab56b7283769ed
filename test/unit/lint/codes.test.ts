import { expect, it } from 'vitest';
import { diagnose, parseFlow } from '../../../src/flowjson/analyse';
import { rules } from '../../../src/flowjson/rules';
import { codes } from '../../../src/lint/codes';
import { rowMutants } from '../flowjson/mutants/rows';

it('knows every code that a rule reports, so that each can be decided about', () => {
  const named = new Map(rules.map((rule) => [rule.id, rule.codes]));
  const found = rowMutants.flatMap(({ text }) => diagnose(parseFlow(text)));
  expect(found.length).toBeGreaterThan(100);
  const unnamed = found.filter(({ rule, code }) => !named.get(rule)!.includes(code) || !codes.has(code));
  expect(unnamed.map(({ rule, code }) => `${rule}: ${code}`)).toEqual([]);
});
