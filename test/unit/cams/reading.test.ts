import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson, readNumber, readRows, readText, readTexts, readTime } from '../../../src/cams/reading';

describe('parseJson', () => {
  it('keeps every digit of a long integer', () => {
    const text =
      '{"FlowId":92675332812643123,"Rows":[-12345678901234567890, 5],"Name":"id 92675332812643123"}';
    expect(parseJson(text)).toEqual({
      FlowId: '92675332812643123',
      Rows: ['-12345678901234567890', 5],
      Name: 'id 92675332812643123',
    });
  });

  it('leaves other numbers and strings as JSON.parse reads them', () => {
    const text = String.raw`{"ms":1700617436633,"d":0.12345678901234567890,"e":1234567890123456e5,"s":"\"12345678901234567890\\"}`;
    expect(parseJson(text)).toEqual(JSON.parse(text));
  });

  it('reads any JSON without long integers as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        fc.pre(!/\d{16}/.test(text));
        expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('reads any long integer as its digits, wherever it stands', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 10n ** 16n, max: 10n ** 25n }), fc.string(), (id, name) => {
        const text = `{"a":[${JSON.stringify(name)},${id}],${JSON.stringify(name)}: ${id}\n}`;
        expect(parseJson(text)).toMatchObject({ [name]: String(id) });
      }),
    );
  });

  it('throws on what is no JSON', () => expect(() => parseJson('<html>')).toThrow(SyntaxError));
});

describe('readText', () => {
  it.each([
    ['abc', 'abc'],
    [' 92675332812643\n', '92675332812643'],
    [12, '12'],
    ['', undefined],
    ['  ', undefined],
    [null, undefined],
    [{ value: 'x' }, undefined],
    [true, undefined],
  ])('%j → %j', (value, expected) => expect(readText(value)).toBe(expected));
});

describe('readNumber', () => {
  it.each([
    [7, 7],
    ['3600', 3600],
    ['x', undefined],
    [NaN, undefined],
    [undefined, undefined],
  ])('%j → %j', (value, expected) => expect(readNumber(value)).toBe(expected));
});

describe('readTexts', () => {
  it.each([
    [
      ['SIGN_UP', ' OTHER '],
      ['SIGN_UP', 'OTHER'],
    ],
    [
      ['SIGN_UP', null, 5],
      ['SIGN_UP', '5'],
    ],
    ['["SIGN_UP","OTHER"]', ['SIGN_UP', 'OTHER']],
    ['SIGN_UP,OTHER', ['SIGN_UP', 'OTHER']],
    ['', []],
    ['[broken', undefined],
    [undefined, undefined],
    [{}, undefined],
  ])('%j → %j', (value, expected) => expect(readTexts(value)).toEqual(expected));
});

describe('readRows', () => {
  const row = { FlowId: '1' };
  it.each([
    [[row], [row]],
    [{ FlowList: [row] }, [row]],
    [[row, null, 'x'], [row]],
    [undefined, []],
    [null, []],
    ['', []],
    [{}, []],
    ['text', undefined],
    [5, undefined],
    [{ FlowList: 'text' }, undefined],
  ])('%j → %j', (value, expected) => expect(readRows(value)).toEqual(expected));
});

describe('readTime', () => {
  const time = 1_700_617_436_633;
  it.each([
    ['milliseconds', time, time],
    ['milliseconds in a string', String(time), time],
    ['seconds by mistake', 1_700_617_436, 1_700_617_436_000],
    ['seconds in a string', '1700617436', 1_700_617_436_000],
    ['ISO text', '2023-11-22T01:43:56.633Z', time],
    ['ISO text with a zone', '2023-11-22T09:43:56.633+08:00', time],
    ['ISO text as Meta writes it', '2023-11-22T01:43:56+0000', 1_700_617_436_000],
    ['ISO text without a zone is UTC', '2023-11-22 01:43:56', 1_700_617_436_000],
    ['nothing', undefined, undefined],
    ['null', null, undefined],
    ['zero', 0, undefined],
    ['negative', -5, undefined],
    ['text', 'tomorrow', undefined],
    ['an object', {}, undefined],
    ['beyond all dates', 1e20, undefined],
  ])('%s', (_, value, expected) => expect(readTime(value)).toBe(expected));
});
