import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../../simulator';
import { call, type CallOptions, send } from './caller';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ samples: false, behaviour: { quota: false } });
});
afterAll(() => simulator.close());
beforeEach(() => {
  simulator.clock.reset();
  simulator.behaviour.permissionRefusal = 'NoPermission';
  simulator.behaviour.accessDeniedDetail = 'object';
});

const page = { Page: '{"Index":1,"Size":20}' };

test.each(['query', 'form'] as const)(
  'parameters in the %s are understood, whatever signs they hold',
  async (position) => {
    const FlowName = "a b+c&d=e 'f' (g) *~! ü 预约";
    const reply = await call(simulator, 'ListFlow', { ...page, FlowName }, { position });
    expect(reply).toMatchObject({ status: 200, body: { Code: 'OK', Data: [] } });
    expect(simulator.requests.all.at(-1)).toMatchObject({
      site: 'cams',
      action: 'ListFlow',
      parameters: { ...page, FlowName },
      accessKeyId: simulator.keys.accessKeyId,
      status: 200,
      code: 'OK',
    });
  },
);

test('keys with a token pass, and their requests too', async () => {
  const reply = await call(simulator, 'ListFlow', page, { keys: simulator.logins.temporary });
  expect(reply.body.Code).toBe('OK');
});

test('a token ends by the clock of the simulator, without waiting', async () => {
  simulator.clock.advance(2 * 3_600_000);
  const reply = await call(simulator, 'ListFlow', page, { keys: simulator.logins.temporary });
  expect(reply).toMatchObject({ status: 400, body: { Code: 'InvalidSecurityToken.Expired' } });
});

const tooLate = { headers: { 'x-acs-date': '2020-01-01T00:00:00Z' } };
const refusals: [string, number, string, (simulator: Simulator) => CallOptions][] = [
  ['an unknown key', 404, 'InvalidAccessKeyId.NotFound', ({ logins }) => ({ keys: logins.unknown })],
  ['a disabled key', 400, 'InvalidAccessKeyId.Inactive', ({ logins }) => ({ keys: logins.disabled })],
  [
    'a wrong secret',
    400,
    'SignatureDoesNotMatch',
    ({ keys }) => ({ keys: { ...keys, accessKeySecret: 'wrong' } }),
  ],
  ['an ended token', 400, 'InvalidSecurityToken.Expired', ({ logins }) => ({ keys: logins.expired })],
  [
    'a temporary key without its token',
    400,
    'MissingSecurityToken',
    ({ logins }) => ({ keys: { ...logins.temporary, securityToken: undefined } }),
  ],
  [
    'a foreign token',
    400,
    'InvalidSecurityToken.MismatchWithAccessKey',
    ({ logins }) => ({ keys: { ...logins.temporary, securityToken: 'CAISother' } }),
  ],
  ['an old date', 400, 'InvalidTimeStamp.Expired', () => tooLate],
  ['no date at all', 400, 'InvalidTimeStamp.Format', () => ({ headers: { 'x-acs-date': 'yesterday' } })],
  [
    'no signature',
    400,
    'MissingAccessKeyId',
    () => ({ afterwards: (headers) => delete headers.authorization }),
  ],
  [
    'half a signature',
    400,
    'IncompleteSignature',
    () => ({ afterwards: (headers) => (headers.authorization = 'ACS3-HMAC-SHA256 Credential=x') }),
  ],
  [
    'a header added afterwards',
    400,
    'IncompleteSignature',
    () => ({ afterwards: (headers) => (headers['x-acs-more'] = '1') }),
  ],
  [
    'a header changed afterwards',
    400,
    'SignatureDoesNotMatch',
    () => ({ afterwards: (headers) => (headers['x-acs-version'] = '2021-01-01') }),
  ],
  ['an unknown version', 404, 'InvalidApi.NotFound', () => ({ version: '2021-01-01' })],
  [
    'a subscription that does not exist',
    400,
    'Product.Unsubscript',
    ({ logins }) => ({ keys: logins.notSubscribed }),
  ],
];

test.each(refusals)('%s is refused with %i %s', async (_, status, code, options) => {
  const reply = await call(simulator, 'ListFlow', page, options(simulator));
  expect(reply).toMatchObject({ status, body: { Code: code, HostId: new URL(simulator.endpoint).host } });
  expect(reply.body.Message).not.toBe('');
  expect(reply.body.RequestId).toMatch(/^[0-9A-F-]{36}$/);
  expect(reply.body.Recommend).toContain(code);
});

test('an unknown operation is refused', async () => {
  const reply = await call(simulator, 'GetFlowJSONAsset', { FlowId: '1' });
  expect(reply).toMatchObject({ status: 404, body: { Code: 'InvalidApi.NotFound' } });
});

test('a request cannot be sent twice', async () => {
  const headers = { 'x-acs-signature-nonce': 'always-the-same' };
  expect((await call(simulator, 'ListFlow', page, { headers })).body.Code).toBe('OK');
  expect((await call(simulator, 'ListFlow', page, { headers })).body.Code).toBe('SignatureNonceUsed');
});

