import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindOf, maskedKeyId, parseKeys, serializeKeys, type Keys } from '../../../src/accounts/keys';
import { KEYS, TEMPORARY } from './house';

const role = {
  arn: 'acs:ram::1:role/flows',
  sessionName: 'me',
  endpoint: 'https://sts.ap-southeast-1.aliyuncs.com',
};

describe('keys in SecretStorage', () => {
  it.each<[string, Keys]>([
    ['accessKey', KEYS],
    ['temporary', TEMPORARY],
    ['role', { ...KEYS, role }],
    ['role', { ...TEMPORARY, role: { ...role, duration: 900, externalId: 'x' } }],
  ])('come back as they were stored: %s', (kind, keys) => {
    expect(parseKeys(serializeKeys(keys))).toEqual(keys);
    expect(kindOf(keys)).toBe(kind);
  });

  it.each([
    ['', 'nothing'],
    ['{', 'broken JSON'],
    ['null', 'null'],
    ['[]', 'an array'],
    [JSON.stringify(KEYS), 'no version'],
    [JSON.stringify({ ...KEYS, version: 2 }), 'another version'],
    [JSON.stringify({ version: 1, accessKeyId: 'LTAI5tPlantedKeyId00001' }), 'no secret'],
    [JSON.stringify({ ...KEYS, version: 1, accessKeySecret: 'line\nbreak in it' }), 'a secret that is none'],
    [JSON.stringify({ ...KEYS, version: 1, securityToken: 7 }), 'a token of another type'],
    [
      JSON.stringify({ ...KEYS, version: 1, role: { ...role, endpoint: 'http://evil.example' } }),
      'STS unencrypted',
    ],
  ])('are not read from %s (%s)', (text) => {
    expect(parseKeys(text)).toBeUndefined();
  });

  it('never throw, whatever was stored', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        parseKeys(text);
      }),
    );
  });
});

it('shows no more of an AccessKey ID than its ends', () => {
  expect(maskedKeyId('LTAI5tPlantedKeyId00001')).toBe('LTAI…0001');
  expect(maskedKeyId('short')).toBe('…');
});
