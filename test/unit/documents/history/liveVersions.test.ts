import { beforeEach, describe, expect, it } from 'vitest';
import { EventEmitter } from 'vscode';
import type { KeptVersions, Origin, Version } from '../../../../src/documents/history/history';
import { LiveVersions } from '../../../../src/documents/history/liveVersions';
import type { Flow, FlowRef } from '../../../../src/flows/types';
import { MemoryState, turns } from '../../flows/house';

const bytesOf = (text: string) => new TextEncoder().encode(text);

const ref: FlowRef = { accountId: 'a1', spaceId: 's1', flowId: '42' };

/** A history that means what its texts are. */
class FakeHistory implements KeptVersions {
  private readonly changed = new EventEmitter<FlowRef>();
  readonly onDidChange = this.changed.event;
  readonly versions: (Version & { bytes: Uint8Array })[] = [];

  async keep(ref: FlowRef, bytes: Uint8Array, origin: Origin): Promise<Version> {
    const meaning = new TextDecoder().decode(bytes);
    const version = {
      ref,
      id: String(this.versions.length),
      origin,
      at: 0,
      size: bytes.length,
      meaning,
      bytes,
    };
    this.versions.unshift(version);
    this.changed.fire(ref);
    await turns();
    return version;
  }
  list = async (of: FlowRef) => this.versions.filter((version) => version.ref.flowId === of.flowId);
  read = async () => bytesOf('');
  find = async (of: FlowRef, meaning: string) =>
    (await this.list(of)).find((one) => one.meaning === meaning)?.bytes;
}

let history: FakeHistory;
let state: MemoryState;
let flow: Partial<Flow>;
let live: LiveVersions;

const open = () =>
  new LiveVersions({ history, flows: { get: (of) => ({ ref: of, added: false, ...flow }) }, state });
const text = async (of = ref) => {
  const found = await live.of(of);
  return found && new TextDecoder().decode(found.bytes);
};

beforeEach(() => {
  history = new FakeHistory();
  state = new MemoryState();
  flow = { status: 'PUBLISHED', readAt: 1_000 };
  live = open();
});

describe('what is live', () => {
  it('is not known of a flow that was never seen published', async () => {
    flow = { status: 'DRAFT', readAt: 1_000 };
    await history.keep(ref, bytesOf('draft'), 'overwritten');
    expect(await text()).toBeUndefined();
  });

  it('is what was overwritten while it was published, and not what was sent', async () => {
    await history.keep(ref, bytesOf('live'), 'overwritten');
    await history.keep(ref, bytesOf('mine'), 'sent');
    expect(await text()).toBe('live');
  });

  it('is not a draft that was overwritten before anybody asked for the status again', async () => {
    await history.keep(ref, bytesOf('live'), 'overwritten');
    await history.keep(ref, bytesOf('first draft'), 'sent');
    await history.keep(ref, bytesOf('first draft'), 'overwritten');
    expect(await text()).toBe('live');
  });

  it('is another one when it was published again elsewhere', async () => {
    await history.keep(ref, bytesOf('live'), 'overwritten');
    flow = { status: 'PUBLISHED', readAt: 2_000 };
    await history.keep(ref, bytesOf('live again'), 'base');
    expect(await text()).toBe('live again');
    expect((await live.of(ref))!.seenAt).toBe(2_000);
  });

  it('is what was published from here, also for the next window', async () => {
    await live.published(ref, bytesOf('published'));
    live = open();
    expect(await text()).toBe('published');
    expect(await text({ ...ref, flowId: '43' })).toBeUndefined();
  });

  it('is not known any more once its version is gone', async () => {
    await live.published(ref, bytesOf('published'));
    history.versions.length = 0;
    expect(await text()).toBeUndefined();
  });

  it('is remembered of the last 500 flows', async () => {
    for (let id = 0; id <= 500; id++)
      await live.published({ ...ref, flowId: String(id) }, bytesOf(String(id)));
    expect(await text({ ...ref, flowId: '0' })).toBeUndefined();
    expect(await text({ ...ref, flowId: '1' })).toBe('1');
    expect(await text({ ...ref, flowId: '500' })).toBe('500');
  });

  it.each([undefined, null, 7, 'x', {}, [null, 7, {}, { key: 'x' }]])(
    'is not known where %j is stored',
    async (stored) => {
      await state.update('camsFlows.live', stored);
      expect(await text()).toBeUndefined();
      await live.published(ref, bytesOf('published'));
      expect(await text()).toBe('published');
    },
  );
});
