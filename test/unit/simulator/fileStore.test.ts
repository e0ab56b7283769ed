import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator, type StoredFlow } from '../../simulator';
import { canonicalV4, compactDate, signV1, signV4 } from '../../simulator/ossSignature';
import { call, send } from './caller';

let simulator: Simulator;
let flow: StoredFlow;
const TEXT = '\uFEFF{\r\n  "version": "7.3"\t}\n';
beforeEach(async () => {
  simulator = await startSimulator({ samples: false });
  flow = simulator.state.addFlow(simulator.account.spaces[0]!, { json: TEXT });
});
afterEach(() => simulator.close());

async function link(): Promise<string> {
  return (await call(simulator, 'GetFlowJSONAssest', { FlowId: flow.id })).body.Data.FilePath as string;
}

describe('the link of GetFlowJSONAssest', () => {
  test.each(['bare', 'signedV1', 'signedV4'] as const)('gives the bytes when it is %s', async (jsonLink) => {
    simulator.behaviour.jsonLink = jsonLink;
    const url = await link();
    expect(new URL(url).search === '').toBe(jsonLink === 'bare');
    expect(await send(url)).toMatchObject({ status: 200, text: TEXT });
  });

  test.each(['signedV1', 'signedV4'] as const)('expires when it is %s', async (jsonLink) => {
    simulator.behaviour.jsonLink = jsonLink;
    const url = await link();
    simulator.clock.advance(simulator.behaviour.jsonLinkLifetime + 1000);
    const reply = await send(url);
    expect(reply.status).toBe(403);
    expect(reply.text).toContain('<Code>AccessDenied</Code>');
    expect(reply.text).toContain('Request has expired.');
    expect((await send(await link())).text).toBe(TEXT);
  });

  test.each(['signedV1', 'signedV4'] as const)('cannot be altered when it is %s', async (jsonLink) => {
    simulator.behaviour.jsonLink = jsonLink;
    const url = new URL(await link());
    url.searchParams.set(jsonLink === 'signedV1' ? 'Expires' : 'x-oss-expires', '99999999999');
    expect((await send(url.href)).text).toContain('SignatureDoesNotMatch');
  });

  test('shows what the flow was when it was made', async () => {
    const old = await link();
    flow.json = '{}';
    expect((await send(await link())).text).toBe('{}');
    expect((await send(old)).text).toBe(TEXT);
  });

  test.each([
    ['bare', 403],
    ['signedV4', 400],
  ] as const)('does not take the Authorization of CAMS when it is %s', async (jsonLink, status) => {
    simulator.behaviour.jsonLink = jsonLink;
    const reply = await send(await link(), {
      headers: { authorization: 'ACS3-HMAC-SHA256 Credential=a,SignedHeaders=host,Signature=b' },
    });
    expect(reply.status).toBe(status);
  });

  test('may be unreadable without a signature', async () => {
    Object.assign(simulator.behaviour, { jsonLink: 'bare', bareUrlReadable: false });
    expect((await send(await link())).status).toBe(403);
  });
});

test('an object that is not there is an XML error', async () => {
  const reply = await send(`${simulator.ossEndpoint}/none.json`);
  expect(reply).toMatchObject({ status: 404, headers: { 'content-type': 'application/xml' } });
  expect(reply.text).toContain('<Code>NoSuchKey</Code>');
});

