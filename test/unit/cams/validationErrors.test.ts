import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/cams/reading';
import { redactorFor } from '../../../src/cams/secrets';
import { readValidationErrors } from '../../../src/cams/validationErrors';

const read = (body: unknown) => readValidationErrors(body as Json, (text) => text);
const meta = {
  error: 'INVALID_PROPERTY_VALUE',
  error_type: 'FLOW_JSON_ERROR',
  message: 'Invalid value found.',
  line_start: 12,
  pointers: [{ path: 'screens[0]' }],
};

describe('readValidationErrors', () => {
  it.each([
    ["a list of Meta's", { Data: { ValidationErrors: [meta] } }, ['Invalid value found. (12)']],
    ['a list of texts', { Data: { ValidationErrors: ['One.', ' Two.\n', ''] } }, ['One.', 'Two.']],
    ['one of them', { Data: { ValidationErrors: meta } }, ['Invalid value found. (12)']],
    ['a text', { Data: { ValidationErrors: 'It is wrong.' } }, ['It is wrong.']],
    [
      'a list as JSON text',
      { Data: { ValidationErrors: JSON.stringify([meta]) } },
      ['Invalid value found. (12)'],
    ],
    [
      'text that only looks like JSON',
      { Data: { ValidationErrors: '[screen A] is wrong' } },
      ['[screen A] is wrong'],
    ],
    ['what lies beside Data', { Data: { FlowId: '1' }, ValidationErrors: ['One.'] }, ['One.']],
    ['in the spelling of Meta', { Data: { validation_errors: [{ Message: 'One.' }] } }, ['One.']],
    ['only a code', { Data: { ValidationErrors: [{ error: 'MISSING' }] } }, ['MISSING']],
    [
      'by screen',
      { Data: { ValidationErrors: { A: ['One.'], B: [meta] } } },
      ['One.', 'Invalid value found. (12)'],
    ],
    [
      'under another name',
      { Data: { ValidationErrors: { list: [meta], total: 1 } } },
      ['Invalid value found. (12)'],
    ],
  ])('reads %s', (_, body, expected) => expect(read(body)).toEqual(expected));

  it.each([
    ['absent', { Data: { FlowId: '1' } }],
    ['empty', { Data: { ValidationErrors: [] } }],
    ['null', { Data: { ValidationErrors: null } }],
    ['an empty text', { Data: { ValidationErrors: ' ' } }],
    ['the word for none', { Data: { ValidationErrors: 'None' } }],
    ['an empty list as text', { Data: { ValidationErrors: '[]' } }],
    ['no data', { Code: 'OK' }],
    ['data that is a list', { Data: [] }],
  ])('says nothing of nothing: %s', (_, body) => expect(read(body)).toBeUndefined());

  it('is short, whatever comes', () => {
    const body = { Data: { ValidationErrors: Array.from({ length: 1000 }, () => 'x'.repeat(10_000)) } };
    const errors = read(body)!;
    expect(errors).toHaveLength(50);
    expect(errors[0]).toHaveLength(301);
  });

  it('never throws: the change has been carried out', () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 20_000; level++) deep = level % 2 === 0 ? [deep] : { more: deep };
    expect(read({ Data: { ValidationErrors: deep } })).toBeUndefined();
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        for (const text of read({ Data: { ValidationErrors: value } }) ?? [])
          expect(text.trim()).not.toBe('');
      }),
    );
  });
});

describe('redactorFor', () => {
  const link =
    'https://bucket.example.com/1/a.json?OSSAccessKeyId=STS.id123456&Expires=1700617436&Signature=ab%2Bcd%3D%3Dxyz&security-token=CAIS%2Bplanted%2Ftoken';

  it.each([
    ['as it is', (text: string) => text],
    ['encoded', encodeURIComponent],
    ['decoded', decodeURIComponent],
    ['in HTML', (text: string) => text.replaceAll('&', '&amp;')],
    ['without its beginning', (text: string) => text.slice(text.indexOf('&Expires'))],
  ])('removes what signs a link that is quoted %s', (_, spelled) => {
    const told = redactorFor([], { FilePath: link })(`Cannot read ${spelled(link)} now`);
    expect(told).toMatch(/^Cannot read .* now$/);
    expect(told).not.toMatch(/ab(\+|%2B)cd|CAIS/i);
  });

  it('leaves everything else', () => {
    const redact = redactorFor([undefined], { FlowId: '123456789', FilePath: 'no link' });
    expect(redact('Flow 123456789: no link')).toBe('Flow 123456789: no link');
  });
});
