import { l10n, type Memento } from 'vscode';
import type { Accounts } from '../accounts/accounts';
import { AdviceError } from '../accounts/adviceError';
import type { Account } from '../accounts/types';

/** Asks a person which of these accounts is meant; undefined when they do not say. */
export type AskAccount = (spaceId: string, candidates: readonly Account[]) => Promise<string | undefined>;

const KEY = 'camsFlows.links.accounts';

/**
 * Which account a space of a manifest is reached with: the one that is signed in and has it. A manifest names no
 * accounts, because their ids are of this computer only. Where several have the space, what a person chose counts.
 */
export class SpaceAccounts {
  constructor(
    private readonly accounts: Pick<Accounts, 'all'>,
    private readonly state: Memento,
    private readonly ask: AskAccount,
  ) {}

  /** Undefined when no account has the space, or several and nobody has chosen one. */
  accountOf(spaceId: string): string | undefined {
    const candidates = this.candidates(spaceId);
    const chosen = this.chosen[spaceId];
    return candidates.length === 1 ? candidates[0]?.id : candidates.find(({ id }) => id === chosen)?.id;
  }

  /** Asks where only a person can tell. */
  async choose(spaceId: string): Promise<void> {
    const candidates = this.candidates(spaceId);
    if (candidates.length < 2 || this.accountOf(spaceId) !== undefined) return;
    const accountId = await this.ask(spaceId, candidates);
    if (accountId !== undefined) await this.remember(spaceId, accountId);
  }

  async remember(spaceId: string, accountId: string): Promise<void> {
    if (this.accountOf(spaceId) === accountId) return;
    await this.state.update(KEY, { ...this.chosen, [spaceId]: accountId });
  }

  /** Why a space without an account cannot be reached. */
  missing(spaceId: string): AdviceError {
    if (this.candidates(spaceId).length > 1) {
      return new AdviceError(
        l10n.t('Several accounts have the space {0}.', nameOf(spaceId)),
        l10n.t('Compare, pull or push the file: then you are asked which one is meant.'),
      );
    }
    return new AdviceError(
      l10n.t('No account that is signed in has the space {0}.', nameOf(spaceId)),
      l10n.t('Sign in with an account that has it, or add the space to an account by its ID.'),
    );
  }

  private candidates(spaceId: string): readonly Account[] {
    return this.accounts.all.filter(({ spaces }) => spaces.some(({ id }) => id === spaceId));
  }

  private get chosen(): Readonly<Record<string, unknown>> {
    return this.state.get<Record<string, unknown>>(KEY) ?? {};
  }
}

function nameOf(spaceId: string): string {
  return spaceId === '' ? l10n.t('"default space"') : `"${spaceId}"`;
}
