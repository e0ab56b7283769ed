import type {
  AuthenticationProviderAuthenticationSessionsChangeEvent,
  AuthenticationSession,
  EventEmitter,
} from 'vscode';
import { DisposableStore } from '../platform/disposable';
import type { Accounts } from './accounts';
import { sessionOf } from './sessionList';
import { signIn } from './signIn';
import type { Account } from './types';

/** Keeps VS Code's Accounts menu up to date, with sign-in and sign-out; `listSessions` tells what is in it. */
export class AccountSessions extends DisposableStore {
  readonly onDidChangeSessions;
  private known: ReadonlyMap<string, Account>;

  constructor(
    private readonly accounts: Accounts,
    private readonly changed: EventEmitter<AuthenticationProviderAuthenticationSessionsChangeEvent>,
  ) {
    super();
    this.onDidChangeSessions = changed.event;
    this.known = byId(accounts.all);
    this.register(accounts.onDidChange(() => this.tellChanges()));
  }

  async createSession(scopes: readonly string[]): Promise<AuthenticationSession> {
    return sessionOf(await signIn(this.accounts), scopes);
  }

  async removeSession(accountId: string): Promise<void> {
    await this.accounts.signOut(accountId);
  }

  /** A state or a space is nothing to VS Code: only accounts that came, went or got another label. */
  private tellChanges(): void {
    const before = this.known;
    const now = byId(this.accounts.all);
    this.known = now;
    const added = [...now.values()].filter(({ id }) => !before.has(id));
    const removed = [...before.values()].filter(({ id }) => !now.has(id));
    const changed = [...now.values()].filter(({ id, label }) => (before.get(id)?.label ?? label) !== label);
    if (added.length + removed.length + changed.length === 0) return;
    const sessions = (list: Account[]) => list.map((account) => sessionOf(account));
    this.changed.fire({ added: sessions(added), removed: sessions(removed), changed: sessions(changed) });
  }
}

function byId(accounts: readonly Account[]): ReadonlyMap<string, Account> {
  return new Map(accounts.map((account) => [account.id, account]));
}
