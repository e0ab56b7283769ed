import type { FlowDetails, FlowSummary } from '../cams/types';
import { described, listed, looksDifferent } from './merge';
import type { Flow, FlowRef, SpaceRef } from './types';

/** What is known of the flows of one space. Pure bookkeeping: who asks and who is told is not its business. */
export class FlowTable {
  private readonly known = new Map<string, Flow>();
  /** Made since the listing under way began: it may lack them. */
  private readonly created = new Set<string>();
  /** An ID is never given twice: whatever still shows one of these is out of date. */
  private readonly deleted = new Set<string>();
  private rowsNow: readonly Flow[] | undefined;
  private versionNow = 0;

  constructor(private readonly space: SpaceRef) {}

  /** The flows that were listed or added. The same array until something changes. */
  get rows(): readonly Flow[] {
    this.rowsNow ??= [...this.known.values()].filter(isRow);
    return this.rowsNow;
  }

  /** Another number when other flows are rows. */
  get version(): number {
    return this.versionNow;
  }

  get(flowId: string): Flow | undefined {
    return this.known.get(flowId);
  }

  refOf(flowId: string): FlowRef {
    return { ...this.space, flowId };
  }

  /** What was known before this window opened. */
  restore(flows: readonly Flow[], added: readonly string[]): void {
    for (const flow of flows) this.set(flow);
    for (const id of added) this.setAdded(id, true);
  }

  /** Takes a page of a listing; says whether the list grew, and which of its flows look different now. */
  takePage(page: readonly FlowSummary[], now: number): { longer: boolean; different: FlowRef[] } {
    const different: FlowRef[] = [];
    let longer = false;
    for (const summary of page) {
      if (this.deleted.has(summary.flowId)) continue;
      const before = this.known.get(summary.flowId);
      const flow = listed(this.refOf(summary.flowId), before, summary, now);
      this.set(flow);
      if (before === undefined || !isRow(before)) longer = true;
      else if (looksDifferent(before, flow)) different.push(flow.ref);
    }
    return { longer, different };
  }

  listingBegins(): void {
    this.created.clear();
  }

  /** A listing is complete: what it did not show is gone, unless it was added by ID. */
  keepOnly(listedIds: ReadonlySet<string>): void {
    for (const [id, flow] of this.known) {
      if (flow.listedAt === undefined || listedIds.has(id) || this.created.has(id)) continue;
      if (flow.added) {
        this.set({ ...flow, listedAt: undefined });
      } else {
        this.remove(id);
      }
    }
  }

  /** Takes an answer of GetFlow; says whether the flow looks different now. */
  describe(flowId: string, details: FlowDetails, now: number): { flow: Flow; different: boolean } {
    const before = this.known.get(flowId);
    const flow = described(this.refOf(flowId), before, details, now);
    this.set(flow);
    return { flow, different: looksDifferent(before, flow) };
  }

  /** Takes the answer of CreateFlow. */
  create(summary: FlowSummary, now: number): Flow {
    this.created.add(summary.flowId);
    const flow = listed(this.refOf(summary.flowId), this.known.get(summary.flowId), summary, now);
    this.set(flow);
    return flow;
  }

  /** Takes what CAMS has accepted for a flow. */
  accept(flowId: string, change: Partial<Flow>): Flow {
    const flow = { ...(this.known.get(flowId) ?? { ref: this.refOf(flowId), added: false }), ...change };
    this.set(flow);
    return flow;
  }

  delete(flowId: string): void {
    this.deleted.add(flowId);
    if (this.known.has(flowId)) this.remove(flowId);
  }

  setAdded(flowId: string, added: boolean): void {
    this.set({ ...(this.known.get(flowId) ?? { ref: this.refOf(flowId) }), added });
  }

  private remove(flowId: string): void {
    this.known.delete(flowId);
    this.rowsNow = undefined;
    this.versionNow++;
  }

  private set(flow: Flow): void {
    const before = this.known.get(flow.ref.flowId);
    if ((before !== undefined && isRow(before)) !== isRow(flow)) this.versionNow++;
    this.known.set(flow.ref.flowId, flow);
    this.rowsNow = undefined;
  }
}

const isRow = (flow: Flow): boolean => flow.listedAt !== undefined || flow.added;
