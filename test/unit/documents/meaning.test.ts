import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/documents/canonicalJson';
import { fingerprintOf } from '../../../src/documents/fingerprint';
import { meaningOf } from '../../../src/documents/meaning';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const meaning = (text: string) => meaningOf(bytesOf(text));
const canonical = (text: string) => Buffer.from(canonicalJson(bytesOf(text))).toString();
const meansItsBytes = (text: string) => meaning(text) === fingerprintOf(bytesOf(text));

/** The same by JavaScript's own parser and writer: slow, and without a word about members of the same name. */
function plainly(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(plainly).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, inner]) => [JSON.stringify(name), plainly(inner)] as const,
  );
  const order = ([a]: readonly [string, string], [b]: readonly [string, string]) =>
    Buffer.compare(Buffer.from(a), Buffer.from(b));
  return `{${[...members]
    .sort(order)
    .map((member) => member.join(':'))
    .join()}}`;
}

/** Another spelling of the same: space, escapes and the order of members. */
function respelled(value: unknown, dice: () => number): string {
  const space = () => ['', ' ', '\n', '\t', '\r\n  '][Math.floor(dice() * 5)]!;
  const escape = (character: string) => {
    if (dice() < 0.7) return JSON.stringify(character).slice(1, -1);
    if (character === '/' && dice() < 0.5) return '\\/';
    const hex = character.charCodeAt(0).toString(16).padStart(4, '0');
    return `\\u${dice() < 0.5 ? hex : hex.toUpperCase()}`;
  };
  const spell = (inner: unknown): string => {
    if (typeof inner === 'string') return `"${inner.split('').map(escape).join('')}"`;
    if (Array.isArray(inner)) return `[${inner.map((each) => space() + spell(each) + space()).join()}]`;
    if (typeof inner === 'number' && Number.isInteger(inner) && dice() < 0.3) return `${inner}.0e0`;
    if (typeof inner !== 'object' || inner === null) return JSON.stringify(inner);
    const members = Object.entries(inner).map(
      ([name, each]) => `${space()}${spell(name)}${space()}:${space()}${spell(each)}${space()}`,
    );
    return `{${members.sort(() => dice() - 0.5).join()}}`;
  };
  return space() + spell(value) + space();
}

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '__proto__', '"\\/\b\u001f', 'é🙂\ud800'),
);
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, false, 0, -0, 1e-7, 1e15, -12.5, Number.MAX_SAFE_INTEGER),
    fc.double({ noNaN: true, min: -9e15, max: 9e15 }),
    text,
    fc.array(tie('any'), { maxLength: 5 }),
    fc.dictionary(text, tie('any'), { maxKeys: 50 }),
  ),
})).any;

describe('the meaning of a text', () => {
  it('is that of its values, whatever their spelling', () => {
    fc.assert(
      fc.property(
        value,
        fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
        (json, stream) => {
          const dice = () => stream.next().value as number;
          const spelling = respelled(json, dice);
          expect(canonical(spelling)).toBe(plainly(JSON.parse(spelling)));
          expect(meaning(spelling)).toBe(meaning(JSON.stringify(json)));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is that of JSON for exactly what JavaScript takes for JSON', () => {
    const pieces = fc.constantFrom(
      ...Array.from('{}[]:,"\\ \n\u0001'),
      '1',
      '-',
      '0',
      '.',
      'e',
      '+',
      'tru',
      'true',
      'null',
      '"a"',
      '\\u00',
      'é',
    );
    const broken = fc.oneof(
      fc.array(pieces, { maxLength: 9 }).map((some) => some.join('')),
      fc.tuple(fc.json(), fc.nat(), pieces).map(([json, at, piece]) => {
        const index = at % (json.length + 1);
        return json.slice(0, index) + piece + json.slice(index + (at % 2));
      }),
    );
    fc.assert(
      fc.property(broken, (json) => {
        const parsed = attempt(() => JSON.parse(json) as unknown);
        const read = attempt(() => canonical(json));
        if (parsed === undefined) expect(read).toBeUndefined();
        else if (read !== undefined) expect(read.value).toBe(plainly(parsed.value));
        else expect(json).toMatch(/\d{15}|[eE]|".*".*:.*".*".*:/s);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['{"a":1,"a":2}', '{"a":2}'],
    ['{"a":2,"a":2}', '{"a":2}'],
    ['{"b":[{"a":1,"c":0,"\\u0061":2}]}', '{"b":[{"a":2,"c":0}]}'],
    ['{"__proto__":1,"__proto__":2}', '{"__proto__":2}'],
    [`{${Array.from({ length: 99 }, (_, index) => `"${index % 98}":0`).join()}}`, '{}'],
  ])('with two members of one name is that of its bytes: %s', (twice, once) => {
    expect(meansItsBytes(twice)).toBe(true);
    expect(meaning(twice)).not.toBe(meaning(once));
    expect(meaning(`${twice} `)).not.toBe(meaning(twice));
  });

  it.each(['9007199254740993', '-9007199254740993', '1e999', '[1e400]', '{', '', '\ufeff', '"\ud800'])(
    'is that of its bytes where values say less than they do: %j',
    (said) => expect(meansItsBytes(said)).toBe(true),
  );

  it('is that of its bytes for what is no UTF-8, and for what is nested as no flow is', () => {
    const latin = Uint8Array.of(0x22, 0xe9, 0x22);
    expect(meaningOf(latin)).toBe(fingerprintOf(latin));
    const nested = (depth: number) => `${'['.repeat(depth)} ${']'.repeat(depth)}`;
    expect(meansItsBytes(nested(200))).toBe(false);
    expect(meansItsBytes(nested(1_000_000))).toBe(true);
  });

  it('has nothing to do with a mark at the beginning', () => {
    expect(meaning('\ufeff{"a":1}')).toBe(meaning('{ "a": 1 }'));
  });

  it('takes numbers that grow', () => {
    const many = Array.from({ length: 1_000 }, () => '1e15').join();
    expect(canonical(`[${many}, "${'x'.repeat(5_000)}"]`)).toBe(
      `[${many.replaceAll('1e15', '1000000000000000')},"${'x'.repeat(5_000)}"]`,
    );
  });
});

function attempt<T>(work: () => T): { value: T } | undefined {
  try {
    return { value: work() };
  } catch {
    return undefined;
  }
}
