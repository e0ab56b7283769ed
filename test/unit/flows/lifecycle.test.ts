import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Cams } from '../../../src/cams/cams';
import { NetworkError, NotFoundError, ServiceError, withUnknownOutcome } from '../../../src/cams/errors';
import type { FlowDetails, FlowSummary } from '../../../src/cams/types';
import { Lifecycle } from '../../../src/flows/lifecycle';
import { CreationLostError, FlowBusyError, FlowChangedError } from '../../../src/flows/lifecycleErrors';
import { changedFields } from '../../../src/flows/properties';
import { CancelledError } from '../../../src/platform/cancellation';
import { account, house, space, summaries, turns } from './house';

const ref = { ...space, flowId: '1' };
const wish = { name: 'New', categories: ['OTHER'], endpointUri: '' };
const details = (parts: Partial<FlowDetails> = {}): FlowDetails => ({
  flowId: '1',
  flowName: 'Flow 1',
  categories: ['OTHER'],
  status: 'DRAFT',
  ...parts,
});
const lost = () => withUnknownOutcome(new NetworkError({ operation: 'PublishFlow', reason: 'interrupted' }));
const refused = new ServiceError({ operation: 'PublishFlow', code: 'Flow.StatusNotAllowed' });

/** A lifecycle over flows of which the test answers every read, and plays every change. */
function setUp() {
  const parts = house();
  const changes = {
    createFlow: vi.fn<Cams['createFlow']>(async () => ({ flowId: '9' })),
    modifyFlow: vi.fn<Cams['modifyFlow']>(async () => ({ flowId: '1' })),
    publishFlow: vi.fn<Cams['publishFlow']>(async () => undefined),
    deprecateFlow: vi.fn<Cams['deprecateFlow']>(async () => undefined),
    deleteFlow: vi.fn<Cams['deleteFlow']>(async () => undefined),
  };
  Object.assign(parts.cams.service, changes);
  const answerLists = async (...flows: FlowSummary[]) => {
    await turns();
    await parts.cams.lists.shift()!.answer(flows);
    await parts.cams.lists.shift()?.answer([]);
  };
  const list = async (...flows: FlowSummary[]) => {
    const listing = parts.store.refresh();
    await answerLists(...flows);
    await listing;
  };
  const answerRead = async (change?: Partial<FlowDetails>) => {
    await turns();
    await parts.cams.reads.shift()!.answer(details(change));
  };
  return { ...parts, changes, list, answerLists, answerRead, lifecycle: new Lifecycle(parts) };
}

type Built = ReturnType<typeof setUp>;
let built: Built;

beforeEach(() => {
  vi.useFakeTimers();
  built = setUp();
});
afterEach(() => void vi.useRealTimers());

describe('a flow that is created', () => {
  it('is in the list at once, and stays when a listing that was under way lacks it', async () => {
    const { lifecycle, store, cams, answerLists, changes } = built;
    let answer!: (made: FlowSummary) => void;
    changes.createFlow.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    const creating = lifecycle.create(space, wish);
    await answerLists();
    const listing = store.refresh();
    await turns();
    const page = cams.lists.shift()!;
    answer({ flowId: '9' });
    await creating;
    expect(store.flows.map(({ name }) => name)).toEqual(['New']);
    await page.answer(summaries('1'));
    await cams.lists.shift()?.answer([]);
    await listing;
    expect(store.flows.map(({ name }) => name)).toEqual(['New', 'Flow 1']);
  });

  it('goes with the next listing that lacks it', async () => {
    const { lifecycle, store, answerLists, list } = built;
    const creating = lifecycle.create(space, wish);
    await answerLists();
    await creating;
    await list(...summaries('1'));
    expect(store.flows.map(({ ref: { flowId } }) => flowId)).toEqual(['1']);
  });

  it('leaves an empty endpoint out', async () => {
    const { lifecycle, answerLists, changes } = built;
    const creating = lifecycle.create(space, wish);
    await answerLists();
    await creating;
    expect(changes.createFlow.mock.calls[0]![1]).toEqual({
      flowName: 'New',
      categories: ['OTHER'],
      endpointUri: undefined,
      custSpaceId: 's1',
    });
  });

  it('is not created when CAMS cannot be asked for those of its name', async () => {
    const { lifecycle, cams, changes } = built;
    const creating = lifecycle.create(space, wish);
    await turns();
    await Promise.all([
      expect(creating).rejects.toThrow('unreachable'),
      cams.lists[0]!.fail(new NetworkError({ operation: 'ListFlow', reason: 'unreachable' })),
    ]);
    expect(changes.createFlow).not.toHaveBeenCalled();
  });

  it('is done where the account is changed under way: what it became is not lost', async () => {
    const { lifecycle, accounts, answerLists, changes } = built;
    changes.createFlow.mockImplementation(async () => {
      accounts.set(account('a', ['s1'], { accessKeyId: 'LTAI-another' }));
      return { flowId: '9' };
    });
    const creating = lifecycle.create(space, wish);
    await answerLists();
    expect((await creating).ref.flowId).toBe('9');
  });

  it('is lost when no answer comes, also where the account is changed under way, and is then found by its name', async () => {
    const { lifecycle, accounts, answerLists, changes } = built;
    changes.createFlow.mockImplementation(async () => {
      accounts.set(account('a', ['s1'], { accessKeyId: 'LTAI-another' }));
      throw lost();
    });
    const creating = lifecycle.create(space, wish).catch((error: unknown) => error);
    await answerLists({ flowId: '5', flowName: 'New' }, { flowId: '6', flowName: 'New too' });
    const error = (await creating) as CreationLostError;
    expect(error).toBeInstanceOf(CreationLostError);
    expect([...error.creation.before]).toEqual(['5']);

    const finding = lifecycle.find(error.creation);
    await vi.advanceTimersByTimeAsync(0);
    await answerLists({ flowId: '5', flowName: 'New' }, { flowId: '6', flowName: 'New too' });
    await vi.advanceTimersByTimeAsync(1_000);
    await answerLists({ flowId: '7', flowName: 'New' }, { flowId: '5', flowName: 'New' });
    expect((await finding)?.ref.flowId).toBe('7');
    expect(changes.createFlow).toHaveBeenCalledOnce();
  });
});

