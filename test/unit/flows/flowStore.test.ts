import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NetworkError, NotFoundError, PermissionError, ServiceError } from '../../../src/cams/errors';
import { CancelledError } from '../../../src/platform/cancellation';
import { account, house, many, space, summaries, turns } from './house';

const ref = (flowId: string) => ({ ...space, flowId });
const offline = new NetworkError({ operation: 'ListFlow', reason: 'unreachable' });

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

const ids = ({ store }: Pick<ReturnType<typeof house>, 'store'>) => store.flows.map(({ ref }) => ref.flowId);

/** Lists the whole space with these flows. */
async function listAll(inHouse: ReturnType<typeof house>, ...flows: (string | number)[]) {
  const done = inHouse.store.refresh();
  await turns();
  await inHouse.cams.lists[0]!.answer(summaries(...flows));
  if (flows.length > 0) await inHouse.cams.lists[0]!.answer([]);
  await done;
}

describe('listing', () => {
  it('asks nothing before somebody wants it', async () => {
    const { store, flows, cams } = house();
    await store.load();
    expect(flows.get(ref('1'))).toBeUndefined();
    expect(cams.asked).toEqual([]);
  });

  it('shows each page as it arrives, in the lane of who looks', async () => {
    const it = house();
    const done = it.store.refresh();
    await turns();
    expect(it.cams.lists[0]).toMatchObject({
      accountId: 'a',
      spaceId: 's1',
      what: 'page 1',
      lane: 'visible',
    });
    await it.cams.lists[0]!.answer(many(100));
    expect(it.store.flows).toHaveLength(100);
    expect(it.store.listing).toBe(true);
    expect(it.changes.at(-1)).toEqual({ space, flows: undefined });
    await it.cams.lists[0]!.answer(many(3, 101));
    await it.cams.lists[0]!.answer([]);
    await done;
    expect(it.store).toMatchObject({
      listing: false,
      failure: undefined,
      outdated: false,
      listedAt: Date.now(),
    });
    expect(it.store.flows).toHaveLength(103);
  });

  it('leaves out the space id for the default space', async () => {
    const it = house([account('a', [''])]);
    void it.flows.store({ accountId: 'a', spaceId: '' }).refresh();
    await turns();
    expect(it.cams.lists[0]!.spaceId).toBeUndefined();
  });

  it('takes away what a complete listing lacks, but not what was added by ID', async () => {
    const it = house();
    await listAll(it, 1, 2, 3);
    await it.store.add('2');
    await it.store.add('9');
    await listAll(it, 3);
    expect(ids(it).sort()).toEqual(['2', '3', '9']);
    expect(it.flows.get(ref('2'))).toMatchObject({ added: true, listedAt: undefined, name: 'Flow 2' });
    await it.store.forget('2');
    expect(ids(it).sort()).toEqual(['3', '9']);
  });

  it('empties the list when the space is really empty', async () => {
    const it = house();
    await listAll(it, 1, 2);
    await listAll(it);
    expect(ids(it)).toEqual([]);
    expect(it.store.failure).toBeUndefined();
  });

  it('keeps everything when a refresh fails half-way, and remembers why and when', async () => {
    const it = house();
    await listAll(it, 1, 2, 3);
    const listedAt = it.store.listedAt;
    vi.advanceTimersByTime(60_000);
    const done = it.store.refresh();
    await turns();
    await it.cams.lists[0]!.answer(summaries(3, 4));
    const failed = expect(done).rejects.toBe(offline);
    await it.cams.lists[0]!.fail(offline);
    await failed;
    expect(ids(it)).toEqual(['1', '2', '3', '4']);
    expect(it.store.failure).toEqual({ error: offline, at: Date.now() });
    expect(it.store.listedAt).toBe(listedAt);
    await listAll(it, 4);
    expect(it.store.failure).toBeUndefined();
  });

  it('does not double a refresh during a refresh: one more follows, whoever asks', async () => {
    const it = house();
    const first = it.store.refresh();
    await turns();
    const [second, third] = [it.store.refresh(), it.store.refresh()];
    await turns();
    expect(it.cams.asked).toEqual(['page 1']);
    await it.cams.lists[0]!.answer([]);
    await first;
    await turns();
    expect(it.cams.asked).toEqual(['page 1', 'page 1']);
    await it.cams.lists[0]!.answer(summaries('new'));
    await it.cams.lists[0]!.answer([]);
    await Promise.all([second, third]);
    await turns();
    expect(it.cams.lists).toEqual([]);
    expect(ids(it)).toEqual(['new']);
  });

  it('follows also when the first of two refreshes fails', async () => {
    const it = house();
    const first = it.store.refresh();
    await turns();
    const second = it.store.refresh();
    const failed = expect(first).rejects.toBe(offline);
    await it.cams.lists[0]!.fail(offline);
    await failed;
    await turns();
    await it.cams.lists[0]!.answer([]);
    await expect(second).resolves.toBeUndefined();
  });

  it('lets one who waits go, while the listing goes on for the others', async () => {
    const it = house();
    const controller = new AbortController();
    const waiting = it.store.refresh({ signal: controller.signal });
    await turns();
    controller.abort();
    await expect(waiting).rejects.toThrow(CancelledError);
    await it.cams.lists[0]!.answer(summaries(1));
    expect(ids(it)).toEqual(['1']);
  });

  it('drops the pages of keys that were replaced meanwhile, and wants another listing', async () => {
    const it = house();
    const done = it.store.refresh();
    await turns();
    it.accounts.set(account('a', ['s1'], { accessKeyId: 'LTAI-other-key-000' }));
    const cancelled = expect(done).rejects.toThrow(CancelledError);
    await it.cams.lists[0]!.answer(summaries('late'));
    await cancelled;
    expect(ids(it)).toEqual([]);
    expect(it.store).toMatchObject({ outdated: true, failure: undefined });
  });

  it('tells of rows that look different, and of a longer list, but of nothing when all is as before', async () => {
    const it = house();
    await listAll(it, 1, 2);
    it.changes.length = 0;
    const done = it.store.refresh();
    await turns();
    await it.cams.lists[0]!.answer([{ flowId: '1', flowName: 'Renamed' }, ...summaries(2)]);
    expect(it.changes).toEqual([{ space, flows: [ref('1')] }]);
    await it.cams.lists[0]!.answer([]);
    await done;
  });

  it('keeps the name that is known when a row comes without', async () => {
    const it = house();
    await listAll(it, 1);
    const done = it.store.refresh();
    await turns();
    await it.cams.lists[0]!.answer([{ flowId: '1' }]);
    await it.cams.lists[0]!.answer([]);
    await done;
    expect(it.flows.get(ref('1'))).toMatchObject({ name: 'Flow 1', categories: ['OTHER'] });
  });
});

