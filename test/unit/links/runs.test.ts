import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AdviceError } from '../../../src/accounts/adviceError';
import { CredentialsError, NetworkError, withUnknownOutcome } from '../../../src/cams/errors';
import type { LinkResult } from '../../../src/links/types';
import { CancelledError } from '../../../src/platform/cancellation';
import { accountWith, furnish, house, meaning } from './house';

const A = '{"version":"7.0"}';
const B = '{"version":"7.1"}';

/** How long CAMS takes for one call, in milliseconds. */
const ANSWER = 100;

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

/** A workspace with so many files that were changed here. */
async function many(count: number) {
  const rooms = house();
  const names = Array.from({ length: count }, (_, index) => `${1_000 + index}.flow.json`);
  await furnish(rooms, Object.fromEntries(names.map((name) => [name, { here: B, there: A, synced: A }])));
  const underWay = { now: 0, most: 0 };
  rooms.hooks.before = async () => {
    underWay.now += 1;
    underWay.most = Math.max(underWay.most, underWay.now);
    await new Promise((resolve) => setTimeout(resolve, ANSWER));
    underWay.now -= 1;
  };
  const links = () => rooms.links.all.map(({ link }) => link);
  const counts = (results: readonly LinkResult[]) => {
    const outcomes: Record<string, number> = {};
    for (const { outcome } of results) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    return outcomes;
  };
  /** Time passes until it is done. */
  const done = async <T>(work: Promise<T>): Promise<T> => {
    let over = false;
    const ended = work.finally(() => (over = true));
    while (!over) await vi.advanceTimersByTimeAsync(ANSWER / 4);
    return ended;
  };
  return { ...rooms, names, underWay, linkList: links, counts, done };
}

describe('a run over many', () => {
  it('keeps enough calls under way, in the background lane, and tells of each file once', async () => {
    const { links, linkList, done, counts, underWay, lanes, files, names, manifest } = await many(1_000);
    const told: string[] = [];
    const onResult = vi.fn((result: LinkResult, count: number, total: number) => {
      told.push(result.link.flowId);
      expect([count, total]).toEqual([told.length, 1_000]);
    });
    const results = await done(links.push(linkList(), { onResult }));
    expect(counts(results)).toEqual({ done: 1_000 });
    expect(results.map(({ link }) => link.flowId)).toEqual(names);
    expect([...told].sort()).toEqual(names);
    expect(underWay.most).toBeGreaterThanOrEqual(10);
    expect([...lanes]).toEqual(['background']);
    for (const name of names) {
      expect(manifest()).toMatchObject({ flows: { [name]: { staging: { synced: meaning(B) } } } });
    }
    // Written as it goes, and not for every file.
    const writes = files.writes.filter((path) => path.endsWith('cams-flows.json')).length;
    expect(writes).toBeGreaterThan(2);
    expect(writes).toBeLessThan(20);
  });

  it('goes as fast for each of two accounts as for one', async () => {
    const { links, linkList, done, accounts, accountsChanged, underWay, file } = await many(40);
    accounts.push(accountWith('a2', ['s2']));
    accountsChanged.fire();
    await done(links.addEnvironment(file(''), 'live', 's2'));
    const others = [];
    for (const { flowId } of linkList()) {
      const ref = { accountId: 'a2', spaceId: 's2', flowId };
      others.push(await done(links.add(file(flowId), ref, 'live')));
    }
    await done(links.check(linkList()));
    const { most } = underWay;
    await done(links.check([...linkList(), ...others]));
    expect(underWay.most).toBe(2 * most);
  });

  it('leaves everything consistent when it is cancelled, and goes on where it ended', async () => {
    const { links, linkList, done, counts, calls, flows, names, manifest } = await many(200);
    const cancelling = new AbortController();
    const results = await done(
      links.push(linkList(), {
        signal: cancelling.signal,
        onResult: (_, count) => {
          if (count === 50) cancelling.abort();
        },
      }),
    );
    const { done: first = 0, skipped } = counts(results);
    expect([first, first + (skipped ?? 0)]).toEqual([expect.closeTo(50, -2), 200]);
    for (const name of names) {
      const synced = flows.get(name) === B ? B : A;
      expect(manifest()).toMatchObject({ flows: { [name]: { staging: { synced: meaning(synced) } } } });
    }
    calls.length = 0;
    expect(counts(await done(links.push(linkList())))).toEqual({ same: first, done: 200 - first });
    expect(calls).toHaveLength(200 - first);
    // That was the end of it: the next time everything is looked at.
    calls.length = 0;
    expect(counts(await done(links.push(linkList())))).toEqual({ same: 200 });
    expect(calls).toHaveLength(200);
  });

  it('does not take yesterday for today when it goes on', async () => {
    const { links, linkList, done, counts, calls } = await many(50);
    const cancelling = new AbortController();
    const run = { signal: cancelling.signal, onResult: () => cancelling.abort() };
    expect(counts(await done(links.check(linkList(), run))).skipped).toBeGreaterThan(0);
    await vi.advanceTimersByTimeAsync(24 * 3_600_000);
    calls.length = 0;
    await done(links.check(linkList()));
    expect(calls).toHaveLength(50);
  });

  it('says of a cancelled change that it may have been made', async () => {
    const { links, linkList, done, hooks, status } = await many(1);
    const cancelling = new AbortController();
    hooks.before = () => {
      cancelling.abort();
      throw withUnknownOutcome(new CancelledError());
    };
    await done(links.check(linkList()).catch(() => []));
    const [result] = await done(links.push(linkList(), { signal: cancelling.signal }));
    expect(result).toMatchObject({ outcome: 'skipped' });
    const again = new AbortController();
    hooks.before = () => {
      again.abort();
      throw withUnknownOutcome(new CancelledError());
    };
    const [unknown] = await done(links.push(linkList(), { signal: again.signal }));
    expect(unknown).toMatchObject({ outcome: 'failed', error: expect.any(AdviceError) as object });
    expect(status('1000.flow.json')).toBe('neverCompared');
  });

  it.each([
    ['the account is refused', () => new CredentialsError({ operation: 'GetFlowJSONAssest' }), 16],
    ['the account is signed out', () => new CancelledError(), 16],
    ['nothing gets through', () => new NetworkError({ operation: 'x', reason: 'unreachable' }), 36],
  ])('ends when %s', async (_, error, most) => {
    const { links, linkList, done, counts, hooks, calls } = await many(200);
    const { before } = hooks;
    hooks.before = async (...args) => {
      await before?.(...args);
      throw error();
    };
    const results = await done(links.check(linkList()));
    const { failed = 0, skipped = 0 } = counts(results);
    expect(failed).toBeLessThanOrEqual(most);
    expect(failed + skipped).toBe(200);
    expect(calls).toHaveLength(failed);
    for (const { error } of results) expect(error).toBeDefined();
  });
});
