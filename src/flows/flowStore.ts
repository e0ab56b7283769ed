import type { Accounts } from '../accounts/accounts';
import type { CallOptions, FlowSummary, Lane } from '../cams/types';
import { CancelledError, isCancelled } from '../platform/cancellation';
import type { AddedFlows } from './addedFlows';
import type { FlowCache } from './flowCache';
import { listPages, PAGE_SIZE } from './listing';
import { described, listed, looksDifferent } from './merge';
import { SharedRequests } from './sharedRequests';
import type { Flow, FlowRef, SpaceRef } from './types';
import { unlessCancelled } from './waiting';

/** Why something could not be had, and when that was. */
export interface Failure {
  readonly error: unknown;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface FlowStoreParts {
  readonly accounts: Pick<Accounts, 'get' | 'call'>;
  readonly cache: FlowCache;
  readonly added: AddedFlows;
  /** Called with the flows whose description changed, or with nothing when the list or its state did. */
  readonly changed: (flows?: readonly FlowRef[]) => void;
}

/** Changes are written this long after the first of them, and longer the more there is to write. */
const saveDelay = (rows: number): number => 2_000 + 2 * rows;

/** The flows of one space, and their only owner: everybody else observes. */
export class FlowStore {
  private readonly known = new Map<string, Flow>();
  private readonly reads = new SharedRequests<Flow>();
  private readonly failures = new Map<string, Failure>();
  private readonly stop = new AbortController();
  private rows: readonly Flow[] | undefined = [];
  private loading: Promise<void> | undefined;
  private running: Promise<void> | undefined;
  private following: Promise<void> | undefined;
  private saving: NodeJS.Timeout | undefined;

  /** When the last complete listing ended, in milliseconds since 1970. */
  listedAt: number | undefined;
  /** Why the last listing did not end. */
  failure: Failure | undefined;
  /** Nothing was listed in this window yet, or with keys that have changed since. */
  outdated = true;

  constructor(
    readonly space: SpaceRef,
    private readonly parts: FlowStoreParts,
  ) {}

  /** The flows of the list: those that CAMS listed and those added by ID. The same array until it changes. */
  get flows(): readonly Flow[] {
    this.rows ??= [...this.known.values()].filter(isRow);
    return this.rows;
  }

  get listing(): boolean {
    return this.running !== undefined;
  }

  /** Whatever is known of a flow, also of one that is not in the list. */
  get(flowId: string): Flow | undefined {
    return this.known.get(flowId);
  }

  /** Why the flow could not be read the last time. */
  failureOf(flowId: string): Failure | undefined {
    return this.failures.get(flowId);
  }

  /** When the flow was last asked for, with or without success, in milliseconds since 1970; 0 for never. */
  askedAt(flowId: string): number {
    return Math.max(this.known.get(flowId)?.readAt ?? 0, this.failures.get(flowId)?.at ?? 0);
  }

  /** Reads the cache, once. Never rejects. */
  load(): Promise<void> {
    this.loading ??= this.readCache();
    return this.loading;
  }

  /**
   * Lists all flows anew. Each page shows as it arrives; a complete listing removes what it lacks.
   * During a listing another one is remembered: it follows, once, whoever asks. Default lane: 'visible'.
   */
  refresh({ signal, lane = 'visible' }: CallOptions = {}): Promise<void> {
    if (this.running === undefined) {
      this.running = this.list(lane).finally(() => {
        this.running = undefined;
        this.changed();
      });
      return unlessCancelled(this.running, signal);
    }
    this.following ??= this.running
      .catch(() => undefined)
      .then(() => {
        this.following = undefined;
        return this.refresh({ lane });
      });
    return unlessCancelled(this.following, signal);
  }

  /** GetFlow: one request for all who ask for the same flow. Default lane: 'person'. */
  read(flowId: string, options: CallOptions = {}): Promise<Flow> {
    return this.reads.run(flowId, options, async (callOptions) => {
      try {
        const request = { flowId, custSpaceId: this.space.spaceId || undefined };
        await this.load();
        const details = await this.parts.accounts.call(this.space.accountId, (cams, session) =>
          cams.getFlow(session, request, callOptions),
        );
        this.throwIfDisposed();
        const flow = described(this.refOf(flowId), this.known.get(flowId), details, Date.now());
        this.put(flow, this.failures.delete(flowId));
        return flow;
      } catch (error) {
        if (!isCancelled(error)) this.noteFailure(flowId, error);
        throw error;
      }
    });
  }

  /** Shows a flow in the list that ListFlow may not show, until `forget`. */
  async add(flowId: string): Promise<void> {
    await this.load();
    this.known.set(flowId, { ...(this.known.get(flowId) ?? { ref: this.refOf(flowId) }), added: true });
    this.changed();
    this.changed([this.refOf(flowId)]);
    await this.parts.added.add(this.space, flowId);
  }

