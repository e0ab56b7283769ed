import { commands, EventEmitter, window as vscodeWindow, type WindowState } from 'vscode';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { sentenceOf } from '../../../src/accounts/explain';
import type { Cams } from '../../../src/cams/cams';
import {
  CredentialsError,
  ExpiredTokenError,
  NetworkError,
  NotSubscribedError,
  PermissionError,
  situationOf,
} from '../../../src/cams/errors';
import type { Session } from '../../../src/cams/types';
import { CancelledError } from '../../../src/platform/cancellation';
import { deferred, ENDPOINT, KEYS, openWindow, settled, signIn, Storage, TEMPORARY } from './house';

const refused = new CredentialsError({ operation: 'ListFlow', code: 'InvalidAccessKeyId.NotFound' });
const expired = new ExpiredTokenError({ operation: 'ListFlow', code: 'InvalidSecurityToken.Expired' });
const forbidden = new PermissionError({ operation: 'ListInstance', action: 'cams:ListInstance' });

const session = async (_: Cams, used: Session) => used;
const credential = async (_: Cams, used: Session) => used.credential();
const fail = (error: Error) => () => Promise.reject(error);

describe('what is kept', () => {
  it('is the public part in the state, and the keys in SecretStorage under one key per account', async () => {
    const storage = new Storage();
    const window = openWindow(storage);
    const { id } = await signIn(window);
    await signIn(window, 'Other', TEMPORARY);

    expect(id).toMatch(/^[a-z0-9]{10}$/);
    expect([...storage.secretTexts.keys()]).toEqual([...storage.values.keys()]);
    expect(storage.secretTexts.get(`camsFlows.account.${id}`)).toContain(KEYS.accessKeySecret);
    expect(window.accounts.all).toMatchObject([
      {
        label: 'Samudra',
        kind: 'accessKey',
        accessKeyId: KEYS.accessKeyId,
        endpoint: ENDPOINT,
        state: 'ready',
      },
      { label: 'Other', kind: 'temporary' },
    ]);
    expect(JSON.stringify([...storage.values])).not.toContain('planted');
  });

  it('is read by a later window, keys only at the first call', async () => {
    const storage = new Storage();
    const { id } = await signIn(openWindow(storage));
    const { accounts } = openWindow(storage);
    expect(accounts.get(id)?.label).toBe('Samudra');
    expect(storage.reads).toBe(1); // The first window looked at what it had just stored.
    expect(await accounts.call(id, credential)).toEqual(KEYS);
    await accounts.call(id, credential);
    expect(storage.reads).toBe(2);
  });

  it('sets the context key signedIn', async () => {
    const setContext = vi.spyOn(commands, 'executeCommand');
    const window = openWindow(new Storage());
    const { id } = await signIn(window);
    expect(setContext).toHaveBeenLastCalledWith('setContext', 'camsFlows.signedIn', true);
    await window.accounts.signOut(id);
    expect(setContext).toHaveBeenLastCalledWith('setContext', 'camsFlows.signedIn', false);
  });

  it('stays as it was when the keyring does not take the keys', async () => {
    const storage = new Storage();
    const window = openWindow(storage);
    const { id } = await signIn(window);
    storage.keyring = new Error(`cannot store ${TEMPORARY.accessKeySecret}`);

    const attempt = signIn(window, 'Other', TEMPORARY);
    await expect(attempt).rejects.toThrow(/secret storage/);
    await expect(attempt.catch(sentenceOf)).resolves.not.toContain('planted');
    await expect(window.accounts.renew(id, TEMPORARY, 'unknown')).rejects.toThrow(/secret storage/);
    expect(window.accounts.all).toMatchObject([{ id, kind: 'accessKey' }]);
    expect(await window.accounts.call(id, credential)).toEqual(KEYS);
    expect(window.lines.join()).not.toContain('planted');
  });
});

