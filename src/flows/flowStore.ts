import type { Accounts } from '../accounts/accounts';
import type { Cams } from '../cams/cams';
import type { CallOptions, FlowDetails, FlowSummary, Lane, Session } from '../cams/types';
import { CancelledError, isCancelled, throwIfCancelled } from '../platform/cancellation';
import type { AddedFlows } from './addedFlows';
import type { FlowCache } from './flowCache';
import { FlowTable } from './flowTable';
import { listPages, PAGE_SIZE } from './listing';
import { looksDifferent } from './merge';
import { inSpace } from './requests';
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
  /** Called with the flows that look different now, or with nothing when the list or its state changed. */
  readonly changed: (flows?: readonly FlowRef[]) => void;
}

/** Changes are written this many milliseconds after the first of them: later, the more there is to write. */
const saveDelay = (rows: number): number => 2_000 + 2 * rows;

/** The flows of one space, and their only owner: everybody else observes. */
export class FlowStore {
  private readonly table: FlowTable;
  private readonly reads = new SharedRequests<Flow>();
  private readonly failures = new Map<string, Failure>();
  /** How often a flow was changed from here: an answer that was under way meanwhile tells of the flow before. */
  private readonly changes = new Map<string, number>();
  private readonly stop = new AbortController();
  private loading: Promise<void> | undefined;
  private running: Promise<void> | undefined;
  private following: Promise<void> | undefined;
  private saving: NodeJS.Timeout | undefined;
  private listedTime: number | undefined;
  private listFailure: Failure | undefined;

  /** Nothing was listed in this window yet, or not with these keys, or somebody wants it anew. */
  outdated = true;

  constructor(
    readonly space: SpaceRef,
    private readonly parts: FlowStoreParts,
  ) {
    this.table = new FlowTable(space);
  }

  /** The flows of the list: those that CAMS listed and those added by ID. The same array until it changes. */
  get flows(): readonly Flow[] {
    return this.table.rows;
  }

  /** Another number when other flows are in the list. */
  get version(): number {
    return this.table.version;
  }

  get listing(): boolean {
    return this.running !== undefined;
  }

  /** When the last complete listing ended, in milliseconds since 1970. */
  get listedAt(): number | undefined {
    return this.listedTime;
  }

  /** Why the last listing did not come to its end. */
  get failure(): Failure | undefined {
    return this.listFailure;
  }

  /** Whatever is known of a flow, also of one that is not in the list. */
  get(flowId: string): Flow | undefined {
    return this.table.get(flowId);
  }

  /** Why the flow could not be read the last time. */
  failureOf(flowId: string): Failure | undefined {
    return this.failures.get(flowId);
  }

  /**
   * When the flow was last asked for, with or without success, in milliseconds since 1970; 0 for never. A time
   * in the future comes from a clock that was wrong: it counts as long ago.
   */
  askedAt(flowId: string): number {
    const now = Date.now();
    const times = [this.table.get(flowId)?.readAt, this.failures.get(flowId)?.at];
    return Math.max(...times.map((at = 0) => (at > now ? 1 : at)));
  }