test("the gateway's clock may differ from the caller's by 15 minutes, no more", async () => {
  simulator.clock.gatewaySkew = 14 * 60_000;
  expect((await call(simulator, 'ListFlow', page)).body.Code).toBe('OK');
  simulator.clock.gatewaySkew = -16 * 60_000;
  expect((await call(simulator, 'ListFlow', page)).body.Code).toBe('InvalidTimeStamp.Expired');
});

describe('rights', () => {
  test('a read-only key reads and does not write', async () => {
    const keys = simulator.logins.readOnly;
    expect((await call(simulator, 'ListFlow', page, { keys })).status).toBe(200);
    expect((await call(simulator, 'ListInstance', {}, { keys })).status).toBe(200);
    expect((await call(simulator, 'DeleteFlow', { FlowId: '1' }, { keys })).status).toBe(403);
  });

  test.each([
    ['NoPermission', 403],
    ['Forbidden.RAM', 403],
    ['Ram.PermissionDeny', 400],
  ] as const)(
    'the refusal %s arrives with HTTP %i and says which action is missing',
    async (code, status) => {
      simulator.behaviour.permissionRefusal = code;
      const reply = await call(simulator, 'ListFlow', page, { keys: simulator.logins.withoutListFlow });
      expect(reply).toMatchObject({
        status,
        body: {
          Code: code,
          AccessDeniedDetail: {
            AuthAction: 'cams:ListFlow',
            AuthPrincipalType: 'SubUser',
            NoPermissionType: 'ExplicitDeny',
          },
        },
      });
    },
  );

  test('AccessDeniedDetail may be text, or absent', async () => {
    const keys = simulator.logins.nothing;
    simulator.behaviour.accessDeniedDetail = 'string';
    expect((await call(simulator, 'GetFlow', { FlowId: '1' }, { keys })).body.AccessDeniedDetail).toContain(
      'cams:GetFlow',
    );
    simulator.behaviour.accessDeniedDetail = 'absent';
    expect((await call(simulator, 'GetFlow', { FlowId: '1' }, { keys })).body).not.toHaveProperty(
      'AccessDeniedDetail',
    );
  });
});

describe('STS', () => {
  const role = () => ({ RoleArn: simulator.roleArn, RoleSessionName: 'flows', DurationSeconds: '900' });
  const sts = () => ({ endpoint: simulator.stsEndpoint, version: '2015-04-01' });

  test('a role is assumed, works at CAMS, and ends', async () => {
    const reply = await call(simulator, 'AssumeRole', role(), { ...sts(), keys: simulator.logins.roleUser });
    expect(reply.status).toBe(200);
    const { AccessKeyId, AccessKeySecret, SecurityToken, Expiration } = reply.body.Credentials;
    expect(Date.parse(Expiration) - Date.now()).toBeLessThanOrEqual(900_000);
    const keys = { accessKeyId: AccessKeyId, accessKeySecret: AccessKeySecret, securityToken: SecurityToken };
    expect((await call(simulator, 'ListFlow', page, { keys })).body.Code).toBe('OK');
    simulator.clock.advance(901_000);
    expect((await call(simulator, 'ListFlow', page, { keys })).body.Code).toBe(
      'InvalidSecurityToken.Expired',
    );
  });

  test.each([
    ['the root key', 403, 'NoPermission', {}, 'root'],
    ['a key without the right', 403, 'NoPermission', {}, 'nothing'],
    ['an unknown role', 404, 'EntityNotExist.Role', { RoleArn: 'acs:ram::1:role/none' }, 'roleUser'],
    ['too long a session', 400, 'InvalidParameter.DurationSeconds', { DurationSeconds: '7200' }, 'roleUser'],
    ['no name', 400, 'MissingRoleSessionName', { RoleSessionName: '' }, 'roleUser'],
  ] as const)('%s is refused', async (_, status, code, change, login) => {
    const reply = await call(
      simulator,
      'AssumeRole',
      { ...role(), ...change },
      { ...sts(), keys: simulator.logins[login] },
    );
    expect(reply).toMatchObject({ status, body: { Code: code } });
  });

  test('everybody may ask who they are', async () => {
    const reply = await call(
      simulator,
      'GetCallerIdentity',
      {},
      { ...sts(), keys: simulator.logins.nothing },
    );
    expect(reply.body).toMatchObject({ AccountId: simulator.account.id, IdentityType: 'RAMUser' });
  });

  test('CAMS does not answer for STS, nor STS for CAMS', async () => {
    expect((await call(simulator, 'GetCallerIdentity', {}, { version: '2015-04-01' })).body.Code).toBe(
      'InvalidApi.NotFound',
    );
    expect((await call(simulator, 'ListFlow', page, { endpoint: simulator.stsEndpoint })).body.Code).toBe(
      'InvalidApi.NotFound',
    );
  });
});

test('what is no request to CAMS gets an error in its form, and the simulator lives on', async () => {
  expect((await send(`${simulator.endpoint}/favicon.ico`)).body.Code).toBe('InvalidApi.NotFound');
  expect((await send(`${simulator.endpoint}/?%%%=%`)).body.Code).toBe('MissingAccessKeyId');
  expect((await call(simulator, 'ListFlow', page)).body.Code).toBe('OK');
});
