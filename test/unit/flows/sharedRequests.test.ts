import { describe, expect, it } from 'vitest';
import type { CallOptions } from '../../../src/cams/types';
import { SharedRequests } from '../../../src/flows/sharedRequests';
import { CancelledError } from '../../../src/platform/cancellation';
import { turns } from './house';

function setUp() {
  const shared = new SharedRequests<string>();
  const started: (Required<Pick<CallOptions, 'lane' | 'signal'>> & {
    resolve(value: string): void;
    reject(error: Error): void;
  })[] = [];
  const ask = (options: CallOptions = {}, key = 'k') =>
    shared.run(
      key,
      options,
      (given) => new Promise((resolve, reject) => started.push({ ...given, resolve, reject })),
    );
  return { shared, started, ask };
}

describe('requests for one thing', () => {
  it('are one request, and a new one when that has ended', async () => {
    const { started, ask } = setUp();
    const both = Promise.all([ask(), ask()]);
    expect(started).toHaveLength(1);
    started[0]!.resolve('one');
    await expect(both).resolves.toEqual(['one', 'one']);
    void ask();
    expect(started).toHaveLength(2);
  });

  it('are several for several things', () => {
    const { started, ask } = setUp();
    void ask({}, 'a');
    void ask({}, 'b');
    expect(started).toHaveLength(2);
  });

  it('fail together, and the next one tries again', async () => {
    const { started, ask } = setUp();
    const both = Promise.allSettled([ask(), ask()]);
    started[0]!.reject(new Error('no'));
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    void ask();
    expect(started).toHaveLength(2);
  });

  it('go on for the others when one stops waiting, and are aborted when nobody waits any more', async () => {
    const { started, ask } = setUp();
    const [one, two] = [new AbortController(), new AbortController()];
    const first = ask({ signal: one.signal });
    const second = ask({ signal: two.signal });
    one.abort();
    await expect(first).rejects.toThrow(CancelledError);
    expect(started[0]!.signal.aborted).toBe(false);
    two.abort();
    await expect(second).rejects.toThrow(CancelledError);
    expect(started[0]!.signal.aborted).toBe(true);
    void ask();
    expect(started).toHaveLength(2);
  });

  it('are not started for somebody who has gone already', async () => {
    const { started, ask } = setUp();
    await expect(ask({ signal: AbortSignal.abort() })).rejects.toThrow(CancelledError);
    expect(started).toEqual([]);
  });

  it('overtake themselves when a person wants what waits in a slower lane: the first answer counts for all', async () => {
    const { started, ask } = setUp();
    const background = ask({ lane: 'background' });
    const person = ask({ lane: 'person' });
    void ask({ lane: 'visible' });
    expect(started.map(({ lane }) => lane)).toEqual(['background', 'person']);
    started[1]!.resolve('now');
    await expect(Promise.all([background, person])).resolves.toEqual(['now', 'now']);
    expect(started[0]!.signal.aborted).toBe(true);
  });

  it('that overtook themselves fail only when both have failed', async () => {
    const { started, ask } = setUp();
    const background = ask({ lane: 'background' });
    const person = ask();
    started[0]!.reject(new Error('slow lane'));
    await turns();
    started[1]!.resolve('fast lane');
    await expect(Promise.all([background, person])).resolves.toEqual(['fast lane', 'fast lane']);
  });

  it('end with a CancelledError for everybody who waits when all are aborted', async () => {
    const { shared, started, ask } = setUp();
    const waiting = Promise.allSettled([ask({}, 'a'), ask({}, 'b')]);
    shared.abortAll();
    for (const result of await waiting) expect(result).toMatchObject({ reason: expect.any(CancelledError) });
    expect(started.every(({ signal }) => signal.aborted)).toBe(true);
  });
});
