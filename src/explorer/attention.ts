import type { Accounts } from '../accounts/accounts';
import { situationOf } from '../cams/errors';
import type { Lane } from '../cams/types';
import type { FlowStore } from '../flows/flowStore';
import type { Flows } from '../flows/flows';
import { sameSpace, spaceKey, type FlowRef, type SpaceRef } from '../flows/types';
import { DisposableStore } from '../platform/disposable';
import { withViewProgress } from '../platform/progress';
import type { AccountNode, SpaceNode } from './nodes';
import type { SpaceListings } from './spaceListings';
import { StatusReader } from './statusReader';

const MINUTE = 60_000;

/** A list older than this is listed anew when the view is shown again. */
const LIST_AGE = 15 * MINUTE;

/** What a person touches is read anew when it is older than this. */
const TOUCH_AGE = MINUTE;

export interface AttentionParts {
  readonly accounts: Pick<Accounts, 'all' | 'get'>;
  readonly flows: Flows;
  readonly listings: SpaceListings;
  /** The flows of a space in the order in which they are shown. */
  readonly shown: (space: SpaceRef) => readonly FlowRef[];
  /** Called every minute while the view is visible. */
  readonly minutePassed: () => void;
}

/** What a person looks at, and so what is asked of CAMS: nothing that nobody sees. */
export class Attention extends DisposableStore {
  private readonly open = new Map<string, SpaceRef>();
  private readonly statuses: StatusReader;
  private clock: NodeJS.Timeout | undefined;

  constructor(private readonly parts: AttentionParts) {
    super();
    this.statuses = this.register(
      new StatusReader(() =>
        this.stores
          .filter(({ space }) => this.isReady(space))
          .map((store) => ({ store, shown: () => parts.shown(store.space) })),
      ),
    );
    this.register({ dispose: () => clearInterval(this.clock) });
  }

  /** Of the spaces whose flows hang in the tree. */
  get stores(): FlowStore[] {
    return [...this.open.values()]
      .filter(({ accountId, spaceId }) =>
        this.parts.accounts.get(accountId)?.spaces.some(({ id }) => id === spaceId),
      )
      .map((space) => this.parts.flows.store(space));
  }

  isOn(space: SpaceRef): boolean {
    return this.stores.some((store) => sameSpace(store.space, space));
  }

  /** The flows of a space hang in the tree from now on: they are listed if that has not been done. */
  watch(space: SpaceRef | undefined): void {
    if (space === undefined) return;
    this.open.set(spaceKey(space), space);
    const store = this.parts.flows.store(space);
    if (store.outdated && !store.listing && this.isReady(space))
      void withViewProgress(() => this.list(store, 'visible'));
    this.statuses.wake();
  }

  leave(space: SpaceRef | undefined): void {
    if (space !== undefined) this.open.delete(spaceKey(space));
  }

  /** Reads a flow that somebody looks at, unless that has just been done. Never rejects: the store remembers. */
  async touch(ref: FlowRef, lane: Lane): Promise<void> {
    const store = this.parts.flows.store(ref);
    if (Date.now() - store.askedAt(ref.flowId) < TOUCH_AGE) return;
    await store.read(ref.flowId, { lane }).catch(() => undefined);
  }

  /** Asks for everything anew that can be seen under a row; without one, for all of it. Never rejects. */
  async refresh(node?: AccountNode | SpaceNode): Promise<void> {
    const isMeant = (space: SpaceRef) =>
      node === undefined ||
      (node.kind === 'space' ? sameSpace(space, node.ref) : space.accountId === node.accountId);
    const accounts = this.parts.accounts.all.filter(({ id }) =>
      node === undefined ? true : node.kind === 'account' && node.accountId === id,
    );
    for (const store of this.parts.flows.all()) if (isMeant(store.space)) store.outdated = true;
    const stores = this.stores.filter(({ space }) => isMeant(space));
    for (const store of stores) this.statuses.renew(store);
    await withViewProgress(async () => {
      await Promise.all([
        ...accounts.map(({ id }) => this.parts.listings.ask(id, { lane: 'person' })),
        ...stores.map((store) => this.list(store, 'person')),
      ]);
    });
  }

  setVisible(visible: boolean): void {
    clearInterval(this.clock);
    if (!visible) {
      this.statuses.pause();
      return;
    }
    this.clock = setInterval(() => this.onMinute(), MINUTE);
    for (const store of this.stores) {
      const age = Date.now() - Math.max(store.listedAt ?? 0, store.failure?.at ?? 0);
      // Below zero when the clock was set back: then nobody knows.
      if (age < 0 || age > LIST_AGE) store.outdated = true;
      this.watch(store.space);
    }
    this.statuses.start();
  }

  /** There may be more to read than a moment ago. */
  wake(): void {
    this.statuses.wake();
  }

  /** Somebody has new keys: what stood in the way may be gone. */
  resume(): void {
    for (const store of this.stores) if (store.outdated) this.statuses.resume(store);
  }

  private isReady(space: SpaceRef): boolean {
    return this.parts.accounts.get(space.accountId)?.state === 'ready';
  }

  private onMinute(): void {
    this.parts.minutePassed();
    for (const store of this.stores) {
      // Gently, as the network may be back: nobody should have to press a button for that.
      const isOffline = situationOf(store.failure?.error) === 'network';
      if (isOffline && !store.listing) void this.list(store, 'background');
    }
  }

  /** Never rejects: the store remembers why, and the view says it. */
  private async list(store: FlowStore, lane: Lane): Promise<void> {
    await store.refresh({ lane }).catch(() => undefined);
    if (store.failure === undefined) this.statuses.resume(store);
  }
}
