import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import {
  ExpiredTokenError,
  NetworkError,
  NotFoundError,
  PermissionError,
  ThrottledError,
} from '../../../src/cams/errors';
import { setContextKey } from '../../../src/platform/contextKeys';
import { account, many, summaries, turns } from '../flows/house';
import { house, type House } from './house';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000_000 });
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => {
  setContextKey('camsFlows.empty', '');
  setContextKey('camsFlows.filtered', false);
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const offline = new NetworkError({ operation: 'ListFlow', reason: 'unreachable' });

async function listed(...flows: (string | number)[]): Promise<House> {
  const it = house();
  await it.show();
  await it.cams.lists[0]!.answer(summaries(...flows));
  await it.cams.lists[0]!.answer([]);
  await vi.advanceTimersByTimeAsync(1_000);
  await it.draw();
  return it;
}

/** Answers what waits, as CAMS would, until nothing waits any more. */
async function answerReads({ cams }: House, status = 'DRAFT'): Promise<string[]> {
  const answered: string[] = [];
  while (cams.reads.length > 0) {
    const request = cams.reads[0]!;
    answered.push(request.what);
    await request.answer({
      flowId: request.what,
      flowName: `Flow ${request.what}`,
      categories: ['OTHER'],
      status,
    });
  }
  return answered;
}

describe('statuses that nobody has asked for', () => {
  it('are read in the background lane, a few at a time, in the order of the rows', async () => {
    const it = await listed(1, 2, 3, 4, 5);
    expect(it.cams.reads.map(({ what, lane }) => [what, lane])).toEqual([
      ['1', 'background'],
      ['2', 'background'],
      ['3', 'background'],
    ]);
    expect(await answerReads(it)).toEqual(['1', '2', '3', '4', '5']);
    expect((await it.draw())[4]).toBe('Flow 5 [5 · DRAFT]');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(it.cams.reads).toEqual([]);
  });

  it('begin with the first page, not when the list is complete', async () => {
    const it = house();
    await it.show();
    await it.cams.lists[0]!.answer(many(100));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(it.cams.reads).toHaveLength(3);
  });

  it('are left alone when the view is hidden, and go on when it is shown', async () => {
    const it = await listed(1, 2, 3, 4, 5);
    it.view.show(false);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(it.cams.reads).toEqual([]);
    it.view.show(true);
    await turns();
    expect(await answerReads(it)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('come first where a person looks: the same flow is asked for in their lane at once', async () => {
    const it = await listed(1, 2, 3, 4, 5);
    it.view.select(await it.flowNode('2'));
    it.view.select(await it.flowNode('5'));
    await turns();
    expect(it.cams.reads.filter(({ lane }) => lane === 'visible').map(({ what }) => what)).toEqual([
      '2',
      '5',
    ]);
  });

  it('of flows that the filter hides come last, and still come', async () => {
    const it = await listed(1, 2, 3, 4, 15);
    it.view.show(false);
    it.explorer.setFilter('Flow 15');
    await it.draw();
    it.view.show(true);
    await turns();
    expect((await answerReads(it)).sort()).toEqual(['1', '15', '2', '3', '4']);
    expect(it.cams.asked.filter((each) => each === '15')).toHaveLength(1);
  });

  it('are asked for once more after a while, gently: one a second', async () => {
    const it = await listed(1, 2, 3, 4, 5);
    await answerReads(it);
    await vi.advanceTimersByTimeAsync(9 * 60_000);
    expect(it.cams.reads).toEqual([]);
    await vi.advanceTimersByTimeAsync(62_000);
    expect(it.cams.reads).toHaveLength(1);
    await answerReads(it);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(it.cams.reads).toHaveLength(1);
  });

  it('do not hang on one that is missing', async () => {
    const it = await listed(1, 2, 3, 4, 5);
    await it.cams.reads[0]!.fail(new NotFoundError({ operation: 'GetFlow' }));
    expect(await answerReads(it)).toEqual(['2', '3', '4', '5']);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(it.cams.reads).toEqual([]);
  });

  it('stop where reading is not allowed, until somebody refreshes', async () => {
    const it = await listed(1, 2, 3, 4, 5);
    const denied = new PermissionError({ operation: 'GetFlow', action: 'cams:GetFlow' });
    while (it.cams.reads.length > 0) await it.cams.reads[0]!.fail(denied);
    const asked = it.cams.asked.length;
    expect(asked).toBeLessThanOrEqual(2 + 5);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(it.cams.asked.filter((what) => !what.startsWith('page'))).toHaveLength(asked - 2);
    void it.explorer.refresh();
    await turns();
    expect(it.cams.reads).toHaveLength(3);
  });

  it('pause longer and longer while CAMS is throttled or out of reach', async () => {
    const it = await listed(...Array.from({ length: 50 }, (_, index) => index + 1));
    const throttled = new ThrottledError({ operation: 'GetFlow' });
    const failAll = async () => {
      while (it.cams.reads.length > 0) await it.cams.reads[0]!.fail(throttled);
    };
    await failAll();
    const afterFirst = it.cams.asked.length;
    await vi.advanceTimersByTimeAsync(29_000);
    expect(it.cams.asked).toHaveLength(afterFirst);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(it.cams.reads.length).toBeGreaterThan(0);
    await answerReads(it);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(it.store.flows.filter(({ readAt }) => readAt !== undefined).length).toBeGreaterThan(40);
  });

  it('are not asked for with keys that are refused, and not in a loop while they are', async () => {
    const it = await listed(1, 2, 3);
    it.accounts.set(account('a', ['s1'], { state: 'expired' }));
    while (it.cams.reads.length > 0)
      await it.cams.reads[0]!.fail(new ExpiredTokenError({ operation: 'GetFlow' }));
    const asked = it.cams.asked.length;
    await vi.advanceTimersByTimeAsync(600_000);
    await it.draw();
    expect(it.cams.asked).toHaveLength(asked);
  });

  it('are only those of spaces that are open', async () => {
    const it = house([account('a', ['s1', 's2'])]);
    it.view.show(true);
    const [first] = await it.children();
    await it.children(first);
    await turns();
    expect(it.cams.lists.map(({ spaceId }) => spaceId)).toEqual(['s1']);
    await it.cams.lists[0]!.answer(summaries(1, 2, 3, 4));
    await it.cams.lists[0]!.answer([]);
    await it.children(first);
    await turns();
    expect(it.cams.reads).toHaveLength(3);
    it.view.collapse(first);
    await answerReads(it);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(it.cams.asked).not.toContain('4');
    it.view.expand(first);
    await turns();
    expect(it.cams.asked).toContain('4');
  });
});

describe('lists', () => {
  it('of spaces that were expanded are shown again in the next window', async () => {
    const it = house([account('a', ['s1', 's2'])]);
    it.view.show(true);
    const [first, second] = await it.children();
    for (const space of [first, second]) it.view.expand(space);
    it.view.collapse(second);
    const next = house([account('a', ['s1', 's2'])], { disk: it.disk, state: it.state });
    const states = (await next.children()).map((space) => next.itemOf(space).collapsibleState);
    expect(states).toEqual([
      vscode.TreeItemCollapsibleState.Expanded,
      vscode.TreeItemCollapsibleState.Collapsed,
    ]);
  });

  it('show what is cached at once and are refreshed behind it', async () => {
    const before = await listed(1, 2);
    await answerReads(before, 'PUBLISHED');
    before.view.show(false);
    before.flows.dispose();
    await turns();
    const it = house(undefined, { disk: before.disk, state: before.state });
    expect(await it.show()).toEqual(['Flow 1 [1 · PUBLISHED]', 'Flow 2 [2 · PUBLISHED]']);
    expect(it.cams.lists).toHaveLength(1);
    expect(it.progress).toContain('camsFlows.flows');
  });

  it('are not listed again because they are drawn again', async () => {
    const it = await listed(1);
    for (let time = 0; time < 5; time++) await it.draw();
    expect(it.cams.asked.filter((what) => what.startsWith('page'))).toHaveLength(2);
  });

  it('are listed anew when the view comes back after a long time, not after a short one', async () => {
    const it = await listed(1);
    await answerReads(it);
    it.view.show(false);
    await vi.advanceTimersByTimeAsync(60_000);
    it.view.show(true);
    await turns();
    expect(it.cams.lists).toEqual([]);
    it.view.show(false);
    await vi.advanceTimersByTimeAsync(3_600_000);
    it.view.show(true);
    await turns();
    expect(it.cams.lists).toHaveLength(1);
  });

  it('say how old they are while CAMS is out of reach, and try again every minute while somebody looks', async () => {
    const it = await listed(1);
    await answerReads(it);
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    const refreshing = it.explorer.refresh();
    await turns();
    await it.cams.lists[0]!.fail(offline);
    await refreshing;
    await answerReads(it);
    expect(it.view.message).toBe('CAMS cannot be reached. The list was complete 5 minutes ago.');
    expect(await it.draw()).toEqual(['Flow 1 [1 · DRAFT]']);
    await vi.advanceTimersByTimeAsync(60_000);
    await it.cams.lists[0]!.fail(offline);
    expect(it.view.message).toBe('CAMS cannot be reached. The list was complete 6 minutes ago.');
    it.view.show(false);
    await vi.advanceTimersByTimeAsync(300_000);
    expect(it.cams.lists).toEqual([]);
    it.view.show(true);
    await vi.advanceTimersByTimeAsync(60_000);
    await it.cams.lists[0]!.answer(summaries(1));
    await it.cams.lists[0]!.answer([]);
    expect(it.view.message).toBeUndefined();
  });
});

describe('refresh', () => {
  it('lists the open spaces anew in the lane of a person, asks for spaces, and reads every status again', async () => {
    const it = await listed(1, 2);
    await answerReads(it);
    await vi.advanceTimersByTimeAsync(5_000);
    it.accounts.refreshed.length = 0;
    const refreshing = it.explorer.refresh();
    await turns();
    expect(it.accounts.refreshed).toEqual(['a']);
    expect(it.cams.lists[0]).toMatchObject({ what: 'page 1', lane: 'person' });
    await it.cams.lists[0]!.answer(summaries(1, 2));
    await it.cams.lists[0]!.answer([]);
    await refreshing;
    expect((await answerReads(it)).sort()).toEqual(['1', '2']);
  });

  it('of one row asks for what is under it only', async () => {
    const it = house([account('a', ['s1', 's2']), account('b', ['s1'])]);
    await it.show();
    while (it.cams.lists.length > 0) await it.cams.lists[0]!.answer([]);
    it.cams.asked.length = 0;
    it.accounts.refreshed.length = 0;
    const [a, b] = await it.children();
    const [space] = await it.children(a);
    if (a?.kind !== 'account' || b?.kind !== 'account' || space?.kind !== 'space')
      throw new Error('other tree');
    void it.explorer.refresh(space);
    await turns();
    expect(it.cams.lists.map(({ accountId, spaceId }) => [accountId, spaceId])).toEqual([['a', 's1']]);
    expect(it.accounts.refreshed).toEqual([]);
    await it.cams.lists[0]!.answer([]);
    void it.explorer.refresh(b);
    await turns();
    expect(it.cams.lists.map(({ accountId, spaceId }) => [accountId, spaceId])).toEqual([['b', 's1']]);
    expect(it.accounts.refreshed).toEqual(['b']);
  });

  it('makes spaces that are not open be listed when they are opened', async () => {
    const it = house([account('a', ['s1', 's2'])]);
    it.view.show(true);
    const [first, second] = await it.children();
    for (const space of [first, second]) {
      await it.children(space);
      await turns();
      await it.cams.lists[0]!.answer([]);
    }
    it.view.collapse(second);
    void it.explorer.refresh();
    await turns();
    await it.cams.lists[0]!.answer([]);
    expect(it.cams.lists).toEqual([]);
    it.view.expand(second);
    await turns();
    expect(it.cams.lists.map(({ spaceId }) => spaceId)).toEqual(['s2']);
  });
});

describe('an account that changes while its flows are listed', () => {
  it('is forgotten with everything of it when it is signed out', async () => {
    const it = house([account('a', ['s1']), account('b', ['s1'])]);
    await it.show();
    await it.cams.lists[0]!.answer(many(100));
    it.accounts.set(account('b', ['s1']));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(it.cams.lists.every(({ accountId }) => accountId === 'b')).toBe(true);
    expect(it.drawn).toContain(undefined);
    expect(await it.draw()).toEqual([]);
    expect(it.view.description).toBe('Account b · Space s1');
  });

  it('is listed from the beginning when its keys are replaced', async () => {
    const it = house();
    await it.show();
    await it.cams.lists[0]!.answer(many(100));
    it.accounts.set(account('a', ['s1'], { accessKeyId: 'LTAI-replaced-key' }));
    await turns();
    while (it.cams.lists.length > 0) await it.cams.lists[0]!.answer(many(100, 500));
    await vi.advanceTimersByTimeAsync(3_000);
    await it.draw();
    await turns();
    expect(it.cams.lists.map(({ what }) => what)).toEqual(['page 1']);
    await it.cams.lists[0]!.answer(summaries('new'));
    await it.cams.lists[0]!.answer([]);
    expect(await it.draw()).toEqual([expect.stringContaining('Flow new')]);
  });
});
