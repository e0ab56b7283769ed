import type { Behaviour } from './behaviour';

/**
 * Calls of one account and operation in a sliding second. A refused call does not count against the next
 * (own choice). Time is the monotonic clock as the caller sees it, fake timers included.
 */
export class Quota {
  private readonly admitted = new Map<string, number[]>();
  private refusals = 0;

  constructor(private readonly behaviour: Behaviour) {}

  /** The code to refuse with, in turn; undefined when the call may pass. */
  refuse(accountId: string, action: string): ThrottlingCode | undefined {
    if (!this.behaviour.quota) return undefined;
    const name = `${accountId}/${action}`;
    const now = performance.now();
    const recent = (this.admitted.get(name) ?? []).filter((time) => time > now - 1000 && time <= now);
    this.admitted.set(name, recent);
    if (recent.length >= this.behaviour.quotaPerSecond) return this.nextCode();
    recent.push(now);
    return undefined;
  }

  nextCode(): ThrottlingCode {
    return this.refusals++ % 2 === 0 ? 'Throttling.User' : 'System.LimitControl';
  }
}

export type ThrottlingCode = 'Throttling.User' | 'System.LimitControl';
