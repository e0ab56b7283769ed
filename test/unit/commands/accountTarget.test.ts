import { beforeEach, describe, expect, it } from 'vitest';
import { accountTarget, spaceTarget } from '../../../src/commands/accountTarget';
import type { Parts } from '../../../src/commands/command';
import { flowUri } from '../../../src/documents/flowUri';
import { person, type Person } from '../accounts/dialogue';
import { openWindow, signIn, Storage, TEMPORARY, type Window } from '../accounts/house';

let window: Window;
let parts: Parts;
let user: Person;
beforeEach(() => {
  window = openWindow(new Storage());
  parts = { accounts: window.accounts } as Parts;
  user = person();
});

async function two() {
  const one = await signIn(window, 'One');
  const other = await signIn(window, 'Other', TEMPORARY);
  return { one, other };
}

describe('the account of a command', () => {
  it.each<[string, (accountId: string) => unknown]>([
    ['an account row', (accountId) => ({ kind: 'account', accountId })],
    ['a space row', (accountId) => ({ kind: 'space', ref: { accountId, spaceId: '' } })],
    ['a flow row', (accountId) => ({ kind: 'flow', ref: { accountId, spaceId: '', flowId: '1' } })],
    ['a note', (accountId) => ({ kind: 'note', parent: { kind: 'account', accountId }, reason: 'noSpace' })],
    ['a document', (accountId) => flowUri({ accountId, spaceId: 's', flowId: '1' })],
    ['a reference', (accountId) => ({ accountId, spaceId: 's' })],
  ])('is that of %s', async (_, target) => {
    const { other } = await two();
    const account = await accountTarget(parts, [target(other.id)]);
    expect(account).toEqual(other);
    expect(user.open).toEqual([]);
  });

  it('is the only one, or the one that is picked', async () => {
    const one = await signIn(window, 'One');
    expect(await accountTarget(parts, [])).toEqual(one);
    const other = await signIn(window, 'Other', TEMPORARY);
    const picking = accountTarget(parts, []);
    const pick = await user.next();
    expect(pick.items.map(({ label, description }) => [label, description])).toEqual([
      ['One', 'LTAI…0001'],
      ['Other', 'STS.…0002'],
    ]);
    pick.choose(/Other/);
    expect(await picking).toEqual(other);
  });

  it('is none when the person does not want to pick, or not to sign in', async () => {
    const signing = accountTarget(parts, []);
    (await user.next()).escape();
    expect(await signing).toBeUndefined();
    await two();
    const picking = accountTarget(parts, []);
    (await user.next()).escape();
    expect(await picking).toBeUndefined();
  });

  it('is picked when the row is of an account that is gone', async () => {
    const { one } = await two();
    const picking = accountTarget(parts, [{ kind: 'account', accountId: 'zzzzzzzzzz' }]);
    (await user.next()).choose(/One/);
    expect(await picking).toEqual(one);
  });
});

describe('the space of a command', () => {
  it('is that of a row, the only one, or the one that is picked among all accounts', async () => {
    const { one, other } = await two();
    const ref = { accountId: other.id, spaceId: 's' };
    expect(await spaceTarget(parts, [{ kind: 'space', ref }])).toEqual(ref);

    await window.accounts.addSpace(one.id, 'cams-1', 'First');
    expect(await spaceTarget(parts, [])).toEqual({ accountId: one.id, spaceId: 'cams-1' });

    await window.accounts.addSpace(other.id, '', 'Default');
    const picking = spaceTarget(parts, []);
    const pick = await user.next();
    expect(pick.items.map(({ label, description }) => `${label}: ${description}`)).toEqual([
      'First: cams-1 · One',
      'Default: Other',
    ]);
    pick.choose(/Default/);
    expect(await picking).toEqual({ accountId: other.id, spaceId: '' });
    expect(await spaceTarget(parts, [{ kind: 'account', accountId: one.id }])).toEqual({
      accountId: one.id,
      spaceId: 'cams-1',
    });
  });

  it('is asked for where an account has none', async () => {
    const one = await signIn(window, 'One');
    const asking = spaceTarget(parts, []);
    (await user.next()).choose(/Default Space/);
    expect(await asking).toEqual({ accountId: one.id, spaceId: '' });
    await window.accounts.removeSpace(one.id, '');
    const again = spaceTarget(parts, []);
    (await user.next()).escape();
    expect(await again).toBeUndefined();
  });
});
