import { setMaxListeners } from 'node:events';
import { CancelledError } from '../platform/cancellation';
import { Pace } from './pace';
import type { Lane } from './types';

const LANES: readonly Lane[] = ['person', 'visible', 'background'];

export interface TurnOptions {
  readonly signal?: AbortSignal;
  /** A call that had its turn and was told to come again: before the others of its lane. */
  readonly again?: boolean;
}

/** Leave to send one request now. Every turn must be ended. */
export interface Turn {
  /** Milliseconds the call stood in line. */
  readonly waited: number;
  /** To be called when the request has left this machine, which may be long after its start. */
  readonly sent: () => void;
  /** To be called when nothing more will come; 'throttled' makes everybody pause, and answers how long in ms. */
  readonly end: (outcome: 'accepted' | 'throttled' | 'failed') => number;
}

/**
 * The quota that all callers share: 5 calls a second for each account and operation. A person's call goes
 * before what is visible, and that before the rest; within a lane first come, first served.
 *
 * The account is our own: two keys of one Alibaba Cloud account, other windows and other programs use the same
 * quota unseen. Their part shows as throttled answers, to which `Pace` yields.
 */
export class Quota {
  private readonly lines = new Map<string, Line>();

  /** Waits for a turn. Rejects with CancelledError as soon as the signal aborts. */
  enter(accountId: string, operation: string, lane: Lane, options: TurnOptions = {}): Promise<Turn> {
    const key = `${accountId} ${operation}`;
    let line = this.lines.get(key);
    if (!line) this.lines.set(key, (line = new Line()));
    return line.enter(lane, options);
  }
}

interface Waiting {
  readonly grant: () => void;
}

/** The calls of one account to one operation. */
class Line {
  private readonly pace = new Pace();
  /** Two queues for each lane, in the order they are served. Sets: cancelling one of thousands is cheap. */
  private readonly queues = LANES.flatMap(() => [new Set<Waiting>(), new Set<Waiting>()]);
  private timer: ReturnType<typeof setTimeout> | undefined;

  enter(lane: Lane, { signal, again = false }: TurnOptions): Promise<Turn> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(new CancelledError());
        return;
      }
      const queue = this.queues[LANES.indexOf(lane) * 2 + (again ? 0 : 1)]!;
      const entered = performance.now();
      const onAbort = () => {
        queue.delete(waiting);
        reject(new CancelledError());
      };
      const waiting: Waiting = {
        grant: () => {
          queue.delete(waiting);
          signal?.removeEventListener('abort', onAbort);
          resolve(this.turn(performance.now() - entered));
        },
      };
      if (signal) {
        // Thousands of calls may hang on one signal.
        setMaxListeners(0, signal);
        signal.addEventListener('abort', onAbort, { once: true });
      }
      queue.add(waiting);
      this.serve();
    });
  }

  /** Lets go whoever may, and wakes up when the next one may. */
  private serve(): void {
    clearTimeout(this.timer);
    for (;;) {
      const index = this.queues.findIndex((queue) => queue.size > 0);
      if (index < 0) return;
      const now = performance.now();
      const wait = this.pace.earliest(now, index >= 2) - now;
      if (wait > 0) {
        this.timer = setTimeout(() => this.serve(), Math.ceil(wait));
        return;
      }
      const [first] = this.queues[index]!;
      first!.grant();
    }
  }

  private turn(waited: number): Turn {
    const call = this.pace.start(performance.now());
    return {
      waited,
      sent: () => {
        this.pace.sent(call, performance.now());
        this.serve();
      },
      end: (outcome) => {
        const now = performance.now();
        this.pace.ended(call, now);
        if (outcome === 'accepted') this.pace.accepted(call);
        const pause = outcome === 'throttled' ? this.pace.throttled(call, now) : 0;
        this.serve();
        return pause;
      },
    };
  }
}
