import { describe, expect, it, vi } from 'vitest';
import { EventEmitter, type AuthenticationProviderAuthenticationSessionsChangeEvent } from 'vscode';
import { AccountSessions } from '../../../src/accounts/accountSessions';
import { listSessions } from '../../../src/accounts/sessionList';
import { KEYS, openWindow, settled, signIn, Storage, TEMPORARY } from './house';

function open(storage = new Storage()) {
  const window = openWindow(storage);
  const emitter = new EventEmitter<AuthenticationProviderAuthenticationSessionsChangeEvent>();
  const sessions = new AccountSessions(window.accounts, emitter);
  const told = vi.fn();
  sessions.onDidChangeSessions(told);
  return { window, sessions, told, storage };
}

describe('the Accounts menu of VS Code', () => {
  it('shows every account, and gives away an id where others give a token', async () => {
    const { window, storage } = open();
    const { id } = await signIn(window);
    await signIn(window, 'Other', TEMPORARY);
    await settled();
    const { reads } = storage;
    const all = listSessions(storage.state, ['cams']);
    expect(all).toHaveLength(2);
    expect(all[0]).toEqual({ id, accessToken: id, account: { id, label: 'Samudra' }, scopes: ['cams'] });
    expect(listSessions(storage.state, undefined, { account: { id, label: 'Samudra' } })).toHaveLength(1);
    expect(JSON.stringify(all)).not.toContain('planted');
    expect(JSON.stringify(all)).not.toContain(KEYS.accessKeyId);
    expect(storage.reads).toBe(reads);
  });

  it('signs out', async () => {
    const { window, sessions } = open();
    const { id } = await signIn(window);
    await sessions.removeSession(id);
    expect(window.accounts.all).toEqual([]);
  });

  it('is told of accounts that come, go or get another name, and of nothing else', async () => {
    const { window, told } = open();
    const { id } = await signIn(window);
    expect(told).toHaveBeenLastCalledWith({
      added: [expect.objectContaining({ id })],
      removed: [],
      changed: [],
    });
    await settled();
    const before = told.mock.calls.length;
    await window.accounts.addSpace(id, 'cams-1', 'One');
    expect(told).toHaveBeenCalledTimes(before);
    await window.accounts.rename(id, 'New');
    const changed = [expect.objectContaining({ id, account: { id, label: 'New' } })];
    expect(told).toHaveBeenLastCalledWith({ added: [], removed: [], changed });
    await window.accounts.signOut(id);
    expect(told).toHaveBeenLastCalledWith({
      added: [],
      removed: [expect.objectContaining({ id })],
      changed: [],
    });
  });

  it('is told of a sign-out in another window', async () => {
    const { window, told, storage } = open();
    const { id } = await signIn(window);
    await openWindow(storage).accounts.signOut(id);
    await settled();
    expect(told).toHaveBeenLastCalledWith({
      added: [],
      removed: [expect.objectContaining({ id })],
      changed: [],
    });
  });
});
