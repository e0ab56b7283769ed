import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressParts, addressProblem, isAddress } from '../../../../src/preview/endpoint/address';

describe('the address of an endpoint', () => {
  it.each([
    'https://example.com/flow',
    'https://example.com',
    'HTTPS://EXAMPLE.com:8443/a?code=x',
    'http://localhost:3000/flow',
    'http://127.0.0.1/flow',
    'http://127.9.8.7:1/',
    'http://[::1]:3000/',
  ])('may be %s', (text) => {
    expect(addressProblem(text)).toBeUndefined();
  });

  it.each([
    ['', /begins with https/],
    ['example.com/flow', /begins with https/],
    ['ftp://example.com', /begins with https/],
    ['javascript:alert(1)', /begins with https/],
    ['https://', /not a complete address/],
    ['https://a b/', /not a complete address/],
    ['https://example.com:99999/', /not a complete address/],
    [`https://example.com/${'a'.repeat(2000)}`, /not a complete address/],
    ['http://example.com/flow', /example\.com needs https/],
    ['http://localhost.example.com/', /needs https/],
    ['http://127.example.com/', /needs https/],
    ['http://10.0.0.1/', /needs https/],
    ['http://169.254.169.254/', /needs https/],
    ['http://0.0.0.0/', /needs https/],
    ['http://[::ffff:127.0.0.1]/', /needs https/],
    ['https://me:secret@example.com/', /password/],
    ['http://localhost@example.com/', /password/],
    ['https://example.com/#x', /after #/],
  ])('may not be %s', (text, problem) => {
    expect(addressProblem(text)).toMatch(problem);
  });

  it('is kept apart from its query, which may hold a key', () => {
    expect(addressParts('https://Example.com/a/../flow?code=x')).toEqual({
      address: 'https://example.com/flow',
      query: '?code=x',
    });
    expect(isAddress('https://example.com/flow')).toBe(true);
    for (const value of ['https://example.com/?a', 'http://example.com/', 7, undefined]) {
      expect(isAddress(value)).toBe(false);
    }
  });

  it('goes in the clear to this machine only, whatever is typed', () => {
    fc.assert(
      fc.property(fc.domain(), fc.webPath(), (host, path) => {
        expect(addressProblem(`http://${host}${path}`)).toBeDefined();
      }),
      { numRuns: 30 },
    );
  });
});
