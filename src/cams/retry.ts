import { sleep } from '../platform/sleep';
import { isCamsError, type AnyCamsError } from './errors';

/** How often to ask at most. Throttling is patient: it is not a fault, and the quota spaces the attempts. */
const ATTEMPTS = { throttled: 6, transient: 3, timeout: 2 };

const FIRST_WAIT = 400;

interface RetryOptions {
  /** What is attempted: an error of another step within it (the keys of a role) was repeated there already. */
  readonly operation: string;
  readonly signal?: AbortSignal;
  /** Every attempt stands in the line of a quota, which pauses by itself after a throttled answer. */
  readonly queued?: boolean;
  readonly onRetry: (error: AnyCamsError, wait: number) => void;
}

/**
 * Repeats a read that failed for a reason that may pass. `attempt` must sign anew each time: the service refuses a
 * signature that it has seen (SignatureNonceUsed). Never use it for a write: an answer that got lost does not
 * mean that nothing was done. Putting the same file under the same name again is as harmless as reading.
 */
export async function retryRead<T>(
  attempt: (again: boolean) => Promise<T>,
  { operation, signal, queued = false, onRetry }: RetryOptions,
): Promise<T> {
  for (let count = 1; ; count++) {
    try {
      return await attempt(count > 1);
    } catch (error) {
      if (!isCamsError(error) || error.operation !== operation) throw error;
      if (count >= attemptsFor(error, queued)) throw error;
      // After a throttled answer the quota holds everybody back; waiting here too would only lose the turn.
      const wait =
        queued && error.situation === 'throttled'
          ? 0
          : FIRST_WAIT * 3 ** (count - 1) * (0.5 + Math.random() / 2);
      onRetry(error, wait);
      await sleep(wait, signal);
    }
  }
}

function attemptsFor(error: AnyCamsError, queued: boolean): number {
  switch (error.situation) {
    case 'throttled':
      return queued ? ATTEMPTS.throttled : ATTEMPTS.transient;
    case 'service':
      return isPassing(error) ? ATTEMPTS.transient : 1;
    case 'network':
      if (error.reason === 'timeout') return ATTEMPTS.timeout;
      return error.reason === 'interrupted' || error.reason === 'unreachable' ? ATTEMPTS.transient : 1;
    default:
      return 1;
  }
}

function isPassing({ httpStatus = 0, code = '' }: AnyCamsError): boolean {
  return httpStatus >= 500 || ['InternalError', 'ServiceUnavailable', 'SignatureNonceUsed'].includes(code);
}
