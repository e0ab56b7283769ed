import type { Accounts } from '../accounts/accounts';
import type { CallOptions } from '../cams/types';
import type { Failure } from '../flows/flowStore';
import { isCancelled } from '../platform/cancellation';

interface Answer {
  /** With which key it was asked. */
  readonly accessKeyId: string;
  readonly outcome: 'running' | 'done' | Failure;
}

/** Which accounts were asked for their spaces in this window, and what became of it. */
export class SpaceListings {
  private readonly answers = new Map<string, Answer>();

  constructor(
    private readonly accounts: Pick<Accounts, 'get' | 'refreshSpaces'>,
    private readonly changed: () => void,
  ) {}

  /** 'running', why it failed, or undefined when there is nothing to say. */
  of(accountId: string): 'running' | Failure | undefined {
    const answer = this.answers.get(accountId);
    const isCurrent = answer?.accessKeyId === this.accounts.get(accountId)?.accessKeyId;
    return isCurrent && answer?.outcome !== 'done' ? answer?.outcome : undefined;
  }

  /** Asks once with each key in this window; not where CAMS has refused it before. */
  async askOnce(accountId: string): Promise<void> {
    const account = this.accounts.get(accountId);
    if (account?.state !== 'ready' || account.spaceListing === 'refused') return;
    if (this.answers.get(accountId)?.accessKeyId === account.accessKeyId) return;
    await this.ask(accountId, { lane: 'visible' });
  }

  /** Never rejects: what went wrong is the answer. */
  async ask(accountId: string, options: CallOptions): Promise<void> {
    const accessKeyId = this.accounts.get(accountId)?.accessKeyId;
    if (accessKeyId === undefined || this.of(accountId) === 'running') return;
    const note = (outcome: Answer['outcome']) => this.answers.set(accountId, { accessKeyId, outcome });
    note('running');
    try {
      await this.accounts.refreshSpaces(accountId, options);
      note('done');
    } catch (error) {
      if (isCancelled(error)) this.answers.delete(accountId);
      else note({ error, at: Date.now() });
    }
    this.changed();
  }
}