describe('upload', () => {
  /** What a client does with the answer of GetChatappUploadAuthorization, by section 7 of the fact sheet. */
  async function upload(
    version: 'V4' | 'V1',
    change: { name?: string; secret?: string; token?: string; more?: Record<string, string> } = {},
  ) {
    const parameters = { CustSpaceId: simulator.account.spaces[0]!.id };
    const { body } = await call(simulator, 'GetChatappUploadAuthorization', parameters);
    const { AccessKeyId, AccessKeySecret, SecurityToken, BucketName, Dir, EndPoint } = body.Data;
    const host = `${BucketName}.${EndPoint.replace(/^https?:\/\//, '')}`;
    const key = change.name ?? `${Dir}/flow 1.json`;
    const now = Date.now();
    const secret = change.secret ?? AccessKeySecret;
    const headers: Record<string, string> = {
      'content-type': 'application/json',
      'x-oss-security-token': change.token ?? SecurityToken,
      ...change.more,
    };
    if (version === 'V4') {
      const date = compactDate(now);
      const scope = { date: date.slice(0, 8), region: 'ap-southeast-1' };
      Object.assign(headers, { 'x-oss-date': date, 'x-oss-content-sha256': 'UNSIGNED-PAYLOAD' });
      const signature = signV4(
        secret,
        date,
        scope,
        canonicalV4({ method: 'PUT', bucket: BucketName, key, headers }),
      );
      headers.authorization = `OSS4-HMAC-SHA256 Credential=${AccessKeyId}/${scope.date}/ap-southeast-1/oss/aliyun_v4_request,Signature=${signature}`;
    } else {
      headers.date = new Date(now).toUTCString();
      headers.authorization = `OSS ${AccessKeyId}:${signV1(secret, { method: 'PUT', bucket: BucketName, key, headers }, headers.date)}`;
    }
    const url = `http://${host}/${key.split('/').map(encodeURIComponent).join('/')}`;
    return { url, host, reply: await send(url, { method: 'PUT', headers, body: '{"version":"7.3"}' }) };
  }

  test.each(['V4', 'V1'] as const)(
    'with signature %s stores an object that UpdateFlowJSONAsset can take',
    async (version) => {
      const { url, host, reply } = await upload(version);
      expect(reply.status).toBe(200);
      expect(`http://${host}`).toBe(simulator.ossEndpoint);
      const updated = await call(simulator, 'UpdateFlowJSONAsset', { FlowId: flow.id, FilePath: url });
      expect(updated.body.Code).toBe('OK');
      expect(flow.json).toBe('{"version":"7.3"}');
    },
  );

  test.each([
    ['SignatureDoesNotMatch', { secret: 'wrong' }],
    ['InvalidSecurityToken', { token: 'wrong' }],
    ['AccessDenied', { name: 'elsewhere/flow.json' }],
  ])('is refused with %s', async (code, change) => {
    for (const version of ['V4', 'V1'] as const) {
      const { reply } = await upload(version, change);
      expect(reply.status).toBe(403);
      expect(reply.text).toContain(`<Code>${code}</Code>`);
    }
  });

  test('checks what arrives, and says what it took', async () => {
    const damaged = await upload('V4', { more: { 'content-md5': 'AAAAAAAAAAAAAAAAAAAAAA==' } });
    expect(damaged.reply).toMatchObject({ status: 400 });
    expect(damaged.reply.text).toContain('<Code>InvalidDigest</Code>');
    const { headers } = (await upload('V4')).reply;
    expect(headers.etag).toMatch(/^"[0-9A-F]{32}"$/);
    expect(headers['x-oss-request-id']).toBeDefined();
  });

  test('does not overwrite where that is forbidden', async () => {
    const more = { 'x-oss-forbid-overwrite': 'true' };
    expect((await upload('V4', { more })).reply.status).toBe(200);
    expect((await upload('V4', { more })).reply.text).toContain('FileAlreadyExists');
  });

  test('the keys are of no use at CAMS, and end', async () => {
    const { body } = await call(simulator, 'GetChatappUploadAuthorization', {});
    const { AccessKeyId, AccessKeySecret, SecurityToken } = body.Data;
    const keys = { accessKeyId: AccessKeyId, accessKeySecret: AccessKeySecret, securityToken: SecurityToken };
    expect((await call(simulator, 'ListFlow', {}, { keys })).body.Code).toBe('InvalidAccessKeyId.NotFound');
  });
});
