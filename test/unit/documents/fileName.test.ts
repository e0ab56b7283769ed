import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameOf, safeName } from '../../../src/documents/fileName';

describe('safeName', () => {
  it.each([
    ['Sign up', 'Sign up'],
    ['预约流程', '预约流程'],
    ['استبيان العملاء', 'استبيان العملاء'],
    ['A/B\\C:D*E?F"G<H>I|J', 'A-B-C-D-E-F-G-H-I-J'],
    ['  two \t\n words  ', 'two words'],
    ['..hidden', 'hidden'],
    ['ends in dots...', 'ends in dots'],
    ['booking.flow.json', 'booking'],
    ['booking.json', 'booking'],
    ['invoice\u202egnp.exe', 'invoicegnp.exe'],
    ['zero\u200bwidth\ufeff', 'zerowidth'],
    ['nul\u0000byte', 'nul byte'],
    ['CON', '_CON'],
    ['com1.backup', '_com1.backup'],
    ['console', 'console'],
    ['Cafe\u0301', 'Caf\u00e9'],
    ['👩‍👩‍👧 family', '👩‍👩‍👧 family'],
  ])('makes %j into %j', (name, expected) => {
    expect(safeName(name, 'id')).toBe(expected);
  });

  it.each([undefined, '', '   ', '...', '\u202e', '.flow.json'])('takes the fallback for %j', (name) => {
    expect(safeName(name, '1234')).toBe('1234');
  });

  it('has a name even when nothing is usable', () => {
    expect(safeName('..', '/..')).not.toBe('');
    expect(safeName('..', '.')).toBe('flow');
  });

  it('cuts long names between visible characters', () => {
    const name = safeName('👩‍👩‍👧'.repeat(20), 'id');
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(100);
    expect(name).toMatch(/^(?:👩‍👩‍👧)+…$/u);
  });
});

describe('fileNameOf', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.string({
      unit: fc.constantFrom('.', ' ', '/', '\\', 'a', 'CON', 'nul', '\u202e', '\ud800', '…', '.json'),
    }),
  );

  it('is a file name on every system, whatever the flow is called', () => {
    fc.assert(
      fc.property(anything, anything, (name, fallback) => {
        const file = fileNameOf(name, fallback);
        expect(file).toMatch(/^[^.\s].*\.flow\.json$/u);
        expect(file).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
        expect(file).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)\./i);
        expect(file).not.toMatch(/[.\s]\.flow\.json$/);
        expect(Buffer.byteLength(file)).toBeLessThanOrEqual(110);
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anything, (name) => {
        const once = safeName(name, 'id');
        expect(safeName(once, 'id')).toBe(once);
      }),
    );
  });
});
