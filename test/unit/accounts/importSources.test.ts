import { mkdtemp, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sentenceOf } from '../../../src/accounts/explain';
import { environmentKeys, readAliyunProfiles } from '../../../src/accounts/importSources';
import { KEYS, TEMPORARY } from './house';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cams-flows-'));
  file = path.join(folder, 'config.json');
});
afterEach(() => rm(folder, { recursive: true }));

describe('the file of the aliyun CLI', () => {
  it('need not exist', async () => {
    expect(await readAliyunProfiles(file)).toEqual([]);
    expect(await readAliyunProfiles(path.join(file, 'deeper'))).toEqual([]);
  });

  it('gives its profiles', async () => {
    await writeFile(file, JSON.stringify({ profiles: [{ name: 'work', mode: 'EcsRamRole' }] }));
    expect(await readAliyunProfiles(file)).toMatchObject([{ name: 'work', problem: 'foreignMode' }]);
  });

  it.each([
    ['broken', `{"profiles":[{"access_key_secret":"${KEYS.accessKeySecret}",`],
    ['another thing', JSON.stringify({ secret: KEYS.accessKeySecret })],
    ['too large', `{"profiles":[]}${' '.repeat(5 * 1024 * 1024)}${KEYS.accessKeySecret}`],
  ])('is never quoted when it is %s', async (_, text) => {
    await writeFile(file, text);
    const sentence = await readAliyunProfiles(file).then(String, sentenceOf);
    expect(sentence).toContain(file);
    expect(sentence).not.toContain('planted');
  });

  it('that cannot be read is named with the reason', async () => {
    await mkdir(file);
    await expect(readAliyunProfiles(file)).rejects.toThrow(/EISDIR/);
  });
});

describe('the environment', () => {
  const pair = {
    ALIBABA_CLOUD_ACCESS_KEY_ID: KEYS.accessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: KEYS.accessKeySecret,
  };

  it('gives keys, with a token if there is one', () => {
    expect(environmentKeys(pair)).toEqual(KEYS);
    const token = TEMPORARY.securityToken;
    expect(environmentKeys({ ...pair, ALIBABA_CLOUD_SECURITY_TOKEN: token })).toEqual({
      ...KEYS,
      securityToken: token,
    });
    expect(environmentKeys({ ...pair, ALIBABA_CLOUD_SECURITY_TOKEN: ' ' })).toEqual(KEYS);
  });

  it.each([
    {},
    { ALIBABA_CLOUD_ACCESS_KEY_ID: KEYS.accessKeyId },
    { ...pair, ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'two words here' },
  ])('gives none that could not be keys', (environment) => {
    expect(environmentKeys(environment)).toBeUndefined();
  });
});
