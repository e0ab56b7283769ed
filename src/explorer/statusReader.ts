import { situationOf, type Situation } from '../cams/errors';
import type { CallOptions } from '../cams/types';
import type { FlowStore } from '../flows/flowStore';
import { spaceKey, type Flow } from '../flows/types';
import { isCancelled } from '../platform/cancellation';
import type { Disposable } from '../platform/disposable';

/** Enough to use the quota, few enough that a person's request finds hardly anything in front of it. */
const OUTSTANDING = 3;

/** How often there is a look for statuses that have grown old, in milliseconds; at most one is read each time. */
const TICK = 1_000;
const STALE_AGE = 10 * 60_000;

const FIRST_PAUSE = 30_000;
const LONGEST_PAUSE = 10 * 60_000;

/** These concern the account: asking for the next flow would not help. */
const hopeless: readonly (Situation | undefined)[] = [
  'credentials',
  'expiredToken',
  'clock',
  'permission',
  'notSubscribed',
];
const passing: readonly (Situation | undefined)[] = ['network', 'throttled', 'service', 'malformed'];

export interface StatusSource {
  readonly store: FlowStore;
  /** The flows of the space: first those that are looked at, in their order, then the others. */
  readonly lists: () => readonly (readonly Flow[])[];
}

interface Health {
  /** In a row. */
  failures: number;
  /** Nothing is asked before this time; Infinity: until somebody asks for it. */
  pausedUntil: number;
  /** What was read before this time is read anew. */
  renewBefore: number;
}

/**
 * Reads the statuses that nobody has asked for, in the background lane, while somebody can see them:
 * first the unknown ones, then what a refresh wants anew, then gently what has grown old.
 */
export class StatusReader implements Disposable {
  private readonly outstanding = new Set<string>();
  private readonly health = new WeakMap<FlowStore, Health>();
  private stop: AbortController | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly sources: () => readonly StatusSource[]) {}

  start(): void {
    if (this.stop !== undefined) return;
    this.stop = new AbortController();
    this.timer = setInterval(() => this.tick(), TICK);
    this.wake();
  }

  /** Nobody looks: what is under way is given up. */
  pause(): void {
    clearInterval(this.timer);
    this.stop?.abort();
    this.stop = undefined;
  }

  dispose(): void {
    this.pause();
  }

  /** There may be something to read. */
  wake(): void {
    while (this.stop !== undefined && this.outstanding.size < OUTSTANDING) {
      const next = this.find((flow, store) => this.isWanted(flow, store));
      if (next === undefined) return;
      void this.read(next, this.stop.signal);
    }
  }

  /** What stood in the way may be gone. */
  resume(store: FlowStore): void {
    Object.assign(this.healthOf(store), { failures: 0, pausedUntil: 0 });
    this.wake();
  }

  /** A person wants every status of a space anew. */
  renew(store: FlowStore): void {
    this.healthOf(store).renewBefore = Date.now();
    this.resume(store);
  }

  private tick(): void {
    this.wake();
    if (this.stop === undefined || this.outstanding.size > 0) return;
    const limit = Date.now() - STALE_AGE;
    const next = this.find(({ ref }, store) => store.askedAt(ref.flowId) < limit);
    if (next !== undefined) void this.read(next, this.stop.signal);
  }

  private find(
    wanted: (flow: Flow, store: FlowStore) => boolean,
  ): { flow: Flow; store: FlowStore } | undefined {
    const now = Date.now();
    for (const { store, lists } of this.sources()) {
      if (this.healthOf(store).pausedUntil > now) continue;
      for (const flows of lists()) {
        const flow = flows.find((each) => wanted(each, store) && !this.outstanding.has(keyOf(each)));
        if (flow !== undefined) return { flow, store };
      }
    }
    return undefined;
  }

  private isWanted({ ref }: Flow, store: FlowStore): boolean {
    const at = store.askedAt(ref.flowId);
    return at === 0 || at < this.healthOf(store).renewBefore;
  }

  private async read({ flow, store }: { flow: Flow; store: FlowStore }, signal: AbortSignal): Promise<void> {
    const options: CallOptions = { lane: 'background', signal };
    this.outstanding.add(keyOf(flow));
    try {
      await store.read(flow.ref.flowId, options);
      this.healthOf(store).failures = 0;
    } catch (error) {
      if (!isCancelled(error)) this.noteFailure(store, situationOf(error));
    } finally {
      this.outstanding.delete(keyOf(flow));
    }
    this.wake();
  }

  private noteFailure(store: FlowStore, situation: Situation | undefined): void {
    const health = this.healthOf(store);
    if (hopeless.includes(situation)) health.pausedUntil = Infinity;
    if (!passing.includes(situation)) return;
    const pause = Math.min(FIRST_PAUSE * 2 ** health.failures++, LONGEST_PAUSE);
    health.pausedUntil = Date.now() + pause * (0.75 + Math.random() / 2);
  }

  private healthOf(store: FlowStore): Health {
    let health = this.health.get(store);
    if (health === undefined) {
      health = { failures: 0, pausedUntil: 0, renewBefore: 0 };
      this.health.set(store, health);
    }
    return health;
  }
}

const keyOf = ({ ref }: Flow): string => `${spaceKey(ref)}/${ref.flowId}`;
