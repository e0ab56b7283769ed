import type { Accounts } from '../accounts/accounts';
import type { Cams } from '../cams/cams';
import { isOutcomeUnknown, situationOf } from '../cams/errors';
import type { CallOptions, OneFlow, Session } from '../cams/types';
import { sleep } from '../platform/sleep';
import { change } from './change';
import { inSpace, oneFlow } from './requests';
import type { FlowStore } from './flowStore';
import type { Flows } from './flows';
import {
  CreationLostError,
  FlowBusyError,
  FlowChangedError,
  IncompleteFlowError,
  type LostCreation,
} from './lifecycleErrors';
import { alike, changedFields, type Field, type Properties } from './properties';
import { flowsNamed, idsNamed } from './sameName';
import { spaceKey, type Flow, type FlowRef, type SpaceRef } from './types';

interface LifecycleParts {
  readonly accounts: Pick<Accounts, 'call'>;
  readonly flows: Pick<Flows, 'store'>;
}

/** Steps in the life of a flow that take nothing but its ID. */
export type Step = 'publish' | 'deprecate' | 'delete';

/** 'done' as GetFlow confirms; 'accepted' by CAMS, which GetFlow does not show yet or could not be asked. */
export type StepOutcome = 'done' | 'accepted';

export interface Modified {
  /** As GetFlow describes it afterwards; undefined when it could not be asked. */
  readonly flow: Flow | undefined;
  /** What CAMS shows otherwise than it was sent. */
  readonly differing: readonly Field[];
}

export interface ModifyOptions extends CallOptions {
  /** The flow as the person saw it when they decided: CAMS wants it all back. */
  readonly seen: Flow;
}

/** Milliseconds before each look at what has become of a change. The first is at once. */
const LOOKS = [0, 1_000, 2_000, 4_000];

/** How long somebody who has cancelled waits at most to hear what has become of it, in milliseconds. */
const LAST_LOOK = 10_000;

/** Creates, changes and ends flows. The stores learn of it, so that everybody sees it. */
export class Lifecycle {
  private readonly busy = new Set<string>();

  constructor(private readonly parts: LifecycleParts) {}

  /** One piece of work at a time on one flow: the second is refused, with a FlowBusyError. */
  async alone<T>(ref: FlowRef, work: () => Promise<T>): Promise<T> {
    const key = `${spaceKey(ref)}/${ref.flowId}`;
    if (this.busy.has(key)) throw new FlowBusyError();
    this.busy.add(key);
    try {
      return await work();
    } finally {
      this.busy.delete(key);
    }
  }

  /** GetFlow after something else of the flow has changed, its JSON for example: what is under way tells of the flow before. */
  lookAfresh(ref: FlowRef, options?: CallOptions): Promise<Flow> {
    this.store(ref).overtake(ref.flowId);
    return this.look(ref, options);
  }

  /** GetFlow, now. */
  look(ref: FlowRef, options?: CallOptions): Promise<Flow> {
    return this.store(ref).read(ref.flowId, options);
  }

  /**
   * CreateFlow, once. When its answer is lost: CreationLostError, with what `find` takes; it is never sent again unasked.
   */
  async create(space: SpaceRef, wish: Properties, options: CallOptions = {}): Promise<Flow> {
    const { name, categories, endpointUri } = wish;
    const known = this.store(space).flows.filter((flow) => alike(flow.name, name));
    const listed = await idsNamed(this.parts.accounts, space, name, options);
    const before = new Set([...known.map(({ ref }) => ref.flowId), ...listed]);
    const request = { flowName: name, categories, endpointUri: endpointUri || undefined, ...inSpace(space) };
    try {
      const { flowId } = await change(this.parts.accounts, space, (cams, session) =>
        cams.createFlow(session, request, options),
      );
      return this.store(space).created({ flowId, flowName: name, categories });
    } catch (error) {
      throw isOutcomeUnknown(error) ? new CreationLostError({ space, flowName: name, before }, error) : error;
    }
  }

  /** The flow that a lost CreateFlow has made all the same; undefined when CAMS lists none. */
  async find(
    { space, flowName, before }: LostCreation,
    options: CallOptions = {},
  ): Promise<Flow | undefined> {
    for (const wait of LOOKS.slice(0, 3)) {
      await sleep(wait, options.signal);
      for (const summary of await flowsNamed(this.parts.accounts, space, flowName, options)) {
        if (!before.has(summary.flowId)) return this.store(space).created(summary);
      }
    }
    return undefined;
  }

