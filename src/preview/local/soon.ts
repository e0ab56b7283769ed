import { DisposableStore } from '../../platform/disposable';

/** Does a thing soon: once for all that ask for it meanwhile, and never while it is still being done. */
export class Soon extends DisposableStore {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private busy = false;
  private again = false;

  constructor(private readonly work: () => PromiseLike<unknown> | undefined) {
    super();
    this.register({ dispose: () => clearTimeout(this.timer) });
  }

  ask(): void {
    if (this.isDisposed) return;
    if (this.busy) this.again = true;
    else this.timer ??= setTimeout(() => void this.run(), 0);
  }

  private async run(): Promise<void> {
    this.timer = undefined;
    this.busy = true;
    try {
      await this.work();
    } finally {
      this.busy = false;
    }
    if (!this.again) return;
    this.again = false;
    this.ask();
  }
}
