import { describe, expect, it } from 'vitest';
import { diagnose, parseFlow } from '../../../../src/flowjson/analyse';
import { english } from '../../../../src/flowjson/message';
import { operatorMutants as mutants } from './operatorMutants';
import { operators } from './operators';

describe('mistakes × flows', () => {
  it('are many', () => {
    expect(mutants.length).toBeGreaterThan(1000);
    for (const name of Object.keys(operators)) {
      expect(mutants.filter((mutant) => mutant.name === name).length, name).toBeGreaterThan(0);
    }
  });

  it.each(Object.keys(operators))('%s: found in every flow that has a place for it', (name) => {
    const missed = mutants
      .filter((mutant) => mutant.name === name)
      .flatMap(({ base, wanted, text }) => {
        const found = diagnose(parseFlow(text));
        const hit = found.some(({ code, path: at }) => wanted.codes.includes(code) && wanted.at.includes(at));
        if (hit) return [];
        const errors = found
          .filter(({ severity }) => severity !== 'info')
          .map(({ code, path: at, message }) => `${code} at ${at}: ${english(message)}`);
        return [{ base, wanted, errors }];
      });
    expect(missed).toEqual([]);
  });
});
