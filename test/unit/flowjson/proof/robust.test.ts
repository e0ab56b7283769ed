import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose, parseFlow } from '../../../../src/flowjson/analyse';
import type { Diagnosis } from '../../../../src/flowjson/diagnosis';
import { english } from '../../../../src/flowjson/message';
import type { Flow } from '../../../../src/flowjson/model/flow';
import { endpointFlow, formFlow, plainFlow, textOf } from '../mutants/bases';
import { edit, edited } from './edits';
import { corpus, samples } from './texts';

/** FULL_PROOF=1 leaves nothing out: every single prefix, ten times the edits. It takes a quarter of an hour. */
const full = process.env['FULL_PROOF'] === '1';
const stepsPerFile = full ? Infinity : 250;

const told = (found: readonly Diagnosis[]): string[] =>
  found.map(
    ({ severity, code, rule, path, span, message }) =>
      `${severity} ${code} ${rule} ${path} ${span.start}-${span.end}: ${english(message)}`,
  );

describe('half-typed flows', () => {
  it.each([...samples, ...corpus].map(({ name, text }) => [name, text] as const))(
    '%s: every beginning of it is read, and read on',
    (_, text) => {
      const step = Math.max(1, Math.floor(text.length / stepsPerFile));
      let flow: Flow | undefined;
      for (let end = 0; end <= text.length; end += step) {
        flow = parseFlow(text.slice(0, end), flow);
        for (const { span } of diagnose(flow)) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(end);
          expect(span.start).toBeLessThanOrEqual(span.end);
        }
      }
    },
    full ? 600_000 : 20_000,
  );
});

const bases = [
  ...[plainFlow(), endpointFlow(), formFlow(), formFlow('5.1'), endpointFlow('6.2')].map(textOf),
  ...samples.map(({ text }) => text).filter((text) => text.length < 6000),
];

const chains = full ? 10_000 : 1000;
const editsInChain = 10;

describe('changed flows', () => {
  it(
    `after each of ${chains * editsInChain} changes, reading on finds what reading anew finds`,
    () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...bases),
          fc.array(edit, { minLength: editsInChain, maxLength: editsInChain, size: 'max' }),
          (base, edits) => {
            let text = base;
            let flow = parseFlow(text);
            for (const one of edits) {
              text = edited(text, one);
              flow = parseFlow(text, flow);
              expect(told(diagnose(flow))).toEqual(told(diagnose(parseFlow(text))));
            }
          },
        ),
        { numRuns: chains },
      );
    },
    full ? 3_600_000 : 120_000,
  );
});
