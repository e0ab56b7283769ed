import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Account } from '../../../src/accounts/types';
import {
  ClockError,
  CredentialsError,
  ExpiredTokenError,
  MalformedAnswerError,
  NetworkError,
  NotSubscribedError,
  PermissionError,
  ServiceError,
  ThrottledError,
  WrongSpaceError,
} from '../../../src/cams/errors';
import { setContextKey } from '../../../src/platform/contextKeys';
import { account, many, summaries, turns } from '../flows/house';
import { house, type House } from './house';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000_000 });
});
afterEach(() => {
  setContextKey('camsFlows.empty', '');
  setContextKey('camsFlows.filtered', false);
  vi.useRealTimers();
});

/** Answers every listing that waits: with these flows, then with an empty page. */
async function answerLists({ cams }: House, ...ids: (string | number)[]) {
  for (const request of [...cams.lists]) {
    await request.answer(summaries(...ids));
    if (ids.length > 0) {
      const next = cams.lists.find(
        (each) => each.accountId === request.accountId && each.spaceId === request.spaceId,
      );
      await next!.answer([]);
    }
  }
}

describe('the levels', () => {
  it('are none without an account', async () => {
    const it = house([]);
    expect(await it.show()).toEqual([]);
    expect(it.contextKeys['camsFlows.empty']).toBe('signedOut');
    expect(it.cams.asked).toEqual([]);
  });

  it('leave out the only account and its only space: the view says whose flows they are', async () => {
    const it = house();
    await it.show();
    await answerLists(it, 10, 9);
    expect(await it.draw()).toEqual(['Flow 9 [9 · unknown]', 'Flow 10 [10 · unknown]']);
    expect(it.view.description).toBe('Account a · Space s1');
    expect(it.contextKeys['camsFlows.empty']).toBe('');
  });

  it('show the spaces of the only account', async () => {
    const it = house([account('a', ['s1', 's2'])]);
    await it.show();
    await answerLists(it, 1);
    expect(await it.draw()).toEqual([
      'Space s1 [s1]',
      '  Flow 1 [1 · unknown]',
      'Space s2 [s2]',
      '  Flow 1 [1 · unknown]',
    ]);
    expect(it.view.description).toBe('Account a');
  });

  it('leave out the only space of each of several accounts', async () => {
    const it = house([account('a', ['s1']), account('b', ['s1', 's2']), account('c', [])]);
    await it.show();
    await answerLists(it, 1);
    expect(await it.draw()).toEqual([
      'Account a [LTAI…0000]',
      '  Flow 1 [1 · unknown]',
      'Account b [LTAI…0000]',
      '  Space s1 [s1]',
      '    Flow 1 [1 · unknown]',
      '  Space s2 [s2]',
      '    Flow 1 [1 · unknown]',
      'Account c [LTAI…0000]',
      '  No space yet: add one by its ID',
    ]);
    expect(it.view.description).toBe('');
  });

  it('have the same objects for the same things, with ids that differ', async () => {
    const it = house([account('a', ['s1']), account('b', ['s1', 's2'])]);
    await it.show();
    await answerLists(it, 1, 2);
    const nodes = async () => {
      const roots = await it.children();
      const below = (await Promise.all(roots.map((node) => it.children(node)))).flat();
      return [...roots, ...below, ...(await it.children(below.at(-1)))];
    };
    const first = await nodes();
    const second = await nodes();
    expect(second.every((node, index) => node === first[index])).toBe(true);
    const ids = first.map((node) => it.itemOf(node).id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('know the parent of everything they show', async () => {
    for (const accounts of [
      [account('a', ['s1'])],
      [account('a', ['s1', 's2'])],
      [account('a', ['s1']), account('b', ['s1', 's2'])],
      [account('a', ['s1'], { state: 'expired' })],
    ]) {
      const it = house(accounts);
      await it.flows.store({ accountId: 'a', spaceId: 's1' }).add('1');
      await it.show();
      const check = async (parent?: Parameters<typeof it.explorer.getParent>[0]): Promise<void> => {
        for (const child of await it.children(parent)) {
          expect(it.explorer.getParent(child)).toBe(parent);
          await check(child);
        }
      };
      await check();
    }
  });
});

const facts = { operation: 'ListFlow' };

describe('an empty tree', () => {
  it.each([
    ['expired', new CredentialsError(facts)],
    ['expired', new ExpiredTokenError(facts)],
    ['noPermission', new PermissionError({ ...facts, action: 'cams:ListFlow' })],
    ['notSubscribed', new NotSubscribedError(facts)],
    ['wrongSpace', new WrongSpaceError(facts)],
    ['offline', new NetworkError({ ...facts, reason: 'unreachable' })],
    ['failed', new ClockError(facts)],
    ['failed', new ThrottledError(facts)],
    ['failed', new ServiceError({ ...facts, code: 'InternalError' })],
    ['failed', new MalformedAnswerError({ ...facts, reason: 'html' })],
  ])('says %s after %o', async (reason, error) => {
    const it = house();
    expect(await it.show()).toEqual([]);
    expect(it.contextKeys['camsFlows.empty']).toBe('');
    await it.cams.lists[0]!.fail(error);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(it.drawn).toContain(undefined);
    expect(await it.draw()).toEqual([]);
    expect(it.contextKeys['camsFlows.empty']).toBe(reason);
    expect(it.view.message === undefined).toBe(reason !== 'failed');
  });

  it('says what went wrong where no welcome text can: a wrong clock', async () => {
    const it = house();
    await it.show();
    await it.cams.lists[0]!.fail(new ClockError(facts));
    await it.draw();
    expect(it.view.message).toContain('clock');
  });

  it('says noSpace when there is none, and only when that is known', async () => {
    let listed!: () => void;
    const it = house([account('a', [], { spaceListing: 'unknown' })], {
      refreshSpaces: () => new Promise<void>((resolve) => (listed = resolve)),
    });
    await it.show();
    await it.draw();
    expect(it.contextKeys['camsFlows.empty']).toBe('');
    listed();
    await turns();
    await it.draw();
    expect(it.contextKeys['camsFlows.empty']).toBe('noSpace');
  });

  it('says offline when the spaces cannot be listed', async () => {
    const it = house([account('a', [])], {
      refreshSpaces: () => Promise.reject(new NetworkError({ operation: 'ListInstance', reason: 'timeout' })),
    });
    await it.show();
    await it.draw();
    expect(it.contextKeys['camsFlows.empty']).toBe('offline');
  });

  it('says noFlows when there are none', async () => {
    const it = house();
    await it.show();
    await answerLists(it);
    await it.draw();
    expect(it.contextKeys['camsFlows.empty']).toBe('noFlows');
  });

  it('says filtered when the filter hides all, and shows them again without it', async () => {
    const it = house();
    await it.show();
    await answerLists(it, 1, 2);
    it.explorer.setFilter('nothing like this');
    expect(await it.draw()).toEqual([]);
    expect(it.contextKeys).toMatchObject({ 'camsFlows.empty': 'filtered', 'camsFlows.filtered': true });
    it.explorer.setFilter('');
    expect(await it.draw()).toHaveLength(2);
    expect(it.contextKeys).toMatchObject({ 'camsFlows.empty': '', 'camsFlows.filtered': false });
  });

  it('says expired when the only account is refused and nothing is known', async () => {
    const it = house([account('a', ['s1'], { state: 'refused' })]);
    expect(await it.show()).toEqual([]);
    expect(it.contextKeys['camsFlows.empty']).toBe('expired');
    expect(it.cams.asked).toEqual([]);
  });

  it('says why in a row where it is not the whole tree', async () => {
    const it = house([account('a', ['s1']), account('b', ['s1'])]);
    expect(await it.show()).toContain('  Loading…');
    await it.cams.lists[0]!.fail(new PermissionError({ ...facts, action: 'cams:ListFlow' }));
    await it.cams.lists[0]!.answer([]);
    const lines = await it.draw();
    expect(lines).toContain('  The key is not allowed to list flows: add them by ID');
    expect(lines).toContain('  No WhatsApp Flows yet');
    expect(it.contextKeys['camsFlows.empty']).toBe('');
    const [note] = await it.children((await it.children())[0]);
    expect(it.itemOf(note!).tooltip).toContain('cams:ListFlow');
  });
});

describe('an account whose keys are refused', () => {
  it('gets its row back, with the button on it, while the flows that are known stay', async () => {
    const it = house();
    await it.show();
    await answerLists(it, 1);
    it.accounts.set(account('a', ['s1'], { state: 'expired' }));
    await vi.advanceTimersByTimeAsync(3_000);
    expect(it.drawn).toContain(undefined);
    expect(await it.draw()).toEqual(['Account a [keys no longer accepted]', '  Flow 1 [1 · unknown]']);
    const [row] = await it.children();
    expect(it.itemOf(row!).contextValue).toBe('account space expired');
    expect(it.itemOf(row!).command).toMatchObject({ command: 'camsFlows.account.renew', arguments: [row] });
    expect(it.itemOf(row!).accessibilityInformation?.label).toContain('keys no longer accepted');
    expect(it.view.message).toContain('Account a');
  });

  it('is listed anew as soon as it has new keys', async () => {
    const it = house();
    await it.show();
    await answerLists(it, 1);
    it.accounts.set(account('a', ['s1'], { state: 'expired' }));
    await it.draw();
    expect(it.cams.lists).toEqual([]);
    it.accounts.set(account('a', ['s1'], { accessKeyId: 'LTAI-renewed-key-1' }));
    await it.draw();
    await turns();
    expect(it.cams.lists).toHaveLength(1);
    expect(it.view.message).toBeUndefined();
  });
});

describe('ten thousand flows', () => {
  const listAll = async (it: House, count: number) => {
    await it.show();
    for (let page = 0; page < count / 100; page++) {
      while (it.cams.lists.length === 0) await turns();
      await it.cams.lists[0]!.answer(many(100, page * 100 + 1));
      await vi.advanceTimersByTimeAsync(200);
      await redraw(it);
    }
    while (it.cams.lists.length > 0) await it.cams.lists[0]!.answer([]);
    await vi.advanceTimersByTimeAsync(10_000);
    await redraw(it);
  };
  const redraws = new WeakMap<House, number>();
  const redraw = async (it: House) => {
    if (!it.drawn.includes(undefined)) return;
    it.drawn.length = 0;
    redraws.set(it, (redraws.get(it) ?? 0) + (await it.children()).length);
  };

  it('show from the first page on, all in the end, and cost in proportion to their number', async () => {
    const rowsDrawn = async (count: number) => {
      const it = house();
      it.cams.service.getFlow = () => new Promise(() => undefined);
      await listAll(it, count);
      expect(await it.children()).toHaveLength(count);
      it.explorer.dispose();
      it.flows.dispose();
      return redraws.get(it)!;
    };
    const half = await rowsDrawn(5_000);
    const whole = await rowsDrawn(10_000);
    expect(whole / half).toBeLessThan(2.5);
    expect(whole / 10_000).toBeLessThan(8);
  }, 60_000);
});

it('does not touch CAMS, the disk or the keys before it is shown', async () => {
  const accounts: Account[] = [account('a', ['s1']), account('b', ['s1', 's2'])];
  const it = house(accounts);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(it.cams.asked).toEqual([]);
  expect(it.accounts.refreshed).toEqual([]);
  expect(it.disk.files.size).toBe(0);
});
