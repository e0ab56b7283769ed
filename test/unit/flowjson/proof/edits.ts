import fc from 'fast-check';

/** One change of a text as a sequence of tokens; numbers are taken modulo what there is. */
export const edit = fc.record({
  kind: fc.constantFrom('delete', 'insert', 'duplicate', 'swap'),
  at: fc.nat(),
  other: fc.nat(),
  text: fc.constantFrom(
    ...[
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      '\n',
      'null',
      'true',
      '-1',
      '1e999',
      '"x"',
      '"${data.x}"',
      '"type"',
    ],
    ...['"`', '"Footer"', '{}', '[]', '//', '/*', '"id": "A",', '\u0000', '\ud800', '"version": 7,'],
  ),
});
type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never;

/** The text after a change. */
export function edited(text: string, { kind, at, other, text: added }: Edit): string {
  const tokens = text.match(/"(?:[^"\\\n]|\\.)*"|[\w.+-]+|\s+|[^]/g) ?? [];
  const index = at % Math.max(1, tokens.length);
  const second = other % Math.max(1, tokens.length);
  switch (kind) {
    case 'delete':
      tokens.splice(index, 1 + (other % 3));
      break;
    case 'insert':
      tokens.splice(index, 0, added);
      break;
    case 'duplicate':
      tokens.splice(index, 0, tokens[second] ?? '');
      break;
    case 'swap':
      if (tokens.length > 0) [tokens[index], tokens[second]] = [tokens[second]!, tokens[index]!];
  }
  return tokens.join('');
}