describe('call', () => {
  it('shares one session among all calls', async () => {
    const storage = new Storage();
    const { id } = await signIn(openWindow(storage));
    const { accounts } = openWindow(storage);
    const [one, two] = await Promise.all([accounts.call(id, session), accounts.call(id, session)]);
    expect(one).toBe(two);
    expect(one).toMatchObject({ accountId: id, endpoint: ENDPOINT });
  });

  it.each([
    [refused, 'refused'],
    [expired, 'expired'],
  ])('makes %s the state of the account, once, and a success takes it back', async (error, state) => {
    const window = openWindow(new Storage());
    const { id } = await signIn(window);
    await settled();
    const before = window.changes();

    const calls = [1, 2, 3].map(() => window.accounts.call(id, fail(error)));
    for (const call of calls) await expect(call).rejects.toBe(error);
    expect(window.accounts.get(id)?.state).toBe(state);
    expect(window.changes()).toBe(before + 1);

    await window.accounts.call(id, session);
    await window.accounts.call(id, session);
    expect(window.accounts.get(id)?.state).toBe('ready');
    expect(window.changes()).toBe(before + 2);
  });

  it.each([
    forbidden,
    new NetworkError({ operation: 'ListFlow', reason: 'timeout' }),
    new NotSubscribedError({ operation: 'ListFlow' }),
  ])('leaves the state alone after %s', async (error) => {
    const window = openWindow(new Storage());
    const { id } = await signIn(window);
    await expect(window.accounts.call(id, fail(error))).rejects.toBe(error);
    expect(window.accounts.get(id)?.state).toBe('ready');
  });

  it.each([
    ['an answer', (end: ReturnType<typeof deferred<string>>) => end.resolve('late')],
    ['a refusal', (end: ReturnType<typeof deferred<string>>) => end.reject(refused)],
  ])('drops %s that comes after new keys, and after a sign-out', async (_, answer) => {
    const window = openWindow(new Storage());
    const { accounts } = window;
    const { id } = await signIn(window);

    const beforeRenewal = deferred<string>();
    const first = accounts.call(id, () => beforeRenewal.promise);
    await accounts.renew(id, TEMPORARY, 'unknown');
    answer(beforeRenewal);
    await expect(first).rejects.toBeInstanceOf(CancelledError);
    expect(accounts.get(id)?.state).toBe('ready');

    const beforeSignOut = deferred<string>();
    const second = accounts.call(id, () => beforeSignOut.promise);
    await accounts.signOut(id);
    answer(beforeSignOut);
    await expect(second).rejects.toBeInstanceOf(CancelledError);
    expect(accounts.all).toEqual([]);
  });

  it('drops an answer that comes after its own end', async () => {
    const window = openWindow(new Storage());
    const { id } = await signIn(window);
    const answer = deferred<string>();
    const call = window.accounts.call(id, () => answer.promise);
    window.accounts.dispose();
    answer.resolve('late');
    await expect(call).rejects.toBeInstanceOf(CancelledError);
  });

  it('goes on over a change that is not one of keys', async () => {
    const window = openWindow(new Storage());
    const { id } = await signIn(window);
    const end = deferred<string>();
    const call = window.accounts.call(id, () => end.promise);
    await window.accounts.rename(id, 'New name');
    await window.accounts.addSpace(id, 'cams-1', 'One');
    end.resolve('answer');
    expect(await call).toBe('answer');
  });

  it('says that an account is signed out, and that its keys are missing or damaged', async () => {
    const storage = new Storage();
    const { id } = await signIn(openWindow(storage));
    const { accounts } = openWindow(storage);
    await expect(accounts.call('zzzzzzzzzz', session)).rejects.toMatchObject({ code: 'SignedOut' });

    const key = `camsFlows.account.${id}`;
    const stored = storage.secretTexts.get(key)!;
    storage.secretTexts.set(key, '{"version":1,"accessKeySecret":"planted"');
    const damaged = accounts.call(id, session);
    await expect(damaged).rejects.toMatchObject({ code: 'MissingKeys' });
    expect(await damaged.catch(sentenceOf)).not.toContain('planted');
    storage.secretTexts.delete(key);
    await expect(accounts.call(id, session)).rejects.toMatchObject({ code: 'MissingKeys' });
    expect(accounts.get(id)?.state).toBe('refused');

    storage.secretTexts.set(key, stored);
    expect(await accounts.call(id, credential)).toEqual(KEYS);
    expect(accounts.get(id)?.state).toBe('ready');
  });

  it('does not blame the keys when the keyring is locked', async () => {
    const storage = new Storage();
    const { id } = await signIn(openWindow(storage));
    const { accounts } = openWindow(storage);
    storage.keyring = new Error('locked');
    const error: unknown = await accounts.call(id, session).catch((reason: unknown) => reason);
    expect(situationOf(error)).toBeUndefined();
    expect(sentenceOf(error)).toContain('keyring');
    expect(accounts.get(id)?.state).toBe('ready');
    storage.keyring = undefined;
    expect(await accounts.call(id, credential)).toEqual(KEYS);
  });

  it('assumes the role of an account that has one, and again after its keys were refused', async () => {
    const assumeRole = vi.fn<Cams['assumeRole']>(async () => ({
      credential: TEMPORARY,
      expires: Date.now() + 3_600_000,
    }));
    const storage = new Storage();
    const window = openWindow(storage, { assumeRole });
    const role = { arn: 'acs:ram::1:role/flows', sessionName: 'me', endpoint: 'https://sts.example' };
    const { id } = await signIn(window, 'Role', { ...KEYS, role });
    expect(window.accounts.get(id)).toMatchObject({ kind: 'role', roleArn: role.arn });
    expect(await window.accounts.call(id, credential)).toEqual(TEMPORARY);
    await window.accounts.call(id, credential);
    expect(assumeRole).toHaveBeenCalledTimes(1);

    await expect(window.accounts.call(id, fail(expired))).rejects.toBe(expired);
    await window.accounts.call(id, credential);
    expect(assumeRole).toHaveBeenCalledTimes(2);
    expect(window.accounts.get(id)?.state).toBe('ready');
    expect(JSON.stringify([...storage.values, ...storage.secretTexts])).not.toContain(
      TEMPORARY.accessKeySecret,
    );
    expect(window.redactor.redact(TEMPORARY.securityToken)).toBe('•••');
  });
});

