import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { diagnose, parseFlow } from '../../../../src/flowjson/analyse';
import { versions } from '../../../../src/flowjson/catalogue';
import { holdsFor } from '../../../../src/flowjson/catalogue/versions';
import { rules } from '../../../../src/flowjson/rules';
import type { Rule } from '../../../../src/flowjson/rules/rule';
import { operatorMutants } from './operatorMutants';
import { rowMutants } from './rows';

/** Rules whose own tests know them by what they say rather than by name. */
const provenByCode = new Map([
  ['not-a-flow', 'rules/document/document.test.ts: what is no flow'],
  ['empty-text', 'rules/document/document.test.ts: is empty'],
]);

const isError = (rule: Rule): boolean => {
  const { severity } = rule;
  if (typeof severity === 'string') return severity === 'error';
  return versions.some(({ name }) => holdsFor(rule, name) && severity(name) === 'error');
};

/** The sources of all tests of the language: a rule whose name stands in quotes there is tested by itself. */
function testSources(): string {
  const folder = 'test/unit/flowjson';
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.test.ts') && !file.endsWith('everyRule.test.ts'))
    .map((file) => fs.readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');
}

it('every rule that makes a flow unusable is proven by a mistake made on purpose, or by a test of its own', () => {
  const reported = new Set(
    [...rowMutants, ...operatorMutants].flatMap(({ text }) =>
      diagnose(parseFlow(text)).map(({ rule }) => rule),
    ),
  );
  const sources = testSources();
  const unproven = rules
    .filter(isError)
    .map(({ id }) => id)
    .filter((id) => !reported.has(id) && !sources.includes(`'${id}'`) && !provenByCode.has(id));
  expect(unproven).toEqual([]);
});
