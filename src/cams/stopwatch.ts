export interface Patience {
  /** Milliseconds without a sign of life. */
  readonly silence: number;
  /** Milliseconds in all. */
  readonly total: number;
}

/** One signal for everything that may end a request early, and the reason afterwards. */
export class Stopwatch {
  private readonly controller = new AbortController();
  private readonly whole: ReturnType<typeof setTimeout>;
  private quiet: ReturnType<typeof setTimeout>;
  private ended: 'cancelled' | 'timeout' | undefined;

  constructor(
    private readonly patience: Patience,
    private readonly cancel: AbortSignal | undefined,
  ) {
    this.whole = setTimeout(this.onTimeout, patience.total);
    this.quiet = setTimeout(this.onTimeout, patience.silence);
    if (cancel?.aborted) this.onCancel();
    else cancel?.addEventListener('abort', this.onCancel, { once: true });
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  get reason(): 'cancelled' | 'timeout' | undefined {
    return this.ended;
  }

  /** Something came: the silence starts anew. */
  alive(): void {
    clearTimeout(this.quiet);
    this.quiet = setTimeout(this.onTimeout, this.patience.silence);
  }

  /** It is over: nothing will end it any more. */
  stop(): void {
    clearTimeout(this.whole);
    clearTimeout(this.quiet);
    this.cancel?.removeEventListener('abort', this.onCancel);
  }

  /** It is over, and what is still open is not wanted. */
  cut(): void {
    this.stop();
    this.controller.abort();
  }

  private readonly onTimeout = () => this.end('timeout');
  private readonly onCancel = () => this.end('cancelled');

  private end(reason: 'cancelled' | 'timeout'): void {
    this.ended ??= reason;
    this.controller.abort();
  }
}
