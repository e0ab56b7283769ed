import { describe, expect, it } from 'vitest';
import { Redactor } from '../../../src/platform/redaction';

describe('Redactor', () => {
  it('removes values it was told of, plain and URL-encoded', () => {
    const redactor = new Redactor();
    redactor.add('s3cr3t/+=value', undefined);
    expect(redactor.redact('key s3cr3t/+=value and s3cr3t%2F%2B%3Dvalue')).toBe('key ••• and •••');
  });

  it('removes the longest value first, so that no rest of it stays', () => {
    const redactor = new Redactor();
    redactor.add('abcdef', 'abcdefghij');
    expect(redactor.redact('abcdefghij')).toBe('•••');
  });

  it.each([
    [
      'https://business.facebook.com/wa/manage/flows/1/preview/?token=abc&x=1 ok',
      'https://business.facebook.com/wa/manage/flows/1/preview/?••• ok',
    ],
    ['Authorization: ACS3-HMAC-SHA256 Credential=id,Signature=beef', /^(?!.*beef).*$/],
    ['{"AccessKeySecret":"topsecret","x":1}', /^(?!.*topsecret).*"x":1/],
    ['x-acs-security-token: tokentext', /^(?!.*tokentext)/],
  ])('removes what looks like a secret: %s', (text, expected) => {
    const result = new Redactor().redact(text);
    if (typeof expected === 'string') expect(result).toBe(expected);
    else expect(result).toMatch(expected);
  });

  it('leaves ordinary text alone', () => {
    const text = 'GetFlow 200 in 120 ms, request id A57F-1';
    expect(new Redactor().redact(text)).toBe(text);
  });
});
