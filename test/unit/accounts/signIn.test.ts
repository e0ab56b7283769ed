import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import { importAccount, renewKeys, signIn } from '../../../src/accounts/signIn';
import type { Account } from '../../../src/accounts/types';
import { createCams } from '../../../src/cams/service';
import { CancelledError } from '../../../src/platform/cancellation';
import { silentLog } from '../../../src/platform/log';
import { startSimulator, type AccessKey, type Simulator } from '../../simulator';
import { person, type Person } from './dialogue';
import { openWindow, Storage, type Window } from './house';

vi.mock('node:os', async (original) => ({ ...(await original<object>()), homedir: vi.fn() }));

let simulator: Simulator;
let storage: Storage;
let window: Window;
let user: Person;
let home: string;

beforeEach(async () => {
  simulator = await startSimulator();
  storage = new Storage();
  window = openWindow(storage, createCams({ log: silentLog, userAgent: 'test' }));
  user = person({ endpoint: simulator.endpoint, stsEndpoint: simulator.stsEndpoint });
  home = await mkdtemp(path.join(tmpdir(), 'cams-flows-'));
  vi.mocked(homedir).mockReturnValue(home);
  for (const name of ['ACCESS_KEY_ID', 'ACCESS_KEY_SECRET', 'SECURITY_TOKEN', 'PROFILE']) {
    vi.stubEnv(`ALIBABA_CLOUD_${name}`, undefined);
  }
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await simulator.close();
  await rm(home, { recursive: true });
});

/** Answers the questions of a sign-in up to the last field of the keys. */
async function typeKeys(keys: Pick<AccessKey, 'accessKeyId' | 'accessKeySecret' | 'securityToken'>) {
  (await user.next()).choose(keys.securityToken === undefined ? /^AccessKey/ : /Temporary/);
  (await user.next()).enter(keys.accessKeyId);
  let last = await user.next();
  last.enter(keys.accessKeySecret);
  if (keys.securityToken !== undefined) {
    last = await user.next();
    last.enter(keys.securityToken);
  }
  return last;
}

async function signedIn(keys: AccessKey, label = 'Mine'): Promise<Account> {
  const signing = signIn(window.accounts);
  await typeKeys(keys);
  (await user.next()).enter(label);
  return signing;
}