  /** The account has other keys: what failed with the old ones says nothing about these. */
  keysChanged(): void {
    this.outdated = true;
    this.listFailure = undefined;
    this.failures.clear();
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
        await this.load();
        const details = await this.detailsNow(flowId, callOptions);
        const { flow, different } = this.table.describe(flowId, details, Date.now());
        const failedBefore = this.failures.delete(flowId);
        if (different || failedBefore) this.changed([flow.ref]);
        else this.saveLater();
        return flow;
      } catch (error) {
        if (!isCancelled(error)) {
          this.failures.set(flowId, { error, at: Date.now() });
          this.changed([this.table.refOf(flowId)]);
        }
        throw error;
      }
    });
  }

  /** CAMS has made this flow: it is in the list. */
  created(summary: FlowSummary): Flow {
    const flow = this.table.create(summary, Date.now());
    this.changed();
    return flow;
  }

  /** CAMS has accepted this for a flow: it shows at once, until GetFlow tells more. */
  accepted(
    flowId: string,
    change: Pick<Partial<Flow>, 'name' | 'categories' | 'endpointUri' | 'status'>,
  ): void {
    this.overtake(flowId);
    const before = this.table.get(flowId);
    const flow = this.table.accept(flowId, change);
    if (looksDifferent(before, flow)) this.changed([flow.ref]);
  }

  /** Whatever is under way tells of the flow before: a change of it has been sent. */
  overtake(flowId: string): void {
    this.changes.set(flowId, (this.changes.get(flowId) ?? 0) + 1);
  }

  /** The flow is no more: it leaves the list. */
  async deleted(flowId: string): Promise<void> {
    this.overtake(flowId);
    this.failures.delete(flowId);
    this.table.delete(flowId);
    this.changed();
    this.changed([this.table.refOf(flowId)]);
    await this.parts.added.remove(this.space, flowId);
  }

  /** Shows a flow in the list that ListFlow may not show, until `forget`. */
  async add(flowId: string): Promise<void> {
    await this.setAdded(flowId, true);
    await this.parts.added.add(this.space, flowId);
  }

  /** Takes back `add`. What CAMS lists stays in the list. */
  async forget(flowId: string): Promise<void> {
    await this.setAdded(flowId, false);
    await this.parts.added.remove(this.space, flowId);
  }

  /** Writes what is not written yet. */
  save(): void {
    if (this.saving === undefined) return;
    clearTimeout(this.saving);
    this.saving = undefined;
    const account = this.parts.accounts.get(this.space.accountId);
    if (!account?.spaces.some(({ id }) => id === this.space.spaceId)) return;
    void this.parts.cache.write(this.space, { flows: this.flows, listedAt: this.listedTime });
  }

  /** From now on nothing changes and no answer counts; whoever waits gets a CancelledError. */
  dispose(): void {
    this.save();
    this.stop.abort(new CancelledError());
    this.reads.abortAll();
  }

  private async readCache(): Promise<void> {
    const cached = await this.parts.cache.read(this.space);
    this.listedTime = cached?.listedAt;
    this.table.restore(cached?.flows ?? [], this.parts.added.ids(this.space));
  }

  /** Asks again when the flow was changed from here since it was asked. */
  private async detailsNow(flowId: string, options: CallOptions): Promise<FlowDetails> {
    for (;;) {
      const change = this.changes.get(flowId);
      const request = { flowId, ...inSpace(this.space) };
      const details = await this.call((cams, session) => cams.getFlow(session, request, options));
      if (this.changes.get(flowId) === change) return details;
    }
  }

  private async setAdded(flowId: string, added: boolean): Promise<void> {
    await this.load();
    this.table.setAdded(flowId, added);
    this.changed();
    this.changed([this.table.refOf(flowId)]);
  }

  private async list(lane: Lane): Promise<void> {
    this.outdated = false;
    try {
      await this.load();
      this.table.listingBegins();
      const ids = await this.takePages(lane);
      this.table.keepOnly(ids);
      this.listedTime = Date.now();
      this.listFailure = undefined;
    } catch (error) {
      if (isCancelled(error)) this.outdated = true;
      else this.listFailure = { error, at: Date.now() };
      throw error;
    }
  }

  /** Shows each page as it arrives; answers with the ids of them all. */
  private async takePages(lane: Lane): Promise<ReadonlySet<string>> {
    const ask = (index: number, signal: AbortSignal) =>
      this.call((cams, session) =>
        cams.listFlows(session, { index, size: PAGE_SIZE, ...inSpace(this.space) }, { lane, signal }),
      );
    const ids = new Set<string>();
    for await (const page of listPages(ask, this.stop.signal)) {
      const { longer, different } = this.table.takePage(page, Date.now());
      for (const { flowId } of page) ids.add(flowId);
      if (longer) this.changed();
      if (different.length > 0) this.changed(different);
    }
    return ids;
  }

  /** An answer that comes after the end of this store is none. */
  private async call<T>(operation: (cams: Cams, session: Session) => Promise<T>): Promise<T> {
    throwIfCancelled(this.stop.signal);
    const answer = await this.parts.accounts.call(this.space.accountId, operation);
    throwIfCancelled(this.stop.signal);
    return answer;
  }

  private changed(flows?: readonly FlowRef[]): void {
    if (this.stop.signal.aborted) return;
    this.saveLater();
    this.parts.changed(flows);
  }

  private saveLater(): void {
    this.saving ??= setTimeout(() => this.save(), saveDelay(this.flows.length));
  }
}
