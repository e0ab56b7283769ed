import type { AuthenticationProviderSessionOptions, AuthenticationSession, Memento } from 'vscode';
import { AccountStore } from './accountStore';
import type { Account } from './types';

/**
 * The accounts as VS Code's Accounts menu shows them, straight from the state in which they are kept. Part of the entry
 * bundle: VS Code asks as soon as it knows of us, which is no reason to load the program.
 */
export function listSessions(
  state: Memento,
  scopes: readonly string[] | undefined,
  { account }: AuthenticationProviderSessionOptions = {},
): AuthenticationSession[] {
  const sessions = new AccountStore(state).list().map((one) => sessionOf(one, scopes));
  return account === undefined ? sessions : sessions.filter(({ id }) => id === account.id);
}

/** What is given away is never a key. */
export function sessionOf({ id, label }: Account, scopes: readonly string[] = []): AuthenticationSession {
  return { id, accessToken: id, account: { id, label }, scopes };
}
