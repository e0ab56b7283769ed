import { CancelledError } from '../platform/cancellation';

/** Rejects with a CancelledError as soon as the one who waits gives up; the work itself goes on. */
export function unlessCancelled<T>(
  work: Promise<T>,
  signal: AbortSignal | undefined,
  onLeave?: () => void,
): Promise<T> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const leave = () => {
      reject(new CancelledError());
      onLeave?.();
    };
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