describe('sign in', () => {
  it('asks step by step, hides what is secret, and stores what CAMS has accepted', async () => {
    const signing = signIn(window.accounts);
    const kind = await user.next();
    expect(kind).toMatchObject({ step: 1, totalSteps: 4, buttons: [], ignoreFocusOut: true });
    kind.choose(/^AccessKey/);
    const id = await user.next();
    expect(id).toMatchObject({ step: 2, password: false });
    expect(id.prompt).toContain('RAM user');
    id.enter(` ${simulator.keys.accessKeyId} `);
    const secret = await user.next();
    expect(secret).toMatchObject({ step: 3, password: true, ignoreFocusOut: true });
    expect(storage.secretTexts.size).toBe(0);
    secret.enter(`${simulator.keys.accessKeySecret}\n`);
    const label = await user.next();
    expect(label).toMatchObject({ step: 4, totalSteps: 4 });
    expect(label.value).toMatch(/^Key LTAI….{4}$/);
    label.enter('Samudra');

    const account = await signing;
    expect(account).toMatchObject({ label: 'Samudra', endpoint: simulator.endpoint, spaceListing: 'listed' });
    expect(account.spaces.length).toBeGreaterThan(1);
    expect(window.accounts.all).toEqual([account]);
    expect(user.open).toEqual([]);
    expect(JSON.stringify([...storage.values, window.lines])).not.toContain(simulator.keys.accessKeySecret);
  });

  it('takes temporary keys, and offers the name of the only space', async () => {
    const signing = signIn(window.accounts);
    const token = await typeKeys(simulator.logins.temporary);
    expect(token).toMatchObject({ step: 4, totalSteps: 5, password: true });
    (await user.next()).enter();
    expect(await signing).toMatchObject({ kind: 'temporary' });

    const direct = signIn(window.accounts);
    await typeKeys(simulator.logins.direct);
    const label = await user.next();
    label.enter();
    const { spaces, label: chosen } = await direct;
    expect(chosen).toBe(spaces[0]?.label);
  });

  it('says in the field what is wrong with what was typed, without asking CAMS', async () => {
    const signing = signIn(window.accounts);
    (await user.next()).choose(/^AccessKey/);
    const id = await user.next();
    id.type('LT');
    expect(id.validationMessage).toBeUndefined();
    id.enter('LT AI');
    expect(id.validationMessage).toContain('letters and digits');
    id.type('LTAI5tGoodEnough');
    expect(id.validationMessage).toBeUndefined();
    id.enter('STS.NUgoodEnough');
    expect(id.validationMessage).toContain('temporary');
    id.enter(simulator.keys.accessKeyId);
    const secret = await user.next();
    secret.enter('two words');
    expect(secret.validationMessage).toContain('spaces');
    expect(secret.validationMessage).not.toContain('two words');
    secret.escape();
    await expect(signing).rejects.toBeInstanceOf(CancelledError);
    expect(simulator.requests.all).toEqual([]);
  });

  it('lets a wrong secret be corrected in place', async () => {
    const signing = signIn(window.accounts);
    const secret = await typeKeys({ ...simulator.keys, accessKeySecret: 'WrongSecretWrongSecretWrong000' });
    expect(await secret.complaint()).toContain('does not fit');
    expect(secret).toMatchObject({ busy: false, disposed: false });
    secret.enter(simulator.keys.accessKeySecret);
    (await user.next()).enter('Mine');
    expect(await signing).toMatchObject({ label: 'Mine' });
  });

  it('goes back to a wrong ID and keeps the rest', async () => {
    const signing = signIn(window.accounts);
    await typeKeys({ ...simulator.keys, accessKeyId: 'LTAI5tNobodyHasThisKey00' });
    const id = await user.next();
    expect(id.validationMessage).toContain('does not know');
    expect(id.value).toBe('LTAI5tNobodyHasThisKey00');
    id.enter(simulator.keys.accessKeyId);
    const secret = await user.next();
    expect(secret.value).toBe(simulator.keys.accessKeySecret);
    secret.enter();
    (await user.next()).enter('Mine');
    expect(await signing).toMatchObject({ accessKeyId: simulator.keys.accessKeyId });
  });

  it.each<[string, (simulator: Simulator) => AccessKey, RegExp]>([
    ['an ended token', ({ logins }) => logins.expired, /have expired/],
    [
      'a token that is not its own',
      ({ logins }) => ({ ...logins.temporary, securityToken: logins.expired.securityToken }),
      /does not belong/,
    ],
  ])('explains %s in the field of the token', async (_, login, expected) => {
    const signing = signIn(window.accounts);
    const token = await typeKeys(login(simulator));
    expect(await token.complaint()).toMatch(expected);
    token.escape();
    await expect(signing).rejects.toBeInstanceOf(CancelledError);
  });

  it('explains a disabled key, a wrong clock and a page of a proxy', async () => {
    const disabled = signIn(window.accounts);
    await typeKeys(simulator.logins.disabled);
    const id = await user.next();
    expect(id.validationMessage).toContain('disabled');
    id.escape();
    await expect(disabled).rejects.toBeInstanceOf(CancelledError);

    simulator.clock.gatewaySkew = 20 * 60_000;
    const early = signIn(window.accounts);
    const secret = await typeKeys(simulator.keys);
    expect(await secret.complaint()).toContain('clock');
    simulator.faults.order('*', { kind: 'html', status: 200 });
    secret.enter();
    expect(await secret.complaint()).toContain('web page');
    secret.escape();
    await expect(early).rejects.toBeInstanceOf(CancelledError);
    expect(storage.secretTexts.size).toBe(0);
  });

  it('can be given up while CAMS is asked', async () => {
    simulator.faults.order('ListInstance', { kind: 'silence' });
    const signing = signIn(window.accounts);
    const secret = await typeKeys(simulator.keys);
    expect(secret).toMatchObject({ busy: true });
    expect(secret.prompt).toContain('Escape');
    secret.escape();
    await expect(signing).rejects.toBeInstanceOf(CancelledError);
    expect(window.accounts.all).toEqual([]);
  });

  it('goes back from every step, and forward again with what was typed', async () => {
    const signing = signIn(window.accounts);
    await typeKeys(simulator.keys);
    (await user.next()).back();
    (await user.next()).back();
    const id = await user.next();
    expect(id.value).toBe(simulator.keys.accessKeyId);
    id.back();
    (await user.next()).choose(/^AccessKey/);
    (await user.next()).enter();
    (await user.next()).enter();
    (await user.next()).enter('Mine');
    expect(await signing).toMatchObject({ label: 'Mine' });
  });

  it('stores a key that may not list spaces, and asks where the flows are', async () => {
    const signing = signIn(window.accounts);
    await typeKeys(simulator.logins.withoutListInstance);
    (await user.next()).enter('Mine');
    const where = await user.next();
    expect(where.placeholder).toContain('cams:ListInstance');
    where.choose(/Default Space/);
    expect(await signing).toMatchObject({ spaceListing: 'refused', spaces: [{ id: '', origin: 'added' }] });
  });

  it("adds a space by its ID, and explains one that is somebody else's", async () => {
    const own = simulator.account.spaces[0]!.id;
    const foreign = (await signedIn(simulator.logins.direct)).spaces[0]!.id;
    const signing = signIn(window.accounts);
    await typeKeys(simulator.logins.withoutListInstance);
    (await user.next()).enter('Second');
    (await user.next()).choose(/ID I Know/);
    const id = await user.next();
    expect(id.prompt).toContain('Channel Management');
    id.enter('with blank');
    expect(id.validationMessage).toContain('no blanks');
    id.enter(foreign);
    expect(await id.complaint()).toContain('another account');
    id.enter(own);
    const label = await user.next();
    expect(label.value).toBe(own);
    label.enter('Ours');
    expect((await signing).spaces).toEqual([{ id: own, label: 'Ours', origin: 'added' }]);
  });

  it('keeps the account when the question about spaces is dismissed', async () => {
    const signing = signIn(window.accounts);
    await typeKeys(simulator.logins.nothing);
    (await user.next()).enter('Mine');
    (await user.next()).escape();
    expect(await signing).toMatchObject({ label: 'Mine', spaces: [] });
  });

  it('leaves it to the person whether keys are stored before CAMS is activated', async () => {
    const signing = signIn(window.accounts);
    await typeKeys(simulator.logins.notSubscribed);
    const question = await user.next();
    expect(question.placeholder).toContain('not activated');
    question.choose(/Anyway/);
    (await user.next()).enter('Later');
    expect(await signing).toMatchObject({ label: 'Later', spaces: [], spaceListing: 'unknown' });
  });

  it('does not sign the same key in twice: it offers to update the account', async () => {
    const first = await signedIn(simulator.keys);
    const signing = signIn(window.accounts);
    await typeKeys(simulator.keys);
    const question = await user.next();
    expect(question.placeholder).toContain('Mine');
    question.choose(/Update Mine/);
    expect(await signing).toMatchObject({ id: first.id });
    expect(window.accounts.all).toHaveLength(1);
  });

  it('does not give two accounts one name', async () => {
    await signedIn(simulator.keys);
    const signing = signIn(window.accounts);
    await typeKeys(simulator.logins.readOnly);
    const label = await user.next();
    label.enter('Mine');
    expect(label.validationMessage).toContain('Another account');
    label.enter('');
    expect(label.validationMessage).toContain('name');
    label.enter('Mine too');
    expect(await signing).toMatchObject({ label: 'Mine too' });
  });

  it('asks nothing when the settings name a host that keys must not go to', async () => {
    person({ endpoint: 'http://cams.example' });
    await expect(signIn(window.accounts)).rejects.toThrow(/camsFlows\.endpoint/);
  });

  it('works with a CAMS that has no ListInstance', async () => {
    simulator.faults.order('ListInstance', { kind: 'error', status: 404, code: 'InvalidApi.NotFound' });
    const signing = signIn(window.accounts);
    await typeKeys(simulator.keys);
    (await user.next()).enter('Mine');
    (await user.next()).choose(/Default Space/);
    expect(await signing).toMatchObject({ spaceListing: 'refused' });
  });

  it('leaves it to the person when CAMS answers what nobody has documented', async () => {
    simulator.faults.order('*', { kind: 'error', status: 400, code: 'Something.NobodyKnows' });
    const signing = signIn(window.accounts);
    await typeKeys(simulator.keys);
    const question = await user.next();
    expect(question.placeholder).toContain('Something.NobodyKnows');
    question.back();
    (await user.next()).escape();
    await expect(signing).rejects.toBeInstanceOf(CancelledError);
  });
});