describe('GetFlow', () => {
  it('that was under way during a change is asked again: its answer tells of the flow before', async () => {
    const { lifecycle, store, cams, answerRead } = built;
    const before = store.read('1');
    await turns();
    const publishing = lifecycle.take('publish', ref);
    await turns();
    expect(store.get('1')?.status).toBe('PUBLISHED');
    await answerRead({ status: 'DRAFT' });
    expect(store.get('1')?.status).toBe('PUBLISHED');
    await answerRead({ status: 'PUBLISHED' });
    expect(await publishing).toBe('done');
    expect((await before).status).toBe('PUBLISHED');
    expect(cams.reads).toEqual([]);
  });
});

describe('a step', () => {
  it('is looked after until CAMS shows it, but not for ever', async () => {
    const { lifecycle, cams } = built;
    const publishing = lifecycle.take('publish', ref);
    for (let looks = 0; looks < 4; looks++) {
      await vi.advanceTimersByTimeAsync(4_000);
      await cams.reads.shift()!.answer(details());
    }
    expect(await publishing).toBe('accepted');
    expect(cams.reads).toEqual([]);
  });

  it('that CAMS refuses is refused', async () => {
    const { lifecycle, changes, cams } = built;
    changes.publishFlow.mockRejectedValue(refused);
    await expect(lifecycle.take('publish', ref)).rejects.toBe(refused);
    expect(cams.asked).toEqual([]);
  });

  it('whose answer is lost has been taken where GetFlow says so', async () => {
    const { lifecycle, changes, answerRead } = built;
    changes.deprecateFlow.mockRejectedValue(lost());
    const taking = lifecycle.take('deprecate', ref);
    await answerRead({ status: 'DEPRECATED' });
    expect(await taking).toBe('done');
  });

  it('that is cancelled too late is looked after all the same', async () => {
    const { lifecycle, changes, answerRead } = built;
    const controller = new AbortController();
    changes.publishFlow.mockImplementation(async () => {
      controller.abort(new CancelledError());
      throw withUnknownOutcome(new CancelledError());
    });
    const taking = lifecycle.take('publish', ref, { signal: controller.signal });
    await answerRead({ status: 'PUBLISHED' });
    expect(await taking).toBe('done');
  });

  it('that deletes takes the flow out of the list for good, also for a listing that still shows it', async () => {
    const { lifecycle, store, list, changes, cams } = built;
    await list(...summaries('1', '2'));
    await store.add('1');
    await lifecycle.take('delete', ref);
    expect(store.flows.map(({ ref: { flowId } }) => flowId)).toEqual(['2']);
    expect(built.open().store(space).flows).toEqual([]);
    await list(...summaries('1', '2'));
    expect(store.flows.map(({ ref: { flowId } }) => flowId)).toEqual(['2']);
    expect(cams.reads).toEqual([]);
    expect(changes.deleteFlow).toHaveBeenCalledOnce();
  });

  it('that deletes and is lost has been taken where CAMS no longer knows the flow', async () => {
    const { lifecycle, changes, cams, list, store } = built;
    await list(...summaries('1'));
    changes.deleteFlow.mockRejectedValue(lost());
    const taking = lifecycle.take('delete', ref);
    await turns();
    await cams.reads.shift()!.fail(new NotFoundError({ operation: 'GetFlow' }));
    expect(await taking).toBe('done');
    expect(store.flows).toEqual([]);
  });
});

