import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAliyunConfig } from '../../../src/accounts/aliyunConfig';
import { KEYS, TEMPORARY } from './house';

const NOW = Date.UTC(2026, 10, 21);
const SOON = NOW / 1000 + 600;
const pair = { access_key_id: KEYS.accessKeyId, access_key_secret: KEYS.accessKeySecret };
const triple = {
  access_key_id: TEMPORARY.accessKeyId,
  access_key_secret: TEMPORARY.accessKeySecret,
  sts_token: TEMPORARY.securityToken,
};
const role = { ram_role_arn: 'acs:ram::1:role/flows', ram_session_name: 'me' };

function read(profile: object) {
  const profiles = readAliyunConfig(
    JSON.stringify({ current: 'x', profiles: [{ name: 'x', ...profile }] }),
    NOW,
  );
  return profiles?.[0];
}

describe('profiles of the aliyun CLI', () => {
  it.each([
    ['AK', { mode: 'AK', ...pair }, KEYS],
    ['ak, as the CLI accepts it', { mode: 'ak', ...pair }, KEYS],
    ['AK with a leftover token', { mode: 'AK', ...pair, sts_token: TEMPORARY.securityToken }, KEYS],
    [
      'AK with blanks around',
      { mode: ' AK ', access_key_id: ` ${KEYS.accessKeyId}\n`, access_key_secret: pair.access_key_secret },
      KEYS,
    ],
    ['StsToken', { mode: 'StsToken', ...triple }, TEMPORARY],
    ['CloudSSO with living keys', { mode: 'CloudSSO', ...triple, sts_expiration: SOON }, TEMPORARY],
    ['OAuth with living keys', { mode: 'oauth', ...triple, sts_expiration: SOON }, TEMPORARY],
  ])('give keys in mode %s', (_, profile, keys) => {
    expect(read(profile)).toMatchObject({ name: 'x', isCurrent: true, keys });
    expect(read(profile)?.keys?.role).toBeUndefined();
    expect(read(profile)?.problem).toBeUndefined();
  });

  it('give a role with everything that belongs to it', () => {
    const full = { ...triple, ...role, expired_seconds: 1800, external_id: 'ext', sts_region: 'cn-hangzhou' };
    expect(read({ mode: 'RamRoleArn', ...full })?.keys).toEqual({
      ...TEMPORARY,
      role: {
        arn: role.ram_role_arn,
        sessionName: 'me',
        duration: 1800,
        externalId: 'ext',
        stsRegion: 'cn-hangzhou',
      },
    });
  });

  it('give a role without what STS would refuse', () => {
    const bare = { ...pair, ram_role_arn: role.ram_role_arn, expired_seconds: 60, external_id: '' };
    expect(read({ mode: 'RamRoleArn', ...bare })?.keys).toEqual({
      ...KEYS,
      securityToken: undefined,
      role: {
        arn: role.ram_role_arn,
        sessionName: 'cams-flows',
        duration: undefined,
        externalId: undefined,
        stsRegion: '',
      },
    });
  });

  it.each([
    ['incomplete', { mode: 'AK', access_key_id: KEYS.accessKeyId }],
    ['incomplete', { mode: 'AK', ...pair, access_key_secret: 'two words in it' }],
    ['incomplete', { mode: 'StsToken', ...pair }],
    ['incomplete', { mode: 'RamRoleArn', ...pair }],
    ['incomplete', { mode: 'CloudSSO', ...pair, sts_expiration: SOON }],
    ['ended', { mode: 'CloudSSO', ...triple, sts_expiration: NOW / 1000 }],
    ['ended', { mode: 'OAuth', ...triple }],
    ['ended', { mode: 'OAuth', ...triple, sts_expiration: 'soon' }],
    ['foreignMode', { mode: 'ChainableRamRoleArn', ...role }],
    ['foreignMode', { mode: 'EcsRamRole' }],
    ['foreignMode', { mode: 'External', process_command: 'rm' }],
    ['foreignMode', { mode: 'something new', ...pair }],
    ['foreignMode', { ...pair }],
    ['noKeyPair', { mode: 'BearerToken' }],
    ['noKeyPair', { mode: 'Anonymous' }],
  ])('are listed as %s without keys: %j', (problem, profile) => {
    expect(read(profile)).toMatchObject({ name: 'x', problem });
    expect(read(profile)?.keys).toBeUndefined();
  });

  it('do not show a mode that the program does not know', () => {
    expect(read({ mode: 'planted-in-the-wrong-field' })?.mode).toBe('');
  });

  it('say which is in use: the environment knows better than the file', () => {
    const text = JSON.stringify({ current: 'a', profiles: [{ name: 'a' }, { name: 'b' }] });
    const current = (chosen?: string) =>
      readAliyunConfig(text, NOW, chosen)
        ?.filter(({ isCurrent }) => isCurrent)
        .map(({ name }) => name);
    expect(current()).toEqual(['a']);
    expect(current('b')).toEqual(['b']);
    expect(current('c')).toEqual([]);
  });

  it('are read after a byte order mark', () => {
    const text = `\uFEFF${JSON.stringify({ profiles: [{ name: 'x', mode: 'AK', ...pair }] })}`;
    expect(readAliyunConfig(text, NOW)).toHaveLength(1);
  });

  it.each(['', '{', '[]', 'null', '{}', '{"profiles":{}}', `{"access_key_secret": "planted", }`])(
    'are none in %j',
    (text) => {
      expect(readAliyunConfig(text, NOW)).toBeUndefined();
    },
  );

  it('leave out rows that are none', () => {
    const text = JSON.stringify({ profiles: [null, 1, [], {}, { name: '' }, { name: 5 }, { name: 'ok' }] });
    expect(readAliyunConfig(text, NOW)?.map(({ name }) => name)).toEqual(['ok']);
  });

  it('are read from any text without a throw', () => {
    const field = fc.constantFrom(
      ...Object.keys({ ...triple, ...role, name: 0, mode: 0, sts_expiration: 0, expired_seconds: 0 }),
    );
    const profile = fc.dictionary(
      field,
      fc.oneof(fc.jsonValue(), fc.constantFrom('AK', 'CloudSSO', 'RamRoleArn')),
    );
    const config = fc.record({
      current: fc.jsonValue(),
      profiles: fc.array(fc.oneof(profile, fc.jsonValue())),
    });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          config.map((value) => JSON.stringify(value)),
        ),
        (text) => {
          readAliyunConfig(text, NOW);
        },
      ),
    );
  });

  it('give away nothing but names, and keys in the fields of keys', () => {
    const secret = 'planted-secret-in-some-field';
    const field = fc.constantFrom(
      'mode',
      'sts_token',
      'sts_expiration',
      'output_format',
      'process_command',
      'access_token',
      'oauth_refresh_token',
      'credentials_uri',
      'made_up',
    );
    fc.assert(
      fc.property(
        fc.dictionary(field, fc.constant(secret)),
        fc.constantFrom('AK', 'External', 'CloudSSO', 'Anonymous'),
        (fields, mode) => {
          const text = JSON.stringify({ profiles: [{ name: 'x', mode, ...pair, ...fields }] });
          expect(JSON.stringify(readAliyunConfig(text, NOW))).not.toContain(secret);
        },
      ),
    );
  });
});