describe('import', () => {
  async function config(...profiles: object[]) {
    await mkdir(path.join(home, '.aliyun'));
    await writeFile(path.join(home, '.aliyun', 'config.json'), JSON.stringify({ current: 'work', profiles }));
  }
  const pair = ({ accessKeyId, accessKeySecret }: AccessKey) => ({
    access_key_id: accessKeyId,
    access_key_secret: accessKeySecret,
  });

  it('lists profiles with masked keys, the one in use first, and takes over the chosen one', async () => {
    await config(
      { name: 'machine', mode: 'EcsRamRole' },
      { name: 'other', mode: 'AK', ...pair(simulator.logins.readOnly) },
      { name: 'work', mode: 'AK', ...pair(simulator.keys), region_id: 'cn-hangzhou' },
    );
    const importing = importAccount(window.accounts);
    const pick = await user.next();
    expect(pick.placeholder).toContain('this computer');
    const rows = pick.items as (vscode.QuickPickItem & { iconPath: vscode.ThemeIcon })[];
    expect(rows.map(({ label, iconPath }) => [label, iconPath.id])).toEqual([
      ['work', 'key'],
      ['other', 'key'],
      ['machine', 'circle-slash'],
    ]);
    expect(pick.items[0]?.description).toMatch(/^AK · LTAI….{4} · current$/);
    expect(
      JSON.stringify(pick.items.map(({ label, description, detail }) => [label, description, detail])),
    ).not.toContain(simulator.keys.accessKeySecret);
    pick.choose(/work/);
    const label = await user.next();
    expect(label.value).toBe('work');
    label.enter();
    expect(await importing).toMatchObject({
      label: 'work',
      region: 'ap-southeast-1',
      endpoint: simulator.endpoint,
    });
  });

  it('says what to do with a profile that cannot be taken over, and asks again', async () => {
    await config({ name: 'machine', mode: 'EcsRamRole' }, { name: 'sso', mode: 'CloudSSO' });
    const importing = importAccount(window.accounts);
    (await user.next()).choose(/machine/);
    const again = await user.next();
    expect(user.told).toEqual([expect.stringContaining('--profile machine')]);
    again.choose(/sso/);
    (await user.next()).escape();
    expect(user.told[1]).toContain('have expired');
    await expect(importing).rejects.toBeInstanceOf(CancelledError);
    expect(simulator.requests.all).toEqual([]);
  });

  it('assumes the role of a profile', async () => {
    const role = { ram_role_arn: simulator.roleArn, ram_session_name: 'me', expired_seconds: 900 };
    await config({ name: 'work', mode: 'RamRoleArn', ...pair(simulator.logins.roleUser), ...role });
    const importing = importAccount(window.accounts);
    const pick = await user.next();
    expect(pick.items[0]?.detail).toBe(simulator.roleArn);
    pick.choose(/work/);
    (await user.next()).enter();
    const account = await importing;
    expect(account).toMatchObject({ kind: 'role', roleArn: simulator.roleArn });
    expect(account.spaces.length).toBeGreaterThan(1);
  });

  it('explains a role that the key may not assume', async () => {
    await config({
      name: 'work',
      mode: 'RamRoleArn',
      ...pair(simulator.logins.root),
      ram_role_arn: simulator.roleArn,
    });
    const importing = importAccount(window.accounts);
    (await user.next()).choose(/work/);
    await expect(importing).rejects.toMatchObject({ situation: 'permission', operation: 'AssumeRole' });
    expect(storage.secretTexts.size).toBe(0);
  });

  it('takes the keys of the environment', async () => {
    vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_ID', simulator.logins.temporary.accessKeyId);
    vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_SECRET', simulator.logins.temporary.accessKeySecret);
    vi.stubEnv('ALIBABA_CLOUD_SECURITY_TOKEN', simulator.logins.temporary.securityToken);
    const importing = importAccount(window.accounts);
    (await user.next()).choose(/Environment/);
    const label = await user.next();
    label.back();
    (await user.next()).choose(/Environment/);
    (await user.next()).enter();
    expect(await importing).toMatchObject({ label: 'Environment', kind: 'temporary' });
  });

  it('says where it has looked when there is nothing', async () => {
    Object.assign(vscode.env, { remoteName: 'ssh-remote' });
    await expect(importAccount(window.accounts)).rejects.toThrow(/ssh-remote.*config\.json/);
  });

  it('is offered by the sign-in', async () => {
    await config({ name: 'work', mode: 'AK', ...pair(simulator.keys) });
    const signing = signIn(window.accounts);
    (await user.next()).choose(/aliyun CLI/);
    (await user.next()).choose(/work/);
    (await user.next()).enter();
    expect(await signing).toMatchObject({ label: 'work' });
  });
});

