import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english } from '../../../../../src/flowjson/message';
import { readJson } from '../../../../../src/webview/local/pane/json/jsonProblem';

const problemIn = (text: string): string => {
  const read = readJson(text);
  return 'problem' in read ? english(read.problem) : `fine: ${JSON.stringify(read.value)}`;
};

describe('readJson', () => {
  it.each([
    ['', 'There is nothing here: a value is expected.'],
    ['  \n', 'There is nothing here: a value is expected.'],
    ['{"a": 1', 'The text ends too early: } is missing.'],
    ['[1, {"a":', 'The text ends too early: } is missing.'],
    ['[1,\n2', 'The text ends too early: ] is missing.'],
    ['{"a": 1,\n}', 'Line 2: something is missing before }, or a comma is too many.'],
    ['[1,\n]', 'Line 2: something is missing before ], or a comma is too many.'],
    ['{"a"}', 'Line 1: something is missing before }, or a comma is too many.'],
    ['{\n\na: 1}', 'Line 3: a name in double quotation marks is expected, not a.'],
    ['{"a": yes}', 'Line 1: a value is expected, not yes. Texts stand in double quotation marks.'],
    ["{\n'a': 1}", "Line 2: a name in double quotation marks is expected, not 'a'."],
    ['{"a" 1}', 'Line 1: a colon is expected after the name, not 1.'],
    ['{"a": 1\n"b": 2}', 'Line 2: a comma or } is expected, not ".'],
    ['[1 2]', 'Line 1: a comma or ] is expected, not 2.'],
    ['[1}', 'Line 1: a comma or ] is expected, not }.'],
    ['{}\n{}', 'Line 2: the JSON has ended before {.'],
    ['01', 'Line 1: a value is expected, not 01. Texts stand in double quotation marks.'],
    ['\u00a0{}', 'Line 1: a value is expected, not \u00a0. Texts stand in double quotation marks.'],
  ])('says of %j: %s', (text, sentence) => {
    expect(problemIn(text)).toBe(sentence);
  });

  it.each(['"a', '{"a": "b\n"}', '"\\x"', '"\\u12"', '"\t"'])(
    'finds the text that does not end in %j',
    (text) => {
      expect(problemIn(text)).toMatch(/^Line 1: a text has no closing quotation mark/);
    },
  );

  it('reads what is JSON', () => {
    expect(readJson(' {"a": [1, "é"]} ')).toEqual({ value: { a: [1, 'é'] } });
  });

  it.each(['1e999', '[-1e999]', `${'['.repeat(5_000)}${']'.repeat(5_000)}`])(
    'refuses JSON that the host would not take: %#',
    (text) => {
      expect(problemIn(text)).toBe('This is nested too deeply, or has a number that is too large.');
    },
  );

  it('is done at once with depth and length that nobody types', () => {
    expect(problemIn('['.repeat(200_000))).toBe('The text ends too early: ] is missing.');
    expect(problemIn(`"${'a\\n'.repeat(100_000)}`)).toMatch(/no closing quotation mark/);
  });

  it('finds a problem in whatever JSON.parse refuses, and in nothing else', () => {
    const bits = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '1',
      '-',
      'null',
      ' ',
      '\n',
      '\\',
      'é',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(bits).map((all) => all.join('')),
          fc.json(),
          fc.string(),
        ),
        fc.nat(),
        (text, cut) => {
          for (const tried of [text, text.slice(0, cut % (text.length + 1))]) {
            const read = readJson(tried);
            if ('problem' in read) {
              const sentence = english(read.problem);
              expect(sentence).toMatch(/^(Line \d+: |There is|The text ends)/);
              // Whatever it has read to the end without a complaint would be JSON.
              expect(sentence.startsWith('There is nothing')).toBe(/^[ \t\r\n]*$/.test(tried));
            } else expect(read.value).toEqual(JSON.parse(tried));
          }
        },
      ),
    );
  });
});
