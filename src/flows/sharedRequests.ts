import type { CallOptions, Lane } from '../cams/types';
import { CancelledError } from '../platform/cancellation';
import { unlessCancelled } from './waiting';

type Request<T> = (options: Required<Pick<CallOptions, 'lane' | 'signal'>>) => Promise<T>;

/**
 * One request at a time for one thing, however many ask. Who stops waiting does not disturb the others;
 * when nobody waits any more the request is aborted.
 */
export class SharedRequests<T> {
  private readonly running = new Map<string, SharedRequest<T>>();

  run(key: string, { signal, lane = 'person' }: CallOptions, request: Request<T>): Promise<T> {
    if (signal?.aborted) return Promise.reject(new CancelledError());
    let shared = this.running.get(key);
    if (shared === undefined) {
      const fresh = new SharedRequest(request, () => {
        if (this.running.get(key) === fresh) this.running.delete(key);
      });
      this.running.set(key, (shared = fresh));
    }
    shared.hurry(lane);
    return shared.wait(signal);
  }

  abortAll(): void {
    for (const shared of [...this.running.values()]) shared.abort();
  }
}

const lanes: readonly Lane[] = ['person', 'visible', 'background'];

class SharedRequest<T> {
  private readonly controller = new AbortController();
  private readonly answer: Promise<T>;
  private settle!: { resolve: (value: T) => void; reject: (error: unknown) => void };
  private lane: Lane | undefined;
  private attempts = 0;
  private waiting = 0;

  constructor(
    private readonly request: Request<T>,
    private readonly ended: () => void,
  ) {
    this.answer = new Promise<T>((resolve, reject) => (this.settle = { resolve, reject }));
    this.answer.catch(() => undefined);
  }

  /**
   * Starts the request. When it waits in a slower lane already, it is made once more in this one and the
   * first answer counts: nobody here knows whether the first has left already.
   */
  hurry(lane: Lane): void {
    if (this.lane !== undefined && lanes.indexOf(lane) >= lanes.indexOf(this.lane)) return;
    this.lane = lane;
    this.attempts++;
    this.request({ lane, signal: this.controller.signal }).then(
      (value) => {
        this.settle.resolve(value);
        this.abort();
      },
      (error: unknown) => {
        if (--this.attempts > 0) return;
        this.settle.reject(error);
        this.ended();
      },
    );
  }

  wait(signal: AbortSignal | undefined): Promise<T> {
    this.waiting++;
    return unlessCancelled(this.answer, signal, () => {
      if (--this.waiting === 0) this.abort();
    });
  }

  /** Whoever still waits gets a CancelledError, unless the answer is there. */
  abort(): void {
    this.ended();
    this.settle.reject(new CancelledError());
    this.controller.abort(new CancelledError());
  }
}
