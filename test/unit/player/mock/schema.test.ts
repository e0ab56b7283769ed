import { Ajv } from 'ajv';
import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readMock } from '../../../../src/player/mock/read';
import { mockSchema } from '../../../../src/player/mock/schema';

const validate = new Ajv({ allErrors: true }).compile(mockSchema());

describe('the schema of mocks', () => {
  it.each([
    [{}, true],
    [{ open: { action: 'data_exchange', screen: 'A', data: {}, token: 't' } }, true],
    [{ open: { action: 'BACK' } }, false],
    [{ presets: { A: { one: { k: 1 } } } }, true],
    [{ presets: { A: { one: [] } } }, false],
    [{ answers: [{ when: { action: 'INIT' }, answer: { screen: 'A', data: {} } }] }, true],
    [{ answers: [{ when: { acton: 'INIT' }, answer: {} }] }, false],
    [{ answers: [{ when: { screen: 'A' } }] }, false],
    [{ answers: [{ answer: {}, failure: {} }] }, false],
    [{ answers: [{ failure: { error: 'timeout_error' } }] }, true],
    [{ answers: [{ failure: { error: 'no such thing' } }] }, false],
    [{ answers: [{ failure: { status: 42 } }] }, false],
  ])('says of %j the same as the program', (json, fits) => {
    expect(validate(json)).toBe(fits);
    expect(readMock(JSON.stringify(json)).problems.length === 0).toBe(fits);
  });

  it('takes every example of the documentation', () => {
    const page = fs.readFileSync('docs/flow-mock.md', 'utf8');
    const examples = [...page.matchAll(/```json\n([^]*?)```/g)].map(([, text]) => text!);
    expect(examples.length).toBeGreaterThan(0);
    for (const text of examples) {
      expect(readMock(text).problems).toEqual([]);
      expect(validate(JSON.parse(text))).toBe(true);
    }
  });
});
