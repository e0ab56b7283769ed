import type { Cams } from '../../../../src/cams/cams';
import {
  CredentialsError,
  ExpiredTokenError,
  MalformedAnswerError,
  NetworkError,
  ServiceError,
  ThrottledError,
  withUnknownOutcome,
} from '../../../../src/cams/errors';
import { CancelledError, throwIfCancelled } from '../../../../src/platform/cancellation';
import { as, currentLife, forever, unlessOver } from './lives';
import type { ConsoleAct, Entry, Look, Remote } from './remote';
import { numberOf } from './texts';
import type { VirtualTime } from './virtualTime';

export type Fault =
  | 'none'
  | 'refused'
  | 'throttled'
  | 'expired'
  | 'credentials'
  /** The request never arrives. */
  | 'lostBefore'
  /** The request is carried out, the answer does not come. */
  | 'lostAfter'
  /** As before, and it is carried out only after the program has given up. */
  | 'lostAndLate'
  /** CAMS says OK and does nothing. */
  | 'notTaken'
  /** The keys of the account change while the answer is on its way. */
  | 'renewed';

/** What becomes of one call. */
export interface CallPlan {
  readonly fault: Fault;
  /** Milliseconds until it is carried out. */
  readonly there: number;
  /** Milliseconds until the answer is here. */
  readonly back: number;
  /** What the other person does right before it is carried out. */
  readonly before?: ConsoleAct;
  /** And right after. */
  readonly after?: ConsoleAct;
}

export const smooth: CallPlan = { fault: 'none', there: 20, back: 20 };

export interface Call {
  readonly window: number;
  readonly operation: string;
  readonly flowId: string | undefined;
  readonly at: number;
  readonly fault: Fault;
}

/** The line between the windows and CAMS, with everything that can go wrong on it. */
export class Wire {
  readonly calls: Call[] = [];
  /** The texts of changes to which CAMS said OK. */
  readonly accepted = new Set<number>();
  private changes: CallPlan[] = [];
  private reads: CallPlan[] = [];
  private readonly looks = new Map<string, Look>();
  /** A change leaves. What is given back is called when CAMS carries this one out, with all texts before, oldest first. */
  onSend: (window: number, flowId: string, bytes: Uint8Array) => (before: readonly Entry[]) => void =
    () => () =>
      undefined;
  /** The keys of the accounts become others. */
  renew: () => Promise<void> = async () => undefined;
  /** A window reaches out: it may die before that, or after what it calls when its request has left. */
  reach: (window: number, operation: string) => () => void = () => () => undefined;
  onAnswer: (what: string) => void = () => undefined;
  onConsole: (flowId: string, act: ConsoleAct) => void = () => undefined;

  constructor(
    private readonly time: VirtualTime,
    private readonly remote: Remote,
    /** The flow that the file of an upload is for: files of two flows are told apart by their texts. */
    private readonly flowOf: (number: number | undefined) => string | undefined,
  ) {}

  /** From the next call on. */
  plan(changes: readonly CallPlan[], reads: readonly CallPlan[]): void {
    this.changes = [...changes];
    this.reads = [...reads];
  }

  look(window: number, flowId: string): Look | undefined {
    return this.looks.get(`${window} ${flowId}`);
  }