  /**
   * ModifyFlow: what is not in `changes` stays as it is, the endpoint too. A FlowChangedError when CAMS no longer shows
   * what the person saw; nothing is changed then. After a lost answer GetFlow tells.
   */
  async modify(
    ref: FlowRef,
    changes: Partial<Properties>,
    { seen, ...options }: ModifyOptions,
  ): Promise<Modified> {
    const now = await this.look(ref, options);
    const others = changedFields(seen, now);
    if (others.length > 0) throw new FlowChangedError(now, others);
    const { name, categories, endpointUri } = { ...now, ...changes };
    if (!name || !categories?.length) throw new IncompleteFlowError();
    const wanted = { name, categories, endpointUri };
    const request = { flowId: ref.flowId, flowName: name, categories, endpointUri, ...inSpace(ref) };
    try {
      await change(this.parts.accounts, ref, (cams, session) => cams.modifyFlow(session, request, options));
    } catch (error) {
      this.store(ref).overtake(ref.flowId);
      if (!isOutcomeUnknown(error)) throw error;
      const flow = await this.lookAfter(ref, options);
      if (flow === undefined || changedFields(wanted, flow).length > 0) throw error;
      return { flow, differing: [] };
    }
    // Not the endpoint, and no status but that of a draft: whether CAMS takes it, and what it makes of a live flow, GetFlow tells.
    const status = now.status === 'DRAFT' ? now.status : undefined;
    this.store(ref).accepted(ref.flowId, { name, categories, status });
    const flow = await this.lookAfter(ref, options);
    return { flow, differing: flow === undefined ? [] : changedFields(wanted, flow) };
  }

  /** Publishes, deprecates or deletes. After a lost answer GetFlow tells; where it cannot, the error is thrown. */
  async take(step: Step, ref: FlowRef, options: CallOptions = {}): Promise<StepOutcome> {
    try {
      await change(this.parts.accounts, ref, (cams, session) =>
        operations[step](cams, session, oneFlow(ref), options),
      );
    } catch (error) {
      this.store(ref).overtake(ref.flowId);
      if (!isOutcomeUnknown(error) || (await this.outcome(step, ref, options)) !== 'done') throw error;
      if (step === 'delete') await this.store(ref).deleted(ref.flowId);
      return 'done';
    }
    if (step === 'delete') {
      await this.store(ref).deleted(ref.flowId);
      return 'done';
    }
    this.store(ref).accepted(ref.flowId, { status: statusAfter[step] });
    return this.outcome(step, ref, options);
  }

  private store(space: SpaceRef): FlowStore {
    return this.parts.flows.store(space);
  }

  /** Looks until CAMS shows what the step leads to. */
  private async outcome(step: Step, ref: FlowRef, options: CallOptions): Promise<StepOutcome> {
    for (const wait of LOOKS) {
      try {
        if (wait > 0) await sleep(wait, options.signal);
        const { status } = await this.lookOnce(ref, options);
        if (step !== 'delete' && status === statusAfter[step]) return 'done';
      } catch (error) {
        if (step === 'delete' && situationOf(error) === 'notFound') return 'done';
        return 'accepted';
      }
    }
    return 'accepted';
  }

  private lookAfter(ref: FlowRef, options: CallOptions): Promise<Flow | undefined> {
    return this.lookOnce(ref, options).catch(() => undefined);
  }

  /** Who has cancelled a change still wants to hear what has become of it, but not wait for long. */
  private lookOnce(ref: FlowRef, { lane, signal }: CallOptions): Promise<Flow> {
    return this.look(ref, { lane, signal: signal?.aborted ? AbortSignal.timeout(LAST_LOOK) : signal });
  }
}

const statusAfter = { publish: 'PUBLISHED', deprecate: 'DEPRECATED' } as const;

const operations = {
  publish: (cams: Cams, ...call: StepCall) => cams.publishFlow(...call),
  deprecate: (cams: Cams, ...call: StepCall) => cams.deprecateFlow(...call),
  delete: (cams: Cams, ...call: StepCall) => cams.deleteFlow(...call),
} as const;

type StepCall = [Session, OneFlow, CallOptions];
