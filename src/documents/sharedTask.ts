import { CancelledError, throwIfCancelled } from '../platform/cancellation';

interface Running<T> {
  readonly result: Promise<T>;
  readonly controller: AbortController;
  waiting: number;
}

/**
 * One run of a task for everybody who asks for it meanwhile. Each may stop waiting; the run itself is
 * aborted only when nobody is left. A run that somebody without a signal waits for goes to its end.
 */
export class SharedTask<T> {
  private running: Running<T> | undefined;

  constructor(private readonly task: (signal: AbortSignal) => Promise<T>) {}

  async join(signal?: AbortSignal): Promise<T> {
    throwIfCancelled(signal);
    const running = (this.running ??= this.start());
    running.waiting += 1;
    if (signal === undefined) return running.result;

    let leave!: () => void;
    const left = new Promise<never>((_, reject) => {
      leave = () => {
        this.leave(running);
        reject(new CancelledError());
      };
      signal.addEventListener('abort', leave, { once: true });
    });
    try {
      return await Promise.race([running.result, left]);
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }

  private start(): Running<T> {
    const controller = new AbortController();
    const result = this.task(controller.signal).finally(() => this.forget(running));
    const running: Running<T> = { result, controller, waiting: 0 };
    return running;
  }

  private leave(running: Running<T>): void {
    running.waiting -= 1;
    if (running.waiting > 0) return;
    this.forget(running);
    running.controller.abort(new CancelledError());
    running.result.catch(() => undefined);
  }

  private forget(running: Running<T>): void {
    if (this.running === running) this.running = undefined;
  }
}