describe('a change of properties', () => {
  const seen = { ref, added: false, name: 'Flow 1', categories: ['OTHER'], endpointUri: 'https://e.example' };

  it('sends all three, compares what comes back, and tells what does not fit', async () => {
    const { lifecycle, changes, answerRead } = built;
    const modifying = lifecycle.modify(ref, { endpointUri: '' }, { seen });
    await answerRead({ endpointUri: 'https://e.example' });
    await answerRead({ endpointUri: 'https://e.example' });
    expect(await modifying).toMatchObject({ differing: ['endpointUri'], flow: { name: 'Flow 1' } });
    expect(changes.modifyFlow.mock.calls[0]![1]).toEqual({
      flowId: '1',
      flowName: 'Flow 1',
      categories: ['OTHER'],
      endpointUri: '',
      custSpaceId: 's1',
    });
  });

  it.each([
    ['name', { flowName: 'Theirs', endpointUri: 'https://e.example' }],
    ['categories', { categories: ['SURVEY'], endpointUri: 'https://e.example' }],
    ['endpointUri', { endpointUri: undefined }],
  ])('is not made over a %s that the person has not seen', async (field, parts) => {
    const { lifecycle, changes, answerRead } = built;
    const modifying = lifecycle.modify(ref, { name: 'Mine' }, { seen }).catch((error: unknown) => error);
    await answerRead(parts);
    const error = await modifying;
    expect(error).toBeInstanceOf(FlowChangedError);
    expect((error as FlowChangedError).fields).toEqual([field]);
    expect(changes.modifyFlow).not.toHaveBeenCalled();
  });

  it('is not sent without a category, which CAMS would refuse', async () => {
    const { lifecycle, changes, answerRead } = built;
    const bare = { ...seen, categories: [] };
    const modifying = lifecycle
      .modify(ref, { name: 'Mine' }, { seen: bare })
      .catch((error: unknown) => error);
    await answerRead({ categories: [], endpointUri: 'https://e.example' });
    expect(String(await modifying)).toMatch(/did not tell the name or the categories/);
    expect(changes.modifyFlow).not.toHaveBeenCalled();
  });

  it('leaves the status of a live flow open until GetFlow tells', async () => {
    const { lifecycle, answerRead, store, cams } = built;
    const modifying = lifecycle.modify(ref, { name: 'Mine' }, { seen });
    await answerRead({ status: 'PUBLISHED', endpointUri: 'https://e.example' });
    await turns();
    expect(store.get('1')).toMatchObject({ name: 'Mine', status: undefined });
    await cams.reads.shift()!.fail(new NetworkError({ operation: 'GetFlow', reason: 'timeout' }));
    expect(await modifying).toEqual({ flow: undefined, differing: [] });
  });
});

it('does one piece of work at a time on a flow, and forgets those that failed', async () => {
  const { lifecycle } = built;
  let end!: () => void;
  const first = lifecycle.alone(ref, () => new Promise<void>((resolve) => (end = resolve)));
  await expect(lifecycle.alone({ ...ref }, async () => undefined)).rejects.toThrow(FlowBusyError);
  await lifecycle.alone({ ...ref, flowId: '2' }, async () => undefined);
  end();
  await first;
  await expect(lifecycle.alone(ref, () => Promise.reject(refused))).rejects.toBe(refused);
  await lifecycle.alone(ref, async () => undefined);
});

it('compares properties whatever the order of categories, the form of Unicode, and how nothing is spelt', () => {
  expect(
    changedFields(
      { name: 'é', categories: ['A', 'B'] },
      { name: 'e\u0301 ', categories: ['B', 'A'], endpointUri: '' },
    ),
  ).toEqual([]);
  expect(changedFields({ name: 'a', categories: ['A'] }, { name: 'A', categories: ['A', 'A'] })).toEqual([
    'name',
    'categories',
  ]);
});