it('keysOf teaches what it reads to the redactor', async () => {
  const storage = new Storage();
  const { id } = await signIn(openWindow(storage));
  const { accounts, redactor } = openWindow(storage);
  expect(await accounts.keysOf(id)).toEqual(KEYS);
  expect(redactor.redact(KEYS.accessKeySecret)).toBe('•••');
});

describe('callWith', () => {
  it('uses keys that are not stored, and teaches them to the redactor', async () => {
    const storage = new Storage();
    const window = openWindow(storage);
    expect(await window.accounts.callWith(TEMPORARY, ENDPOINT, credential)).toEqual(TEMPORARY);
    expect(storage.values.size + storage.secretTexts.size).toBe(0);
    expect(window.redactor.redact(`${TEMPORARY.accessKeySecret} ${TEMPORARY.securityToken}`)).toBe('••• •••');
  });
});

describe('two windows', () => {
  async function two() {
    const storage = new Storage();
    const one = openWindow(storage);
    const other = openWindow(storage);
    const { id } = await signIn(one);
    await settled();
    return { storage, one, other, id };
  }

  it('both have an account that one of them signed in', async () => {
    const { one, other, id } = await two();
    expect(other.accounts.get(id)).toEqual(one.accounts.get(id));
    expect(other.changes()).toBeGreaterThan(0);
  });

  it('both lose it when one signs out, and what is under way there is dropped', async () => {
    const { storage, one, other, id } = await two();
    const end = deferred<string>();
    const call = other.accounts.call(id, () => end.promise);
    await settled();
    await one.accounts.signOut(id);
    await settled();
    end.resolve('late');
    await expect(call).rejects.toBeInstanceOf(CancelledError);
    expect(other.accounts.all).toEqual([]);
    expect(storage.values.size + storage.secretTexts.size).toBe(0);
  });

  it('notice a sign-out even when the shared state still has the account', async () => {
    const { storage, other, id } = await two();
    await storage.secrets.delete(`camsFlows.account.${id}`);
    await settled();
    expect(other.accounts.all).toEqual([]);
    expect(storage.values.size).toBe(0);
  });

  describe('of a VS Code in a browser, which do not hear of each other’s secrets', () => {
    const focus = new EventEmitter<WindowState>();
    beforeEach(() => {
      const spy = vi.spyOn(vscodeWindow, 'onDidChangeWindowState').mockImplementation(focus.event);
      onTestFinished(() => spy.mockRestore());
    });

    it('notice a sign-out when they come to the front', async () => {
      const { storage, other, id } = await two();
      await other.accounts.call(id, session);
      storage.values.clear();
      const before = other.changes();
      focus.fire({ focused: false, active: true });
      expect(other.changes()).toBe(before);
      focus.fire({ focused: true, active: true });
      expect(other.changes()).toBe(before + 1);
      focus.fire({ focused: true, active: true });
      expect(other.changes()).toBe(before + 1);
    });

    it('notice a sign-out when they list the accounts, as Refresh does', async () => {
      const { storage, other } = await two();
      storage.values.clear();
      const before = other.changes();
      expect(other.accounts.all).toEqual([]);
      expect(other.accounts.all).toEqual([]);
      await settled();
      expect(other.changes()).toBe(before + 1);
    });

    it('notice a sign-out when they look for the account', async () => {
      const { storage, other, id } = await two();
      storage.values.clear();
      const before = other.changes();
      expect(other.accounts.get(id)).toBeUndefined();
      expect(other.accounts.get(id)).toBeUndefined();
      await settled();
      expect(other.changes()).toBe(before + 1);
      await expect(other.accounts.call(id, session)).rejects.toMatchObject({ code: 'SignedOut' });
    });
  });

  it('both sign with new keys, as another session', async () => {
    const { one, other, id } = await two();
    const before = await other.accounts.call(id, session);
    await expect(other.accounts.call(id, fail(refused))).rejects.toBe(refused);
    const end = deferred<string>();
    const call = other.accounts.call(id, () => end.promise);
    await one.accounts.renew(id, TEMPORARY, 'unknown');
    await settled();
    end.reject(refused);
    await expect(call).rejects.toBeInstanceOf(CancelledError);
    expect(await other.accounts.call(id, credential)).toEqual(TEMPORARY);
    expect(await other.accounts.call(id, session)).not.toBe(before);
    expect(other.accounts.get(id)).toMatchObject({ state: 'ready', accessKeyId: TEMPORARY.accessKeyId });
  });

  it('do not take their own writing for somebody else', async () => {
    const { one, id } = await two();
    const before = await one.accounts.call(id, session);
    await settled();
    expect(await one.accounts.call(id, session)).toBe(before);
  });

  it('do not sign in anew when the same keys are stored once more', async () => {
    const { storage, other, id } = await two();
    const before = await other.accounts.call(id, session);
    const key = `camsFlows.account.${id}`;
    await storage.secrets.store(key, storage.secretTexts.get(key)!);
    await settled();
    expect(await other.accounts.call(id, session)).toBe(before);
  });

  it('do not read a secret because of a foreign key', async () => {
    const { storage } = await two();
    const { reads } = storage;
    await storage.secrets.store('camsFlows.preview.options', '{}');
    await settled();
    expect(storage.reads).toBe(reads);
  });

  it('both forget everything when one signs out of all, also keys whose account is lost', async () => {
    const { storage, one, other } = await two();
    await signIn(one, 'Second', TEMPORARY);
    storage.secretTexts.set('camsFlows.account.lost000000', '{}');
    storage.secretTexts.set('camsFlows.preview.options', '{}');
    await one.accounts.signOutAll();
    await settled();
    expect(other.accounts.all).toEqual([]);
    expect([...storage.secretTexts.keys()]).toEqual(['camsFlows.preview.options']);
    expect(storage.values.size).toBe(0);
  });
});

