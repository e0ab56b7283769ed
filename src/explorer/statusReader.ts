import { concernsAccount, situationOf, type Situation } from '../cams/errors';
import type { CallOptions } from '../cams/types';
import type { FlowStore } from '../flows/flowStore';
import { spaceKey, type FlowRef } from '../flows/types';
import { isCancelled } from '../platform/cancellation';
import type { Disposable } from '../platform/disposable';

/** Enough to use the quota, few enough that a person's request finds hardly anything in front of it. */
const OUTSTANDING = 3;

/** How often there is a look for statuses that have grown old, in milliseconds; at most one is read each time. */
const TICK = 1_000;
const STALE_AGE = 10 * 60_000;

const FIRST_PAUSE = 30_000;
const LONGEST_PAUSE = 10 * 60_000;

const passing: readonly (Situation | undefined)[] = ['network', 'throttled', 'service', 'malformed'];

export interface StatusSource {
  readonly store: FlowStore;
  /** Flows of the space in the order in which they are looked at. */
  readonly shown: () => readonly FlowRef[];
}

interface Next {
  readonly ref: FlowRef;
  readonly store: FlowStore;
}

interface Health {
  /** In a row. */
  failures: number;
  /** Nothing is asked before this time, by the clock that nobody sets; Infinity: until somebody asks for it. */
  pausedUntil: number;
  /** What was read before this time is read anew. */
  renewBefore: number;
  /** Up to here there is nothing to read in this list: it need not be looked through again and again. */
  done: { list: readonly FlowRef[]; count: number };
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
      const next = this.findWanted();
      if (next === undefined) return;
      void this.read(next, this.stop.signal);
    }
  }

  /** What stood in the way may be gone. */
  resume(store: FlowStore): void {
    Object.assign(this.healthOf(store), { failures: 0, pausedUntil: 0, done: nothingDone });
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
    for (const { store, shown } of this.usable()) {
      const ref = shown().find(({ flowId }) => store.askedAt(flowId) < limit);
      if (ref !== undefined) return void this.read({ ref, store }, this.stop.signal);
    }
  }

  private usable(): readonly StatusSource[] {
    return this.sources().filter(({ store }) => this.healthOf(store).pausedUntil <= performance.now());
  }

  private findWanted(): Next | undefined {
    for (const { store, shown } of this.usable()) {
      const list = shown();
      const { done } = this.healthOf(store);
      let index = done.list === list ? done.count : 0;
      while (index < list.length && !this.isWanted(list[index]!, store)) index++;
      this.healthOf(store).done = { list, count: index };
      // What the filter hides comes last: it may match once its status is known.
      const hidden = () => store.flows.find(({ ref }) => this.isWanted(ref, store))?.ref;
      const ref = list[index] ?? (list.length < store.flows.length ? hidden() : undefined);
      if (ref !== undefined) return { ref, store };
    }
    return undefined;
  }

  private isWanted(ref: FlowRef, store: FlowStore): boolean {
    const at = store.askedAt(ref.flowId);
    const { renewBefore } = this.healthOf(store);
    // A moment in the future: the clock was set back since, and everything would seem older for ever.
    const isDue = at < renewBefore && renewBefore <= Date.now();
    return (at === 0 || isDue) && !this.outstanding.has(keyOf(ref));
  }

  private async read({ ref, store }: Next, signal: AbortSignal): Promise<void> {
    const health = this.healthOf(store);
    const options: CallOptions = { lane: 'background', signal };
    this.outstanding.add(keyOf(ref));
    try {
      await store.read(ref.flowId, options);
      health.failures = 0;
    } catch (error) {
      if (isCancelled(error)) health.done = nothingDone;
      else this.noteFailure(health, situationOf(error));
    } finally {
      this.outstanding.delete(keyOf(ref));
    }
    this.wake();
  }

  private noteFailure(health: Health, situation: Situation | undefined): void {
    if (concernsAccount(situation)) health.pausedUntil = Infinity;
    if (!passing.includes(situation)) return;
    const pause = Math.min(FIRST_PAUSE * 2 ** health.failures++, LONGEST_PAUSE);
    health.pausedUntil = performance.now() + pause * (0.75 + Math.random() / 2);
  }

  private healthOf(store: FlowStore): Health {
    let health = this.health.get(store);
    if (health === undefined) {
      health = { failures: 0, pausedUntil: 0, renewBefore: 0, done: nothingDone };
      this.health.set(store, health);
    }
    return health;
  }
}

const nothingDone = { list: [], count: 0 };

const keyOf = (ref: FlowRef): string => `${spaceKey(ref)}/${ref.flowId}`;
