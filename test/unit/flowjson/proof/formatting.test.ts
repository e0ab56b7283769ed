import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose, parseFlow } from '../../../../src/flowjson/analyse';
import { english } from '../../../../src/flowjson/message';
import { rowMutants } from '../mutants/rows';
import { corpus, samples } from './texts';
import { isJson } from '../support';

const texts = [...samples, ...corpus, ...rowMutants].map(({ text }) => text).filter(isJson);

/** Everything said about a text but where it stands in it. */
const told = (text: string): string[] =>
  diagnose(parseFlow(text))
    .map(({ severity, code, path, message }) => `${severity} ${code} ${path}: ${english(message)}`)
    .sort();

/** The same JSON written in another way: white space, line ends, escapes, from a stream of random numbers. */
function rewritten(text: string, random: () => number): string {
  const value: unknown = JSON.parse(text);
  const indent = [0, 1, 2, 4, 8, '\t', ' \t'][random() % 7];
  const lines = JSON.stringify(value, undefined, indent).replaceAll(
    '\n',
    ['\n', '\r\n', '\r'][random() % 3]!,
  );
  const loose = random() % 2 === 0 ? lines : spread(lines, random);
  return random() % 2 === 0 ? loose : escaped(loose, random);
}

/** White space around what separates. Strings are left as they are. */
function spread(text: string, random: () => number): string {
  const spaces = ['', ' ', '\t', '\n', '\r\n', '\n\n   '];
  return text.replace(/"(?:[^"\\]|\\.)*"|[{}[\],:]/g, (token) =>
    token.startsWith('"') ? token : `${spaces[random() % 6]!}${token}${spaces[random() % 6]!}`,
  );
}

/** Some letters of keys and values as `\uXXXX`. */
function escaped(text: string, random: () => number): string {
  return text.replace(/"(?:[^"\\]|\\.)*"/g, (token) =>
    token.replace(/\\.|[^"\\]/gs, (letter) =>
      letter.length > 1 || random() % 4 > 0
        ? letter
        : `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );
}

/** The same JSON with the keys of each object in another order, apart from those of maps, whose order means something. */
function shuffled(value: unknown, random: () => number, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, random));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(
    ([name, inner]) => [name, shuffled(inner, random, name)] as const,
  );
  if (['cases', 'data', 'properties', 'payload', 'routing_model'].includes(key))
    return Object.fromEntries(entries);
  const keyed = entries.map((entry) => ({ entry, order: random() }));
  return Object.fromEntries(keyed.sort((a, b) => a.order - b.order).map(({ entry }) => entry));
}

/** Numbers that look random and are the same for the same seed. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state >> 8;
  };
}

describe('however a flow is written', () => {
  it('the same is said of the same places', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), (text, seed) => {
        expect(told(rewritten(text, numbers(seed)))).toEqual(told(text));
      }),
      { numRuns: 150 },
    );
  });

  it('in whatever order its keys stand', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), (text, seed) => {
        const other = JSON.stringify(shuffled(JSON.parse(text), numbers(seed)));
        expect(told(other)).toEqual(told(text));
      }),
      { numRuns: 150 },
    );
  });

  const plain = samples[0]!.text;
  it.each([
    ['a comment at the end of a line', plain.replace('\n', ' // a comment\n'), /comment/i],
    ['a comment in the middle', plain.replace('"screens"', '/* all of them */ "screens"'), /comment/i],
    ['a comma too many', plain.replace(/\]\s*\}\s*$/, '],\n}'), /comma/i],
  ])('%s is refused in so many words', (_, text, words) => {
    const errors = diagnose(parseFlow(text)).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code }) => code)).toEqual(['INVALID_FLOW_JSON']);
    expect(english(errors[0]!.message)).toMatch(words);
  });
});
