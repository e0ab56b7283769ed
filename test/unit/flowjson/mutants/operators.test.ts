import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { diagnose, parseFlow } from '../../../../src/flowjson/analyse';
import { english } from '../../../../src/flowjson/message';
import { endpointFlow, formFlow, plainFlow, textOf, type FlowValue } from './bases';
import { operators } from './operators';

const folder = 'test/simulator/flows';

/** The flows that mistakes are made in: ours for this purpose in several versions, and every sample of the project. */
const bases: Readonly<Record<string, () => FlowValue>> = {
  'plain 5.1': () => plainFlow('5.1'),
  'plain 7.3': () => plainFlow(),
  'with an endpoint 6.0': () => endpointFlow('6.0'),
  'with an endpoint 7.3': () => endpointFlow(),
  'a Form 6.2': () => formFlow('6.2'),
  'a Form 7.3': () => formFlow(),
  ...Object.fromEntries(
    fs
      .readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => [file, () => JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')) as FlowValue]),
  ),
};

const mutants = Object.entries(bases).flatMap(([base, make]) =>
  Object.entries(operators).flatMap(([name, operate]) => {
    const flow = make();
    const wanted = operate(flow);
    return wanted ? [{ base, name, wanted, text: textOf(flow) }] : [];
  }),
);

describe('mistakes × flows', () => {
  it('are many', () => {
    expect(mutants.length).toBeGreaterThan(300);
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
