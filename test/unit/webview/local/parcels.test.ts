import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Packer, Unpacker } from '../../../../src/webview/local/parcels';

const long = 'x'.repeat(5_000);

it('sends a long text once, and again when the page had forgotten it', () => {
  const packer = new Packer();
  const first = packer.pack({ a: long, b: [long], c: 'short' });
  expect(Object.values(first.parcels)).toEqual([long]);
  expect(JSON.stringify(first.value).length).toBeLessThan(200);
  expect(packer.pack({ a: long }).parcels).toEqual({});
  expect(packer.pack({ a: 'gone' }).parcels).toEqual({});
  expect(Object.values(packer.pack({ a: long }).parcels)).toEqual([long]);
});

it('leaves what has no long text as it is', () => {
  const value = { deep: [{ text: 'a' }] };
  expect(new Packer().pack(value).value).toBe(value);
});

it('never takes a text of a flow for a label', () => {
  const { value: label } = new Packer().pack(long);
  const { value, parcels } = new Packer().pack([label, long]);
  expect(new Unpacker().unpack(value, parcels)).toEqual([label, long]);
});

it('brings every sequence of values to the other side', () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom(long, `${long}y`, '\uE000parcel 1', '\uE000parcel 2', '__proto__'),
  );
  const { json } = fc.letrec((tie) => ({
    json: fc.oneof(
      { depthSize: 'small' },
      text,
      fc.constant(null),
      fc.integer(),
      fc.array(tie('json'), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie('json'), { maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(fc.array(json, { maxLength: 6 }), (values) => {
      const packer = new Packer();
      const unpacker = new Unpacker();
      for (const value of values) {
        const sent = JSON.parse(JSON.stringify(packer.pack(value))) as { value: unknown; parcels: object };
        expect(unpacker.unpack(sent.value, sent.parcels as Record<string, string>)).toEqual(
          JSON.parse(JSON.stringify(value)),
        );
      }
    }),
  );
});