describe('reading one flow', () => {
  const details = {
    flowId: '1',
    flowName: 'Sign up',
    categories: ['SIGN_UP'],
    status: 'PUBLISHED',
    jsonVersion: '7.2',
    dataApiVersion: '3.0',
    endpointUri: 'https://flows.example/endpoint',
    preview: { url: 'https://secret.example/?token=planted', expires: 1 },
  };

  it('takes all of GetFlow but the preview link', async () => {
    const it = house();
    await listAll(it, 1);
    it.changes.length = 0;
    const reading = it.flows.read(ref('1'));
    await turns();
    expect(it.cams.reads[0]).toMatchObject({ lane: 'person', spaceId: 's1' });
    await it.cams.reads[0]!.answer(details);
    const flow = {
      ref: ref('1'),
      added: false,
      name: 'Sign up',
      categories: ['SIGN_UP'],
      status: 'PUBLISHED',
      jsonVersion: '7.2',
      dataApiVersion: '3.0',
      endpointUri: 'https://flows.example/endpoint',
      listedAt: Date.now(),
      readAt: Date.now(),
    };
    await expect(reading).resolves.toEqual(flow);
    expect(it.flows.get(ref('1'))).toEqual(flow);
    expect(it.changes).toEqual([{ space, flows: [ref('1')] }]);
  });

  it('forgets what GetFlow no longer says', async () => {
    const it = house();
    for (const answer of [details, { flowId: '1' }]) {
      void it.flows.read(ref('1'));
      await turns();
      await it.cams.reads[0]!.answer(answer);
    }
    expect(it.flows.get(ref('1'))).toMatchObject({
      name: 'Sign up',
      status: undefined,
      endpointUri: undefined,
    });
  });

  it('does not put a flow into the list that was only read', async () => {
    const it = house();
    void it.flows.read(ref('1'));
    await turns();
    await it.cams.reads[0]!.answer(details);
    expect(ids(it)).toEqual([]);
    expect(it.flows.get(ref('1'))?.name).toBe('Sign up');
  });

  it('remembers why a flow could not be read, until it can', async () => {
    const it = house();
    const missing = new NotFoundError({ operation: 'GetFlow' });
    const reading = it.flows.read(ref('1'));
    const failed = expect(reading).rejects.toBe(missing);
    await turns();
    await it.cams.reads[0]!.fail(missing);
    await failed;
    expect(it.store.failureOf('1')).toEqual({ error: missing, at: Date.now() });
    expect(it.store.askedAt('1')).toBe(Date.now());
    void it.flows.read(ref('1'));
    await turns();
    await it.cams.reads[0]!.answer(details);
    expect(it.store.failureOf('1')).toBeUndefined();
  });

  it('drops an answer that comes after the space was removed', async () => {
    const it = house([account('a', ['s1', 's2'])]);
    const reading = it.flows.read(ref('1'));
    const cancelled = expect(reading).rejects.toThrow(CancelledError);
    await turns();
    it.accounts.set(account('a', ['s2']));
    await cancelled;
    expect(it.flows.get(ref('1'))).toBeUndefined();
    expect(it.cams.reads).toEqual([]);
  });
});

