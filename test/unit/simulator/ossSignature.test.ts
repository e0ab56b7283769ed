import { expect, test } from 'vitest';
import { canonicalV4, compactDate, parseCompactDate, signV1, signV4 } from '../../simulator/ossSignature';
import { sha256 } from '../../simulator/signature';

const officialHeaders = {
  'x-oss-head1': 'value',
  'content-type': 'text/plain',
  'x-oss-content-sha256': 'UNSIGNED-PAYLOAD',
  abc: 'value',
  'x-oss-date': '20231216T162057Z',
};
const officialQuery = [
  ['param1', 'value1'],
  ['+param1', 'value3'],
  ['|param1', 'value4'],
  ['+param2', ''],
  ['|param2', ''],
  ['param2', ''],
] as const;
const official = {
  method: 'PUT',
  bucket: 'bucket',
  key: '1234+-/123/1.txt',
  query: officialQuery,
  headers: officialHeaders,
};

test("V4 gives the signature of the official SDK's test", () => {
  const scope = { date: '20231216', region: 'cn-hangzhou' };
  expect(signV4('sk', '20231216T162057Z', scope, canonicalV4(official))).toBe(
    'e21d18daa82167720f9b1047ae7e7f1ce7cb77a31e8203a7d5f4624fa0284afe',
  );
});

test("V4 gives the official SDK's signature with a token", () => {
  const headers = { ...officialHeaders, 'x-oss-date': '20231217T034736Z', 'x-oss-security-token': 'token' };
  const scope = { date: '20231217', region: 'cn-hangzhou' };
  expect(signV4('sk', '20231217T034736Z', scope, canonicalV4({ ...official, headers }))).toBe(
    'b94a3f999cf85bcdc00d332fbd3734ba03e48382c36fa4d5af5df817395bd9ea',
  );
});

const own = { method: 'PUT', bucket: 'examplebucket', key: '1000102939/flow 1.json' };

test('V4 gives the signature that two implementations agree on', () => {
  const headers = {
    'content-type': 'application/json',
    'x-oss-content-sha256': 'UNSIGNED-PAYLOAD',
    'x-oss-date': '20260102T030405Z',
    'x-oss-security-token': 'testtoken',
  };
  const canonical = canonicalV4({ ...own, headers });
  expect(sha256(canonical)).toBe('20688ad191e645275a8aff6a747247197ea7f449d8fd31bda20afd4b9a72f7e2');
  expect(
    signV4('testsecret', '20260102T030405Z', { date: '20260102', region: 'ap-southeast-1' }, canonical),
  ).toBe('61e48b902b8075c84f8d65bb7a8b1082429fb5c839f479f936c85499b251eec8');
});

test('V1 gives the signature of the fact sheet', () => {
  const headers = { 'content-type': 'application/json', 'x-oss-security-token': 'testtoken' };
  expect(signV1('testsecret', { ...own, headers }, 'Fri, 02 Jan 2026 03:04:05 GMT')).toBe(
    'cfECHR1J3R8w1KrxxRtd8VV4Nro=',
  );
});

test('dates go there and back, and nothing else is a date', () => {
  expect(compactDate(Date.UTC(2026, 0, 2, 3, 4, 5, 6))).toBe('20260102T030405Z');
  expect(parseCompactDate('20260102T030405Z')).toBe(Date.UTC(2026, 0, 2, 3, 4, 5));
  expect(parseCompactDate('2026-01-02T03:04:05Z')).toBeNaN();
});
