import { describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../../src/flowjson/diagnosis';
import { readRuleLevels, withLevels } from '../../../src/flowjson/ruleLevels';

const found = (code: string, severity: Diagnosis['severity']) => ({ code, severity }) as Diagnosis;

describe('the levels of rules', () => {
  it('are read word by word, and what is no level is named', () => {
    const { levels, unusable } = readRuleLevels({ A: 'off', B: 'warn', C: 'warning', D: 'loud', E: 2 });
    expect([...levels]).toEqual([
      ['A', 'off'],
      ['B', 'warning'],
      ['C', 'warning'],
    ]);
    expect(unusable).toEqual(['D', 'E']);
  });

  it.each([undefined, null, 'off', 7, ['off'], { A: 'constructor' }, { A: '__proto__' }])(
    'are none in %j',
    (value) => expect(readRuleLevels(value).levels.size).toBe(0),
  );

  it('leave out, change, and leave alone', () => {
    const { levels } = readRuleLevels({ A: 'off', B: 'error' });
    const before = [found('A', 'error'), found('B', 'info'), found('C', 'warning')];
    expect(withLevels(before, levels).map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'B error',
      'C warning',
    ]);
    expect(before[1]!.severity).toBe('info');
  });
});
