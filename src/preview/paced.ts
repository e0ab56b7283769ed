import { DisposableStore } from '../platform/disposable';

/** However dear the work is, in milliseconds: what was asked for is not put off for longer. */
const longest = 1500;

/** Does a thing again and again, once for all that ask for it meanwhile; what it costs decides how long it rests. */
export class Paced extends DisposableStore {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private rest: number;

  /** `restAfter`: how long it rests after work of so many milliseconds. */
  constructor(
    private readonly work: () => void,
    private readonly restAfter: (cost: number) => number,
  ) {
    super();
    this.rest = restAfter(0);
    this.register({ dispose: () => clearTimeout(this.timer) });
  }

  /** Once it has rested. */
  ask(): void {
    if (!this.isDisposed) this.timer ??= setTimeout(() => this.now(), this.rest);
  }

  /** At once; what was asked for is done with it. */
  now(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const began = performance.now();
    this.work();
    this.rest = Math.min(longest, this.restAfter(performance.now() - began));
  }
}
