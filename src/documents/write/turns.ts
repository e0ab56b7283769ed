import { unlessCancelled } from '../../flows/waiting';
import { throwIfCancelled } from '../../platform/cancellation';

/** One piece of work at a time for one thing, in the order in which they came. Who waits may give up. */
export class Turns {
  private readonly last = new Map<string, Promise<void>>();

  async run<T>(key: string, signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
    let end!: () => void;
    const ended = new Promise<void>((resolve) => (end = resolve));
    const before = this.last.get(key);
    const mine = (before ?? Promise.resolve()).then(() => ended);
    this.last.set(key, mine);
    void mine.then(() => this.last.get(key) === mine && this.last.delete(key));
    try {
      if (before !== undefined) await unlessCancelled(before, signal);
      throwIfCancelled(signal);
      return await work();
    } finally {
      end();
    }
  }
}