  /** Takes back `add`. What CAMS lists stays in the list. */
  async forget(flowId: string): Promise<void> {
    await this.load();
    const flow = this.known.get(flowId);
    if (flow !== undefined) this.known.set(flowId, { ...flow, added: false });
    this.changed();
    this.changed([this.refOf(flowId)]);
    await this.parts.added.remove(this.space, flowId);
  }

  /** Writes what is not written yet. */
  save(): void {
    if (this.saving === undefined) return;
    clearTimeout(this.saving);
    this.saving = undefined;
    const account = this.parts.accounts.get(this.space.accountId);
    if (!account?.spaces.some(({ id }) => id === this.space.spaceId)) return;
    void this.parts.cache.write(this.space, { flows: this.flows, listedAt: this.listedAt });
  }

  /** From now on nothing changes and no answer counts; whoever waits gets a CancelledError. */
  dispose(): void {
    this.save();
    this.stop.abort(new CancelledError());
    this.reads.abortAll();
  }

  private async readCache(): Promise<void> {
    const cached = await this.parts.cache.read(this.space);
    if (this.stop.signal.aborted) return;
    this.listedAt = cached?.listedAt;
    for (const flow of cached?.flows ?? []) this.known.set(flow.ref.flowId, flow);
    for (const id of this.parts.added.ids(this.space)) {
      this.known.set(id, { ...(this.known.get(id) ?? { ref: this.refOf(id) }), added: true });
    }
    this.rows = undefined;
  }

  private async list(lane: Lane): Promise<void> {
    const { accountId, spaceId } = this.space;
    const seen = new Set<string>();
    this.outdated = false;
    try {
      await this.load();
      this.throwIfDisposed();
      const ask = (index: number, signal: AbortSignal) =>
        this.parts.accounts.call(accountId, (cams, session) =>
          cams.listFlows(
            session,
            { custSpaceId: spaceId || undefined, index, size: PAGE_SIZE },
            { lane, signal },
          ),
        );
      for await (const page of listPages(ask, this.stop.signal)) {
        this.throwIfDisposed();
        this.takePage(page);
        for (const { flowId } of page) seen.add(flowId);
      }
      this.throwIfDisposed();
      this.removeAllBut(seen);
      this.listedAt = Date.now();
      this.failure = undefined;
    } catch (error) {
      if (isCancelled(error)) this.outdated = true;
      else this.failure = { error, at: Date.now() };
      throw error;
    }
  }

  private takePage(page: readonly FlowSummary[]): void {
    const now = Date.now();
    const different: FlowRef[] = [];
    let longer = false;
    for (const summary of page) {
      const before = this.known.get(summary.flowId);
      const flow = listed(this.refOf(summary.flowId), before, summary, now);
      this.known.set(summary.flowId, flow);
      if (before === undefined || !isRow(before)) longer = true;
      else if (looksDifferent(before, flow)) different.push(flow.ref);
    }
    this.rows = undefined;
    if (longer) this.changed();
    if (different.length > 0) this.changed(different);
  }

  private removeAllBut(seen: ReadonlySet<string>): void {
    for (const [id, flow] of this.known) {
      if (flow.listedAt === undefined || seen.has(id)) continue;
      if (flow.added) this.known.set(id, { ...flow, listedAt: undefined });
      else this.known.delete(id);
    }
    this.rows = undefined;
  }

  private put(flow: Flow, failedBefore: boolean): void {
    const before = this.known.get(flow.ref.flowId);
    this.known.set(flow.ref.flowId, flow);
    this.rows = undefined;
    if (failedBefore || looksDifferent(before, flow)) this.changed([flow.ref]);
    else this.saveLater();
  }

  private noteFailure(flowId: string, error: unknown): void {
    if (this.stop.signal.aborted) return;
    this.failures.set(flowId, { error, at: Date.now() });
    this.parts.changed([this.refOf(flowId)]);
  }

  private changed(flows?: readonly FlowRef[]): void {
    if (this.stop.signal.aborted) return;
    if (flows === undefined) this.rows = undefined;
    this.saveLater();
    this.parts.changed(flows);
  }

  private saveLater(): void {
    this.saving ??= setTimeout(() => this.save(), saveDelay(this.flows.length));
  }

  private throwIfDisposed(): void {
    if (this.stop.signal.aborted) throw new CancelledError();
  }

  private refOf(flowId: string): FlowRef {
    return { ...this.space, flowId };
  }
}

const isRow = (flow: Flow): boolean => flow.listedAt !== undefined || flow.added;
