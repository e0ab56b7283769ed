import type { Accounts } from '../accounts/accounts';
import type { CallOptions } from '../cams/types';
import type { Failure } from '../flows/flowStore';
import { isCancelled } from '../platform/cancellation';

/** Which accounts were asked for their spaces in this window, and what became of it. */
export class SpaceListings {
  private readonly answers = new Map<string, 'running' | 'done' | Failure>();

  constructor(
    private readonly accounts: Pick<Accounts, 'get' | 'refreshSpaces'>,
    private readonly changed: () => void,
  ) {}

  /** 'running', why it failed, or undefined when there is nothing to say. */
  of(accountId: string): 'running' | Failure | undefined {
    const answer = this.answers.get(accountId);
    return answer === 'done' ? undefined : answer;
  }

  /** Asks once in this window; not where CAMS has refused it before. */
  async askOnce(accountId: string): Promise<void> {
    const account = this.accounts.get(accountId);
    const isHopeless = account?.state !== 'ready' || account.spaceListing === 'refused';
    if (this.answers.has(accountId) || isHopeless) return;
    await this.ask(accountId, { lane: 'visible' });
  }

  /** Never rejects: what went wrong is the answer. */
  async ask(accountId: string, options: CallOptions): Promise<void> {
    if (this.answers.get(accountId) === 'running') return;
    this.answers.set(accountId, 'running');
    try {
      await this.accounts.refreshSpaces(accountId, options);
      this.answers.set(accountId, 'done');
    } catch (error) {
      if (isCancelled(error)) this.answers.delete(accountId);
      else this.answers.set(accountId, { error, at: Date.now() });
    }
    this.changed();
  }
}
