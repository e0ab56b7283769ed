import { describe, expect, it } from 'vitest';
import { endpointFlow, formFlow, plainFlow, textOf, type FlowValue } from '../mutants/bases';
import { operators } from '../mutants/operators';
import { rowMutants } from '../mutants/rows';
import { cases } from './cases';
import { breaksLaw, fixesIn } from './law';

/** The same kind of fix for the same rule is tried this often: further ones say nothing new. */
const tries = 6;

const bases: readonly (() => FlowValue)[] = [
  () => plainFlow('5.1'),
  () => plainFlow(),
  () => endpointFlow(),
  () => formFlow('6.2'),
  () => formFlow(),
];

const texts = [
  ...Object.values(cases),
  ...rowMutants.map(({ text }) => text),
  ...Object.values(operators).flatMap((operate) =>
    bases.flatMap((make) => {
      const flow = make();
      return operate(flow) ? [textOf(flow)] : [];
    }),
  ),
];

describe('every fix for every mistake', () => {
  it('mends it, leaves JSON, and brings no new error', () => {
    const tried = new Map<string, number>();
    const broken: string[] = [];
    for (const text of texts) {
      for (const { diagnosis, fix, found } of fixesIn(text)) {
        const key = `${diagnosis.rule} ${fix.kind}`;
        const count = tried.get(key) ?? 0;
        if (count >= tries) continue;
        tried.set(key, count + 1);
        const why = breaksLaw(text, diagnosis, fix, found);
        if (why) broken.push(why);
      }
    }
    expect(broken).toEqual([]);
    const kinds = new Set(
      [...tried.keys()].map((key) => key.split(' ')[1]!.replace(/^use-word-.*/, 'use-word')),
    );
    expect(kinds.size).toBeGreaterThan(40);
  });
});

describe('what the mutants do not show', () => {
  it.each(Object.entries(cases))('%s', (wanted, text) => {
    const offered = [...fixesIn(text)].map(({ diagnosis, fix }) => `${diagnosis.rule} ${fix.kind}`);
    expect(offered).toContain(wanted);
  });
});
