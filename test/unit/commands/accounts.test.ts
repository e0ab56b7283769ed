import * as vscode from 'vscode';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Cams } from '../../../src/cams/cams';
import { CredentialsError, WrongSpaceError } from '../../../src/cams/errors';
import { accountRename } from '../../../src/commands/accountRename';
import { accountRenew } from '../../../src/commands/accountRenew';
import { accountSignIn } from '../../../src/commands/accountSignIn';
import { accountSignOut } from '../../../src/commands/accountSignOut';
import { accountSignOutAll } from '../../../src/commands/accountSignOutAll';
import type { Parts } from '../../../src/commands/command';
import { spaceAdd } from '../../../src/commands/spaceAdd';
import { spaceRemove } from '../../../src/commands/spaceRemove';
import { spaceRename } from '../../../src/commands/spaceRename';
import { CancelledError } from '../../../src/platform/cancellation';
import { person, type Person } from '../accounts/dialogue';
import { KEYS, openWindow, signIn, Storage, TEMPORARY, type Window } from '../accounts/house';

let storage: Storage;
let window: Window;
let parts: Parts;
let user: Person;
const cams = { listFlows: vi.fn<Cams['listFlows']>(), listInstances: vi.fn<Cams['listInstances']>() };

beforeEach(() => {
  cams.listFlows.mockReset().mockResolvedValue([]);
  cams.listInstances
    .mockReset()
    .mockResolvedValue({ instances: [{ spaceId: 'cams-1', name: 'First' }], total: 1 });
  storage = new Storage();
  window = openWindow(storage, cams);
  parts = { accounts: window.accounts } as Parts;
  user = person();
});

const choose = (answer: string | undefined) => {
  const ask = vi.fn<(...question: unknown[]) => Promise<string | undefined>>(async () => answer);
  Object.assign(vscode.window, { showInformationMessage: ask, showWarningMessage: ask });
  return ask;
};

describe('accounts', () => {
  it('sign in and show the view', async () => {
    const run = vi.spyOn(vscode.commands, 'executeCommand');
    const signing = accountSignIn(parts, []);
    (await user.next()).choose(/^AccessKey/);
    (await user.next()).enter(KEYS.accessKeyId);
    (await user.next()).enter(KEYS.accessKeySecret);
    const label = await user.next();
    expect(label.value).toBe('First');
    label.enter();
    await signing;
    expect(run).toHaveBeenLastCalledWith('camsFlows.flows.focus');
  });

  it('get new keys, those first whose keys no longer work', async () => {
    await signIn(window, 'Fine');
    const broken = await signIn(window, 'Broken', TEMPORARY);
    const refused = new CredentialsError({ operation: 'ListFlow' });
    await window.accounts.call(broken.id, () => Promise.reject(refused)).catch(() => undefined);
    const renewing = accountRenew(parts, []);
    const question = await user.next();
    expect(question.title).toContain('Broken');
    question.escape();
    await expect(renewing).rejects.toBeInstanceOf(CancelledError);
  });

  it('get another name that nobody has', async () => {
    const { id } = await signIn(window, 'One');
    await signIn(window, 'Other', TEMPORARY);
    const renaming = accountRename(parts, [{ kind: 'account', accountId: id }]);
    const name = await user.next();
    expect(name.value).toBe('One');
    name.enter('Other');
    expect(name.validationMessage).toContain('Another account');
    name.enter('First');
    await renaming;
    expect(window.accounts.get(id)?.label).toBe('First');
  });

  it('sign out, and the person learns what stays', async () => {
    const tell = choose(undefined);
    const { id } = await signIn(window);
    await accountSignOut(parts, [{ kind: 'account', accountId: id }]);
    expect(storage.secretTexts.size + storage.values.size).toBe(0);
    expect(tell).toHaveBeenCalledWith(expect.stringContaining('flows in CAMS stay'));
  });

  it('sign out of all only after a modal question that names them', async () => {
    await signIn(window, 'One');
    await signIn(window, 'Other', TEMPORARY);
    const ask = choose(undefined);
    await accountSignOutAll(parts, []);
    expect(ask).toHaveBeenCalledWith(
      expect.stringContaining('One, Other'),
      expect.objectContaining({ modal: true }),
      'Sign Out of All',
    );
    expect(window.accounts.all).toHaveLength(2);
    choose('Sign Out of All');
    await accountSignOutAll(parts, []);
    expect(storage.secretTexts.size).toBe(0);
  });
});

describe('spaces', () => {
  it('are added by ID after CAMS was asked', async () => {
    const { id } = await signIn(window);
    cams.listFlows.mockRejectedValueOnce(new WrongSpaceError({ operation: 'ListFlow' }));
    const adding = spaceAdd(parts, []);
    const field = await user.next();
    field.enter('cams-wrong');
    expect(await field.complaint()).toContain('another account');
    field.enter('cams-2');
    const label = await user.next();
    label.back();
    const again = await user.next();
    expect(again.value).toBe('cams-2');
    again.enter();
    (await user.next()).enter('Second');
    await adding;
    expect(window.accounts.get(id)?.spaces).toEqual([{ id: 'cams-2', label: 'Second', origin: 'added' }]);
    expect(cams.listFlows.mock.lastCall?.[1]).toEqual({ custSpaceId: 'cams-2', index: 1, size: 1 });
  });

  it('get another name', async () => {
    const { id } = await signIn(window);
    await window.accounts.addSpace(id, 'cams-1', 'First');
    const renaming = spaceRename(parts, [{ kind: 'space', ref: { accountId: id, spaceId: 'cams-1' } }]);
    (await user.next()).enter('Better');
    await renaming;
    expect(window.accounts.get(id)?.spaces).toMatchObject([{ label: 'Better' }]);
  });

  it('are removed at once, and come back by Undo', async () => {
    const { id } = await signIn(window);
    await window.accounts.addSpace(id, 'cams-1', 'First');
    const ref = { accountId: id, spaceId: 'cams-1' };
    choose(undefined);
    await spaceRemove(parts, [{ kind: 'space', ref }]);
    expect(window.accounts.get(id)?.spaces).toEqual([]);
    await window.accounts.addSpace(id, 'cams-1', 'First');
    choose('Undo');
    await spaceRemove(parts, [{ kind: 'space', ref }]);
    expect(window.accounts.get(id)?.spaces).toMatchObject([{ id: 'cams-1', label: 'First' }]);
  });
});
