import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsPattern } from '../../../../src/player/text/pattern';

/** Patterns that the built-in matcher runs without danger on short texts. */
const atom = fc.constantFrom(
  ...[
    'a',
    'b',
    '.',
    '[ab]',
    '[^a]',
    String.raw`\d`,
    String.raw`\w`,
    String.raw`\.`,
    '^',
    '$',
    String.raw`\b`,
  ],
);
const repeated = fc
  .tuple(atom, fc.constantFrom('', '*', '+', '?', '{2}', '{1,2}', '{0,}', '*?'))
  .map(([one, many]) =>
    many !== '' && (one === '^' || one === '$' || one === String.raw`\b`) ? one : one + many,
  );
const { pattern } = fc.letrec<{ pattern: string; group: string }>((tie) => ({
  group: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    repeated,
    fc
      .tuple(
        fc.constantFrom('(', '(?:', '(?=', '(?!', '(?<n>'),
        tie('pattern'),
        fc.constantFrom('', '*', '?', '{2}'),
      )
      .map(([open, inner, many]) => `${open}${inner})${open === '(?=' || open === '(?!' ? '' : many}`),
  ),
  pattern: fc
    .array(
      fc.array(tie('group'), { minLength: 0, maxLength: 3 }).map((parts) => parts.join('')),
      {
        minLength: 1,
        maxLength: 2,
      },
    )
    .map((ways) => ways.join('|')),
}));

/** What the built-in matcher says of the whole text; nothing where it refuses the pattern. */
function builtIn(source: string, text: string): 'yes' | 'no' | undefined {
  try {
    return new RegExp(`^(?:${source})$`, 'u').test(text) ? 'yes' : 'no';
  } catch {
    return undefined;
  }
}

describe('patterns', () => {
  it('are matched as the built-in matcher does', () => {
    fc.assert(
      fc.property(
        pattern,
        fc.string({ unit: fc.constantFrom('a', 'b', '1', '.', ' '), maxLength: 6 }),
        (source, text) => {
          const expected = builtIn(source, text);
          fc.pre(expected !== undefined);
          expect(`${source} ${text} ${fitsPattern(source, text)}`).toBe(`${source} ${text} ${expected}`);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['^[0-9]{5}$', '12345', 'yes'],
    ['^[0-9]{5}$', '1234', 'no'],
    ['[A-Z]{2}', 'xABx', 'no'],
    ['a|b', 'b', 'yes'],
    [String.raw`^(19|20)\d\d-(0[1-9]|1[012])$`, '2024-12', 'yes'],
    [String.raw`^(?=.*\d)(?=.*[a-z]).{8,}$`, 'abcdefg1', 'yes'],
    [String.raw`^(?=.*\d)(?=.*[a-z]).{8,}$`, 'abcdefgh', 'no'],
    [String.raw`[\w.\-]+`, 'a.b-c', 'yes'],
    [String.raw`[\]\\]+`, ']\\', 'yes'],
    [String.raw`\p{Lu}\p{L}*`, 'Äpfel', 'yes'],
    ['.', '😀', 'yes'],
    ['a{,2}', 'a{,2}', 'yes'],
    ['', '', 'yes'],
  ])('%s on %s: %s', (source, text, fit) => {
    expect(fitsPattern(source, text)).toBe(fit);
  });

  it.each([
    String.raw`(a)\1`,
    '(?<=a)b',
    '(',
    'a)',
    '[a',
    '*',
    'a{3,1}',
    'a++',
    '(?i)a',
    '\\',
    '[z-a]',
    'a{9999}',
  ])('%s is not used', (source) => {
    expect(fitsPattern(source, 'aa')).toBe('unknown');
  });

  it.each([
    '(a+)+$',
    '^(a|a)*$',
    '^(a|aa)+$',
    String.raw`^(\w+\s?)*$`,
    '(.*a){20}',
    '((a*)*)*',
    '(){999999}',
    '((((){9999}){9999}){9999}){9999}',
    '(?=(?=(a{99}){99}){99}){99}',
    '(?!(?!(?!a*)*)*)*b',
    '((?=a*b)a)*',
    '('.repeat(2000),
    '(?:'.repeat(40) + 'a*' + ')*'.repeat(40),
  ])('%s comes to an end', (source) => {
    for (const text of ['a'.repeat(30) + '!', 'a'.repeat(4000), 'ab'.repeat(2000)]) {
      expect(['yes', 'no', 'unknown']).toContain(fitsPattern(source, text));
    }
  });

  it('any text is a pattern that is matched or not used', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (source, text) => {
        expect(['yes', 'no', 'unknown']).toContain(fitsPattern(source, text));
      }),
    );
  });
});
