import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalRequest,
  encodeKey,
  signatureV4,
  signHeaders,
  signLink,
} from '../../../src/cams/ossSignature';
import * as simulator from '../../simulator/ossSignature';

const officialHeaders = {
  'x-oss-head1': 'value',
  'content-type': 'text/plain',
  'x-oss-content-sha256': 'UNSIGNED-PAYLOAD',
  abc: 'value',
  'x-oss-date': '20231216T162057Z',
};
const official = {
  method: 'PUT',
  bucket: 'bucket',
  key: '1234+-/123/1.txt',
  query: [
    ['param1', 'value1'],
    ['+param1', 'value3'],
    ['|param1', 'value4'],
    ['+param2', ''],
    ['|param2', ''],
    ['param2', ''],
  ],
  headers: officialHeaders,
} as const;

const own = {
  method: 'PUT',
  bucket: 'examplebucket',
  key: '1000102939/flow 1.json',
  headers: { 'content-type': 'application/json' },
} as const;
const keys = { accessKeyId: 'STS.testid', accessKeySecret: 'testsecret', securityToken: 'testtoken' };
const now = new Date(Date.UTC(2026, 0, 2, 3, 4, 5, 678));

describe('signature V4', () => {
  it("is that of the official SDK's test", () => {
    expect(signatureV4(official, 'sk', 'cn-hangzhou', '20231216T162057Z')).toBe(
      'e21d18daa82167720f9b1047ae7e7f1ce7cb77a31e8203a7d5f4624fa0284afe',
    );
  });

  it("is that of the official SDK's test with a token", () => {
    const headers = { ...officialHeaders, 'x-oss-date': '20231217T034736Z', 'x-oss-security-token': 'token' };
    expect(signatureV4({ ...official, headers }, 'sk', 'cn-hangzhou', '20231217T034736Z')).toBe(
      'b94a3f999cf85bcdc00d332fbd3734ba03e48382c36fa4d5af5df817395bd9ea',
    );
  });

  it('stands in the headers as two implementations agree', () => {
    const { authorization, ...headers } = signHeaders(own, keys, 'ap-southeast-1', now);
    expect(headers).toEqual({
      'content-type': 'application/json',
      'x-oss-content-sha256': 'UNSIGNED-PAYLOAD',
      'x-oss-date': '20260102T030405Z',
      'x-oss-security-token': 'testtoken',
    });
    const canonical = canonicalRequest({ ...own, headers });
    expect(createHash('sha256').update(canonical).digest('hex')).toBe(
      '20688ad191e645275a8aff6a747247197ea7f449d8fd31bda20afd4b9a72f7e2',
    );
    expect(authorization).toBe(
      'OSS4-HMAC-SHA256 Credential=STS.testid/20260102/ap-southeast-1/oss/aliyun_v4_request,' +
        'Signature=61e48b902b8075c84f8d65bb7a8b1082429fb5c839f479f936c85499b251eec8',
    );
  });
});

describe('signature V1', () => {
  it('stands in the headers as in the fact sheet', () => {
    expect(signHeaders(own, keys, undefined, now)).toEqual({
      'content-type': 'application/json',
      date: 'Fri, 02 Jan 2026 03:04:05 GMT',
      'x-oss-security-token': 'testtoken',
      authorization: 'OSS STS.testid:cfECHR1J3R8w1KrxxRtd8VV4Nro=',
    });
  });

  it('does without a token', () => {
    const { accessKeyId, accessKeySecret } = keys;
    expect(Object.keys(signHeaders(own, { accessKeyId, accessKeySecret }, undefined, now))).not.toContain(
      'x-oss-security-token',
    );
  });
});

describe('a signed link', () => {
  const link = (region: string | undefined, credential: typeof keys | Omit<typeof keys, 'securityToken'>) =>
    new URLSearchParams(signLink(own, credential, { region, now, seconds: 600 }));

  it('says in V4 who signed, when, and for how long', () => {
    const { 'x-oss-signature': signature, ...query } = Object.fromEntries(link('ap-southeast-1', keys));
    expect(query).toEqual({
      'x-oss-credential': 'STS.testid/20260102/ap-southeast-1/oss/aliyun_v4_request',
      'x-oss-date': '20260102T030405Z',
      'x-oss-expires': '600',
      'x-oss-security-token': 'testtoken',
      'x-oss-signature-version': 'OSS4-HMAC-SHA256',
    });
    expect(signature).toMatch(/^[0-9a-f]{64}$/);
  });

  it('says in V1 who signed and when it ends', () => {
    const { Signature, ...query } = Object.fromEntries(link(undefined, keys));
    const expires = String(Date.UTC(2026, 0, 2, 3, 14, 5) / 1000);
    expect(query).toEqual({ OSSAccessKeyId: 'STS.testid', Expires: expires, 'security-token': 'testtoken' });
    expect(Signature).toBe(
      simulator.signV1(
        keys.accessKeySecret,
        { ...own, method: 'GET', headers: {}, query: [['security-token', 'testtoken']] },
        expires,
      ),
    );
  });

  it('does without a token', () => {
    const { accessKeyId, accessKeySecret } = keys;
    for (const region of ['ap-southeast-1', undefined]) {
      expect([...link(region, { accessKeyId, accessKeySecret }).keys()].join()).not.toContain('token');
    }
  });
});

describe('any name of an object', () => {
  /** As UTF-8 can say it. */
  const wellFormed = (text: string) => Buffer.from(text).toString();
  const word = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });
  const key = fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));

  it('is the same for a URL and after it', () => {
    fc.assert(
      fc.property(key, (name) => {
        const encoded = encodeKey(name);
        expect(encoded).toMatch(/^([\w.~/-]|%[0-9A-F]{2})*$/);
        expect(decodeURIComponent(encoded)).toBe(wellFormed(name));
        const parts = name.split('/').some((part) => part === '.' || part === '..');
        if (!parts) expect(new URL(`https://bucket.example.com/${encoded}`).pathname).toBe(`/${encoded}`);
      }),
    );
  });

  it('is signed as somebody else would, in headers that can be sent', () => {
    fc.assert(
      fc.property(key, word, fc.constantFrom('ap-southeast-1', undefined), (name, type, region) => {
        const request = { ...own, key: name, headers: { 'content-type': encodeKey(type) } };
        const { authorization, ...headers } = signHeaders(request, keys, region, now);
        expect(() => new Headers({ ...headers, authorization: authorization! })).not.toThrow();
        const time = '20260102T030405Z';
        const expected = region
          ? simulator.signV4(
              keys.accessKeySecret,
              time,
              { date: '20260102', region },
              simulator.canonicalV4({ ...request, key: wellFormed(name), headers }),
            )
          : simulator.signV1(keys.accessKeySecret, { ...request, headers }, headers.date!);
        expect(authorization!.endsWith(expected)).toBe(true);
      }),
    );
  });
});
