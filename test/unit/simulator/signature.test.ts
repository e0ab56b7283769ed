import { describe, expect, test } from 'vitest';
import {
  canonicalRequest,
  parseAuthorization,
  sha256,
  sign,
  type SignedRequest,
  unsignedHeader,
} from '../../simulator/signature';

/** The vectors of the fact sheet; the first is Alibaba Cloud's own. */
const vectors: Record<
  string,
  { request: SignedRequest; secret: string; names: string; canonical: string; signature: string }
> = {
  official: {
    request: {
      method: 'POST',
      path: '/',
      query: [
        ['RegionId', 'cn-shanghai'],
        ['ImageId', 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd'],
      ],
      headers: {
        host: 'ecs.cn-shanghai.aliyuncs.com',
        'x-acs-action': 'RunInstances',
        'x-acs-version': '2014-05-26',
        'x-acs-date': '2023-10-26T10:22:32Z',
        'x-acs-signature-nonce': '3156853299f313e23d1673dc12e1703d',
        'x-acs-content-sha256': sha256(''),
      },
      body: '',
    },
    secret: 'YourAccessKeySecret',
    names: 'host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version',
    canonical: '7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259',
    signature: '06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
  },
  'A, form': {
    request: {
      method: 'POST',
      path: '/',
      query: [],
      headers: {
        ...camsHeaders(),
        'content-type': 'application/x-www-form-urlencoded',
        'x-acs-content-sha256': '44a94943743a0ea61c304759d695ce960c1c522ff09dbf7a931fe599bbb1d901',
      },
      body: 'CustSpaceId=cams-test&Page=%7B%22Index%22%3A1%2C%22Size%22%3A20%7D',
    },
    secret: 'testsecret',
    names:
      'content-type;host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version',
    canonical: '5ea0208c692b16f693e612d10640b4e3fa19a387a240640c4adb00aa095cb7ab',
    signature: 'e1d83a65bb3b9899af21e138f60c45237d29334838602651632abc5134647052',
  },
  'B, query and STS': {
    request: {
      method: 'POST',
      path: '/',
      query: [
        ['Page', '{"Index":1,"Size":20}'],
        ['CustSpaceId', 'cams-test'],
      ],
      headers: {
        ...camsHeaders(),
        'x-acs-accesskey-id': 'STS.testid',
        'x-acs-security-token': 'testtoken',
        'x-acs-content-sha256': sha256(''),
      },
      body: '',
    },
    secret: 'testsecret',
    names:
      'host;x-acs-accesskey-id;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-security-token;x-acs-signature-nonce;x-acs-version',
    canonical: '9f72661ea1a44001464eb32a82020ac5c245567237e583fd7f6b51d0b67235ae',
    signature: '25e1573a4f8c00556f7e9885f191a7d2afcdbf668d4dac8d6270e4329af060db',
  },
};

describe.each(Object.entries(vectors))(
  'ACS3-HMAC-SHA256, vector %s',
  (_, { request, secret, names, canonical, signature }) => {
    const signed = names.split(';');

    test('has the documented canonical hash and signature', () => {
      const text = canonicalRequest(request, signed);
      expect(sha256(text)).toBe(canonical);
      expect(sign(secret, text)).toBe(signature);
    });

    test('covers every header that must be signed', () => {
      expect(unsignedHeader(request.headers, signed)).toBeUndefined();
      expect(unsignedHeader(request.headers, signed.slice(0, -1))).toBe('x-acs-version');
      expect(unsignedHeader({ ...request.headers, 'x-acs-retry-delay': '1' }, signed)).toBe(
        'x-acs-retry-delay',
      );
    });

    test('changes with every part', () => {
      const changed: SignedRequest[] = [
        { ...request, method: 'GET' },
        { ...request, query: [['FlowId', '1']] },
        { ...request, body: 'x' },
        { ...request, headers: { ...request.headers, host: 'example.com' } },
      ];
      const all = changed.map((one) => sign(secret, canonicalRequest(one, signed)));
      expect(new Set([...all, signature]).size).toBe(changed.length + 1);
    });
  },
);

test('an Authorization header is taken apart, or refused as a whole', () => {
  const value = `ACS3-HMAC-SHA256 Credential=id,SignedHeaders=host;x-acs-date,Signature=${'0a'.repeat(32)}`;
  expect(parseAuthorization(value)).toEqual({
    accessKeyId: 'id',
    signedHeaders: ['host', 'x-acs-date'],
    signature: '0a'.repeat(32),
  });
  for (const broken of [undefined, '', 'Bearer x', value.slice(0, -1), value.replace('Credential=id,', '')]) {
    expect(parseAuthorization(broken)).toBeUndefined();
  }
});

function camsHeaders() {
  return {
    host: 'cams.ap-southeast-1.aliyuncs.com',
    'x-acs-action': 'ListFlow',
    'x-acs-version': '2020-06-06',
    'x-acs-date': '2026-01-02T03:04:05Z',
    'x-acs-signature-nonce': '0123456789abcdef0123456789abcdef',
  };
}
