import { describe, expect, it } from 'vitest';
import { diagnose, parseFlow } from '../../../../src/flowjson/analyse';
import { english } from '../../../../src/flowjson/message';
import { endpointFlow, formFlow, plainFlow, textOf } from './bases';
import { rowMutants, undecidable } from './rows';

const told = (text: string): string[] =>
  diagnose(parseFlow(text)).map(
    ({ severity, code, path, message }) => `${severity} ${code} at ${path || 'the top'}: ${english(message)}`,
  );

describe('the flows that the mistakes are made in', () => {
  it.each(['5.1', '6.0', '6.3', '7.0', '7.2', '7.3', '7.4'])('are clean in %s', (version) => {
    for (const base of [plainFlow, endpointFlow, formFlow]) {
      expect(told(textOf(base(version))).filter((line) => !line.startsWith('info'))).toEqual([]);
    }
  });
});

describe('documented mistakes', () => {
  it.each(rowMutants.map((mutant) => [mutant.row, mutant.name, mutant] as const))(
    'row %i: %s',
    (_row, _name, { text, codes, at, severity }) => {
      const hit = diagnose(parseFlow(text)).some(
        (found) => codes.includes(found.code) && at.includes(found.path) && found.severity === severity,
      );
      expect(hit ? 'found' : told(text), `${severity} ${codes.join('/')} at ${at.join(' or ')}`).toBe(
        'found',
      );
    },
  );

  it('has every row of the table', () => {
    const rows = new Set([...rowMutants.map(({ row }) => row), ...undecidable.keys()]);
    expect(Array.from({ length: 101 }, (_, index) => index + 1).filter((row) => !rows.has(row))).toEqual([]);
  });

  it.each(rowMutants.map((mutant) => [mutant.row, mutant.name, mutant] as const))(
    'row %i: %s draws hardly anything else',
    (_row, _name, { text, codes, at }) => {
      const others = diagnose(parseFlow(text)).filter(
        ({ severity, code, path, rule }) =>
          severity !== 'info' && rule !== 'version-expired' && !(codes.includes(code) && at.includes(path)),
      );
      expect(others.length > 2 ? told(text) : []).toEqual([]);
    },
  );
});