describe('spaces', () => {
  const listing = (...spaceIds: string[]) =>
    vi.fn<Cams['listInstances']>(async () => ({
      instances: spaceIds.map((spaceId) => ({ spaceId, name: `Space ${spaceId}` })),
      total: spaceIds.length,
    }));

  it('are what CAMS lists and what was added, and a change is told once', async () => {
    const window = openWindow(new Storage(), { listInstances: listing('a', 'b') });
    const { accounts } = window;
    const { id } = await signIn(window);
    await accounts.addSpace(id, 'mine', 'Mine');
    await accounts.refreshSpaces(id);
    expect(accounts.get(id)).toMatchObject({
      spaceListing: 'listed',
      spaces: [
        { id: 'a', label: 'Space a', origin: 'listed' },
        { id: 'b', label: 'Space b', origin: 'listed' },
        { id: 'mine', label: 'Mine', origin: 'added' },
      ],
    });
    const before = window.changes();
    await accounts.refreshSpaces(id);
    expect(window.changes()).toBe(before);
  });

  it("keep the person's names and removals, also those made while CAMS was asked", async () => {
    const answer = deferred<Awaited<ReturnType<Cams['listInstances']>>>();
    const window = openWindow(new Storage(), { listInstances: () => answer.promise });
    const { accounts } = window;
    const { id } = await signIn(window);
    const refresh = accounts.refreshSpaces(id);
    await accounts.addSpace(id, 'mine', 'Mine');
    await accounts.removeSpace(id, 'b');
    await accounts.renameSpace(id, 'mine', 'Still mine');
    answer.resolve({ instances: [{ spaceId: 'a' }, { spaceId: 'b' }], total: 2 });
    await refresh;
    expect(accounts.get(id)?.spaces.map(({ label }) => label)).toEqual(['a', 'Still mine']);
  });

  it('are remembered as not listable when the key may not, without an error', async () => {
    const window = openWindow(new Storage(), { listInstances: fail(forbidden) });
    const { id } = await signIn(window);
    await window.accounts.addSpace(id, '', 'Default');
    await window.accounts.refreshSpaces(id);
    expect(window.accounts.get(id)).toMatchObject({ spaceListing: 'refused', spaces: [{ id: '' }] });
  });

  it('fail to refresh when it is the role that is refused, or the network', async () => {
    const role = new PermissionError({ operation: 'AssumeRole', action: 'sts:AssumeRole' });
    for (const error of [role, new NetworkError({ operation: 'ListInstance', reason: 'timeout' })]) {
      const window = openWindow(new Storage(), { listInstances: fail(error) });
      const { id } = await signIn(window);
      await expect(window.accounts.refreshSpaces(id)).rejects.toBe(error);
      expect(window.accounts.get(id)?.spaceListing).toBe('unknown');
    }
  });
});
