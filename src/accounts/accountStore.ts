import type { Memento } from 'vscode';
import { isEndpoint } from './endpoint';
import { isRecord } from '../platform/record';
import type { Account, AccountState, CredentialKind, Space } from './types';

/** An account as it is kept. */
export interface StoredAccount extends Account {
  /** Listed spaces that the person removed: they stay away when CAMS lists them again. */
  readonly removedSpaces: readonly string[];
}

const PREFIX = 'camsFlows.account.';

/** The key of an account, in the memento as in SecretStorage. */
export const storageKey = (accountId: string): string => PREFIX + accountId;

/** The account that such a key belongs to; undefined for keys of other things. */
export function accountIdOf(key: string): string | undefined {
  const id = key.startsWith(PREFIX) ? key.slice(PREFIX.length) : '';
  return isAccountId(id) ? id : undefined;
}

/**
 * The public parts of all accounts, each under a key of its own. Always read from the memento itself,
 * because VS Code carries other windows' changes into it without saying so.
 */
export class AccountStore {
  private readonly parsed = new WeakMap<object, StoredAccount>();

  constructor(private readonly state: Memento) {}

  /** In the order of sign-in. What is damaged is left out. */
  list(): StoredAccount[] {
    return this.state.keys().flatMap((key) => {
      const id = accountIdOf(key);
      return (id === undefined ? undefined : this.get(id)) ?? [];
    });
  }

  /** The same object as last time unless the account has changed. */
  get(accountId: string): StoredAccount | undefined {
    if (!isAccountId(accountId)) return undefined;
    const raw = this.state.get<unknown>(storageKey(accountId));
    if (!isRecord(raw)) return undefined;
    const known = this.parsed.get(raw);
    if (known !== undefined) return known;
    const account = parseAccount(accountId, raw);
    if (account !== undefined) this.parsed.set(raw, account);
    return account;
  }

  async put({ id, ...rest }: StoredAccount): Promise<void> {
    await this.state.update(storageKey(id), rest);
  }

  async delete(accountId: string): Promise<void> {
    if (this.state.get(storageKey(accountId)) === undefined) return;
    await this.state.update(storageKey(accountId), undefined);
  }
}

function isAccountId(text: string): boolean {
  return /^[a-z0-9]{10}$/.test(text);
}

const kinds: readonly unknown[] = ['accessKey', 'temporary', 'role'] satisfies CredentialKind[];
const states: readonly unknown[] = ['ready', 'expired', 'refused'] satisfies AccountState[];
const listings: readonly unknown[] = ['unknown', 'listed', 'refused'] satisfies Account['spaceListing'][];

function parseAccount(id: string, raw: Readonly<Record<string, unknown>>): StoredAccount | undefined {
  const { label, kind, accessKeyId, roleArn, region, endpoint, spaces, spaceListing, state, removedSpaces } =
    raw;
  if (typeof label !== 'string' || label === '' || typeof accessKeyId !== 'string') return undefined;
  if (typeof region !== 'string' || !isEndpoint(endpoint) || !kinds.includes(kind)) return undefined;
  return {
    id,
    label,
    kind: kind as CredentialKind,
    accessKeyId,
    roleArn: typeof roleArn === 'string' ? roleArn : undefined,
    region,
    endpoint,
    spaces: Array.isArray(spaces) ? spaces.filter(isSpace) : [],
    spaceListing: listings.includes(spaceListing) ? (spaceListing as Account['spaceListing']) : 'unknown',
    state: states.includes(state) ? (state as AccountState) : 'ready',
    removedSpaces: Array.isArray(removedSpaces)
      ? removedSpaces.filter((space) => typeof space === 'string')
      : [],
  };
}

function isSpace(value: unknown): value is Space {
  return (
    isRecord(value) &&
    typeof value.id === 'string' &&
    typeof value.label === 'string' &&
    (value.origin === 'listed' || value.origin === 'added')
  );
}