describe('accounts that change', () => {
  it('end a listing under way when signed out, and tell nobody any more', async () => {
    const it = house();
    const done = it.store.refresh();
    const cancelled = expect(done).rejects.toThrow(CancelledError);
    await turns();
    it.accounts.set();
    await cancelled;
    await turns();
    expect(it.changes).toEqual([{ space }]);
    expect(it.cams.lists).toEqual([]);
  });

  it('with new keys make every list outdated, with refused ones none', async () => {
    const it = house();
    await listAll(it, 1);
    it.accounts.set(account('a', ['s1'], { state: 'expired' }));
    expect(it.store.outdated).toBe(false);
    it.accounts.set(account('a', ['s1'], { accessKeyId: 'LTAI-renewed-key' }));
    expect(it.store.outdated).toBe(true);
  });

  it('do not disturb the others', async () => {
    const it = house([account('a', ['s1']), account('b', ['s1'])]);
    await listAll(it, 1);
    it.accounts.set(account('a', ['s1']));
    expect(it.store.outdated).toBe(false);
    expect(ids(it)).toEqual(['1']);
    expect(it.flows.all()).toEqual([it.store]);
  });
});

describe('the cache', () => {
  const nextStart = async (it: ReturnType<typeof house>) => {
    it.flows.dispose();
    await turns();
    const flows = it.open();
    const store = flows.store(space);
    await store.load();
    return { flows, store };
  };

  it('shows at the next start what was known, with its age, before anything is asked', async () => {
    const it = house();
    await listAll(it, 1, 2);
    void it.flows.read(ref('1'));
    await turns();
    await it.cams.reads[0]!.answer({ flowId: '1', flowName: 'One', status: 'DRAFT', categories: ['A', 'B'] });
    const asked = it.cams.asked.length;
    const before = it.store.flows;
    vi.advanceTimersByTime(3_600_000);
    const { store } = await nextStart(it);
    expect(store.flows).toEqual(before);
    expect(store.listedAt).toBe(Date.now() - 3_600_000);
    expect(store.outdated).toBe(true);
    expect(it.cams.asked).toHaveLength(asked);
  });

  it('is written once for many changes', async () => {
    const it = house();
    await listAll(it, ...Array.from({ length: 90 }, (_, index) => index));
    expect(it.disk.writes).toBe(0);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(it.disk.writes).toBe(1);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(it.disk.writes).toBe(1);
  });

  it('holds no preview link and no endpoint with something secret in it', async () => {
    const it = house();
    await listAll(it, 1, 2);
    for (const [flowId, endpointUri] of [
      ['1', 'https://flows.example/?key=planted-secret'],
      ['2', 'https://user:planted-secret@flows.example/'],
    ] as const) {
      void it.flows.read(ref(flowId));
      await turns();
      await it.cams.reads[0]!.answer({
        flowId,
        endpointUri,
        preview: { url: 'https://x.example/planted-secret' },
      });
    }
    await nextStart(it);
    expect(it.disk.texts).toHaveLength(1);
    expect(it.disk.texts.join()).not.toContain('planted-secret');
    expect(it.disk.texts.join()).toContain('Flow 1');
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, -20)],
    ['not JSON', () => 'hello'],
    ['of another format', (text: string) => text.replace('"format":1', '"format":99')],
    ['of another space', (text: string) => text.replace('"spaceId":"s1"', '"spaceId":"s2"')],
    ['an array', () => '[]'],
    ['null', () => 'null'],
  ])('is ignored when it is %s', async (_name, damage) => {
    const it = house();
    await listAll(it, 1, 2);
    it.flows.dispose();
    await turns();
    for (const [path, bytes] of it.disk.files) {
      it.disk.files.set(path, new TextEncoder().encode(damage(new TextDecoder().decode(bytes))));
    }
    const store = it.open().store(space);
    await store.load();
    expect(store.flows).toEqual([]);
    expect(store.listedAt).toBeUndefined();
  });

  it('leaves out the rows that are damaged and reads the others', async () => {
    const it = house();
    await listAll(it, 1, 2);
    it.flows.dispose();
    await turns();
    for (const [path, bytes] of it.disk.files) {
      const content = JSON.parse(new TextDecoder().decode(bytes)) as { flows: unknown[] };
      content.flows.unshift(
        null,
        7,
        {},
        { id: 3 },
        { id: '' },
        { id: 'x', name: 5, listedAt: 9e15, categories: [1, 'A'] },
      );
      it.disk.files.set(path, new TextEncoder().encode(JSON.stringify(content)));
    }
    const store = it.open().store(space);
    await store.load();
    expect(store.flows.map(({ ref }) => ref.flowId)).toEqual(['x', '1', '2']);
    expect(store.flows[0]).toMatchObject({ name: undefined, categories: ['A'], listedAt: Date.now() });
  });

  it('goes with the space, and all of them with the account', async () => {
    const it = house([account('a', ['s1', 's2']), account('b', ['s1'])]);
    for (const spaceRef of [space, { accountId: 'a', spaceId: 's2' }, { accountId: 'b', spaceId: 's1' }]) {
      await listAll({ ...it, store: it.flows.store(spaceRef) }, spaceRef.accountId + spaceRef.spaceId);
    }
    await vi.advanceTimersByTimeAsync(10_000);
    expect(it.disk.files.size).toBe(3);
    it.accounts.set(account('a', ['s2']), account('b', ['s1']));
    await turns();
    expect(it.disk.files.size).toBe(2);
    it.accounts.set(account('b', ['s1']));
    await turns();
    expect(it.disk.texts.map((text) => (JSON.parse(text) as { accountId: string }).accountId)).toEqual(['b']);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(it.disk.files.size).toBe(1);
  });

  it('is not made for a space that the account does not have', async () => {
    const it = house();
    const other = it.flows.store({ accountId: 'a', spaceId: 'elsewhere' });
    await listAll({ ...it, store: other }, 1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(it.disk.files.size).toBe(0);
  });

  it('that cannot be written disturbs nobody', async () => {
    const it = house();
    it.disk.fs.writeFile = async () => {
      throw new Error('disk full');
    };
    await listAll(it, 1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(ids(it)).toEqual(['1']);
  });
});

