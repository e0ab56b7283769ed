import { isCancelled } from '../platform/cancellation';
import type { Log } from '../platform/log';
import { CredentialsError, isCamsError, withUnknownOutcome, type AnyCamsError } from './errors';
import { failureOfBody } from './failures';
import type { Quota } from './quota';
import { retryRead } from './retry';
import type { Json } from './reading';
import type { ApiAnswer, ApiCall, Transport } from './transport';
import type { CallOptions, Session } from './types';

const VERSION = '2020-06-06';

/** One operation of CAMS. */
export interface Operation {
  readonly name: string;
  readonly parameters: ApiCall['parameters'];
  /** Reads are repeated when that may help; writes are sent once. */
  readonly kind: 'read' | 'write';
}

/** Everything a call needs besides its words: a turn in the quota, keys, a signature, patience, a line in the log. */
export class Caller {
  constructor(
    private readonly transport: Transport,
    private readonly quota: Quota,
    private readonly log: Log,
  ) {}

  /** The body of an answer that says OK. Rejects with a CamsError or CancelledError. */
  call(session: Session, operation: Operation, options: CallOptions = {}): Promise<Json> {
    if (operation.kind === 'write') return this.attempt(session, operation, options, false);
    return retryRead((again) => this.attempt(session, operation, options, again), {
      operation: operation.name,
      signal: options.signal,
      queued: true,
      onRetry: (error, wait) =>
        this.log.debug(`${operation.name} again after ${error.situation}, in ${round(wait)} ms`),
    });
  }

  private async attempt(
    session: Session,
    { name, parameters, kind }: Operation,
    { lane = 'person', signal, onSent }: CallOptions,
    again: boolean,
  ): Promise<Json> {
    const turn = await this.quota.enter(session.accountId, name, lane, { signal, again });
    const started = performance.now();
    const tell = (line: string) =>
      this.log.debug(
        `${name} ${line} in ${round(performance.now() - started)} ms, lane ${lane} ${round(turn.waited)} ms`,
      );
    let isUnderWay = false;
    let outcome: 'accepted' | 'throttled' | 'failed' = 'failed';
    try {
      // Only now: keys that were valid before a long wait in line need not be any more.
      const credential = await credentialOf(session, name, signal);
      isUnderWay = !signal?.aborted;
      const answer = await this.transport.send({
        endpoint: session.endpoint,
        credential,
        product: 'cams',
        version: VERSION,
        operation: name,
        parameters,
        signal,
        onSent: () => {
          turn.sent();
          onSent?.();
        },
      });
      requireOk(answer, name);
      outcome = 'accepted';
      tell(`${answer.status} request id ${answer.requestId ?? '-'}`);
      return answer.body;
    } catch (error) {
      if (isCamsError(error)) {
        // Of STS, when a role is assumed for this call: it says nothing of the quota here.
        if (error.operation === name) outcome = outcomeOf(error);
        tell(
          `failed: ${error.situation} ${error.httpStatus ?? '-'} ${error.code ?? '-'} request id ${error.requestId ?? '-'}`,
        );
      }
      throw kind === 'write' && mayBeDone(error, name, isUnderWay) ? withUnknownOutcome(error) : error;
    } finally {
      const pause = turn.end(outcome);
      if (pause > 0) this.log.debug(`${name} pauses for ${round(pause)} ms: throttled`);
    }
  }
}

/** HTTP 200 is not success: only `Code` tells (facts 1.8). Some answers carry `OK` with blanks. */
function requireOk({ status, body, requestId, redact }: ApiAnswer, operation: string): void {
  if (typeof body.Code === 'string' && body.Code.trim().toUpperCase() === 'OK') return;
  throw failureOfBody(body, {
    operation,
    product: 'cams',
    httpStatus: status,
    requestId,
    redact,
  });
}

async function credentialOf(session: Session, operation: string, signal: AbortSignal | undefined) {
  try {
    return await session.credential(signal);
  } catch (error) {
    if (isCamsError(error) || isCancelled(error)) throw error;
    // Whatever kept the keys away may quote them: nothing of it is passed on.
    throw new CredentialsError({ operation, code: 'KeysUnavailable' });
  }
}

/**
 * Whether a failed write may have been carried out: its answer was lost, broken, or not the service's word on it. In
 * doubt it may: Node tells that a request has left only a moment after it has.
 */
function mayBeDone(error: unknown, operation: string, isUnderWay: boolean): error is Error {
  if (isCancelled(error)) return isUnderWay;
  if (!isCamsError(error) || error.operation !== operation) return false;
  switch (error.situation) {
    case 'network':
      return error.reason === 'interrupted' || error.reason === 'timeout';
    case 'service':
      return (error.httpStatus ?? 0) >= 500;
    case 'malformed':
      return error.httpStatus !== undefined;
    default:
      return false;
  }
}

/** Any other refusal by the service shows that the call was within the quota. */
function outcomeOf(error: AnyCamsError): 'accepted' | 'throttled' | 'failed' {
  if (error.situation === 'throttled') return 'throttled';
  return error.requestId === undefined ? 'failed' : 'accepted';
}

function round(milliseconds: number): string {
  return milliseconds.toFixed(0);
}