describe('new keys for an account', () => {
  it('replace the old ones after CAMS has accepted them; everything else stays', async () => {
    const account = await signedIn(simulator.keys);
    await window.accounts.renameSpace(account.id, account.spaces[0]!.id, 'My name');
    const renewing = renewKeys(window.accounts, account);
    const kind = await user.next();
    expect(kind).toMatchObject({ title: 'New Keys for Mine', totalSteps: 3 });
    kind.choose(/^AccessKey/);
    const id = await user.next();
    expect(id.value).toBe(simulator.keys.accessKeyId);
    id.enter(simulator.logins.readOnly.accessKeyId);
    const secret = await user.next();
    expect(secret.value).toBe('');
    secret.enter('WrongSecretWrongSecretWrong000');
    await secret.complaint();
    expect(window.accounts.get(account.id)?.accessKeyId).toBe(simulator.keys.accessKeyId);
    secret.enter(simulator.logins.readOnly.accessKeySecret);
    await renewing;
    expect(window.accounts.all).toMatchObject([
      { id: account.id, label: 'Mine', accessKeyId: simulator.logins.readOnly.accessKeyId, state: 'ready' },
    ]);
    expect(window.accounts.get(account.id)?.spaces[0]?.label).toBe('My name');
  });

  it('keep the role that the account assumes, and are imported when that is lost', async () => {
    const role = { arn: simulator.roleArn, sessionName: 'me', endpoint: simulator.stsEndpoint };
    const account = await window.accounts.signIn({
      label: 'Role',
      keys: { ...simulator.logins.roleUser, role },
      region: 'ap-southeast-1',
      endpoint: simulator.endpoint,
      listing: 'unknown',
    });
    const renewing = renewKeys(window.accounts, account);
    await typeKeys(simulator.logins.roleUser);
    await renewing;
    expect(await window.accounts.keysOf(account.id)).toMatchObject({ role });
    expect(window.accounts.get(account.id)).toMatchObject({ kind: 'role', spaceListing: 'listed' });

    storage.secretTexts.clear();
    await expect(renewKeys(window.accounts, account)).rejects.toThrow(/no keys to import/);
  });
});