  /** CAMS as one window reaches it. */
  camsOf(window: number): Cams {
    const cams: Partial<Cams> = {
      getFlow: async (_session, { flowId }, options) => {
        await this.call(window, 'GetFlow', flowId, options?.signal, () => undefined);
        return { flowId, flowName: `Flow ${flowId}`, categories: ['OTHER'], status: 'DRAFT' };
      },
      getFlowJson: async (_session, { flowId }, options) => {
        const operation = 'GetFlowJSONAssest';
        let look: Look | undefined;
        const asset = await this.call(window, operation, flowId, options?.signal, (life) => {
          const { entry, seen } = this.remote.visible(flowId);
          look = { life: life!, at: this.time.now, seen, calls: 0 };
          // What a window had asked before it died, the next one has not learned.
          if (life?.over !== true) this.looks.set(`${window} ${flowId}`, look);
          this.onAnswer(`window ${window} looks at ${flowId}: ${entry?.number}`);
          if (entry === undefined) throw new MalformedAnswerError({ operation, reason: 'noJson' });
          return { bytes: entry.bytes };
        });
        look!.answered = this.time.now;
        return asset;
      },
      storeFlowJson: async (_session, { bytes }, options) => {
        const flowId = this.flowOf(numberOf(bytes));
        await this.call(window, 'GetChatappUploadAuthorization', flowId, options?.signal, () => undefined);
        return this.call(window, 'upload', flowId, options?.signal, () => this.remote.store(bytes));
      },
      updateFlowJson: async (session, { flowId, filePath }, options) => {
        throwIfCancelled(options?.signal);
        await session.credential(options?.signal);
        throwIfCancelled(options?.signal);
        const bytes = this.remote.stored(filePath);
        const number = numberOf(bytes)!;
        const taken = this.onSend(window, flowId, bytes);
        const receipt = await this.call(window, 'UpdateFlowJSONAsset', flowId, options?.signal, () => {
          const before = this.remote.entries(flowId);
          this.remote.put(flowId, bytes, window);
          taken(before);
          return { requestId: `R-${number}` };
        });
        this.accepted.add(number);
        return receipt;
      },
    };
    return cams as Cams;
  }

  private async call<T>(
    window: number,
    operation: string,
    flowId: string | undefined,
    signal: AbortSignal | undefined,
    carryOut: (life: ReturnType<typeof currentLife>) => T,
  ): Promise<T> {
    throwIfCancelled(signal);
    const left = this.reach(window, operation);
    if (currentLife()?.over === true) return forever;
    const isWrite = operation === 'UpdateFlowJSONAsset';
    const plan = (isWrite ? this.changes : this.reads).shift() ?? smooth;
    const look = flowId === undefined ? undefined : this.look(window, flowId);
    if (look !== undefined) look.calls++;
    this.calls.push({ window, operation, flowId, at: this.time.now, fault: plan.fault });
    const life = currentLife();
    // What has left goes on without the window.
    const travelling = as(undefined, () => this.travel(plan, operation, flowId, () => carryOut(life)));
    travelling.catch(() => undefined);
    left();
    return unlessOver(orCancelled(travelling, signal, isWrite));
  }

  private async travel<T>(
    { fault, there, back, before, after }: CallPlan,
    operation: string,
    flowId: string | undefined,
    carryOut: () => T,
  ): Promise<T> {
    const isWrite = operation === 'UpdateFlowJSONAsset';
    const act = (what: ConsoleAct | undefined) => {
      if (what !== undefined && flowId !== undefined) this.onConsole(flowId, what);
    };
    await this.time.sleep(there);
    if (fault !== 'none') this.onAnswer(`${operation}: ${fault}`);
    act(before);
    const facts = { operation, code: fault };
    const lost = () => {
      const error = new NetworkError({ operation, reason: 'timeout' });
      return isWrite ? withUnknownOutcome(error) : error;
    };
    switch (fault) {
      case 'refused':
        throw new ServiceError(facts);
      case 'throttled':
        throw new ThrottledError(facts);
      case 'expired':
        throw new ExpiredTokenError(facts);
      case 'credentials':
        throw new CredentialsError(facts);
      case 'lostBefore':
        await this.time.sleep(back);
        throw lost();
      case 'lostAndLate':
        if (isWrite) this.time.after(back + 5_000, carryOut);
        await this.time.sleep(back);
        throw lost();
      case 'notTaken': {
        if (!isWrite) break;
        await this.time.sleep(back);
        return { requestId: 'R-0' } as T;
      }
      case 'lostAfter':
        carryOut();
        act(after);
        await this.time.sleep(back);
        throw lost();
      case 'renewed':
      case 'none':
    }
    const result = carryOut();
    act(after);
    if (fault === 'renewed') await this.renew();
    await this.time.sleep(back);
    return result;
  }
}

function orCancelled<T>(work: Promise<T>, signal: AbortSignal | undefined, isWrite: boolean): Promise<T> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const stop = () => reject(isWrite ? withUnknownOutcome(new CancelledError()) : new CancelledError());
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject);
  });
}