describe('flows added by ID', () => {
  it('are there after a restart, also without a cache, and go when they are forgotten', async () => {
    const it = house();
    await it.store.add('7');
    it.flows.dispose();
    await turns();
    it.disk.files.clear();
    const store = it.open().store(space);
    await store.load();
    expect(store.flows).toEqual([{ ref: ref('7'), added: true }]);
    await store.forget('7');
    expect(store.flows).toEqual([]);
    expect([...it.state.values]).toEqual([]);
  });

  it('stay where listing is not allowed', async () => {
    const it = house();
    await it.store.add('7');
    const done = it.store.refresh();
    const denied = new PermissionError({ operation: 'ListFlow', action: 'cams:ListFlow' });
    const failed = expect(done).rejects.toBe(denied);
    await turns();
    await it.cams.lists[0]!.fail(denied);
    await failed;
    expect(ids(it)).toEqual(['7']);
  });

  it('are one row when CAMS lists them too', async () => {
    const it = house();
    await it.store.add('1');
    await listAll(it, 1, 2);
    expect(ids(it)).toEqual(['1', '2']);
    await it.store.forget('1');
    expect(ids(it)).toEqual(['1', '2']);
  });

  it('are forgotten with the account, not with a space that may come back', async () => {
    const it = house([account('a', ['s1', 's2'])]);
    await it.store.add('7');
    it.accounts.set(account('a', ['s2']));
    it.accounts.set(account('a', ['s1', 's2']));
    const store = it.flows.store(space);
    await store.load();
    expect(store.flows).toHaveLength(1);
    it.accounts.set();
    await turns();
    expect([...it.state.values]).toEqual([]);
  });
});

it('is not fooled by a service error on a later page', async () => {
  const it = house();
  await listAll(it, 1, 2);
  const internal = new ServiceError({ operation: 'ListFlow', code: 'InternalError' });
  const done = it.store.refresh();
  const failed = expect(done).rejects.toBe(internal);
  await turns();
  await it.cams.lists[0]!.answer(summaries(1));
  await it.cams.lists[0]!.fail(internal);
  await failed;
  expect(ids(it)).toEqual(['1', '2']);
});
