/**
 * The simulator's time. Links and tokens expire by it, so that a test can let them expire without waiting.
 * It runs with `Date.now()` and can be moved away from it.
 */
export class Clock {
  private offset = 0;

  /**
   * How far the gateway's clock is from the caller's, in milliseconds. It only decides whether a signed date
   * is within 15 minutes: links can expire without every request being refused as well.
   */
  gatewaySkew = 0;

  /** Milliseconds since 1970. */
  now(): number {
    return Date.now() + this.offset;
  }

  /** What the gateway compares the date of a request with. */
  gatewayNow(): number {
    return Date.now() + this.gatewaySkew;
  }

  set(milliseconds: number): void {
    this.offset = milliseconds - Date.now();
  }

  advance(milliseconds: number): void {
    this.offset += milliseconds;
  }

  reset(): void {
    this.offset = 0;
    this.gatewaySkew = 0;
  }
}
