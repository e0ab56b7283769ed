import { EventEmitter, l10n, type Memento, type SecretStorage } from 'vscode';
import type { Cams } from '../cams/cams';
import { CredentialsError, situationOf } from '../cams/errors';
import type { CallOptions, Instance, Session } from '../cams/types';
import { CancelledError, isCancelled } from '../platform/cancellation';
import { setContextKey } from '../platform/contextKeys';
import { DisposableStore } from '../platform/disposable';
import { lazy } from '../platform/lazy';
import type { Log } from '../platform/log';
import type { Redactor } from '../platform/redaction';
import { newAccountId } from './accountId';
import { AccountStore, accountIdOf, storageKey, type StoredAccount } from './accountStore';
import { AdviceError } from './adviceError';
import { kindOf, parseKeys, serializeKeys, type Keys } from './keys';
import { createSession, type OpenSession } from './sessions';
import { listInstances, mergeSpaces } from './spaces';
import type { Account, AccountState } from './types';

export interface AccountsParts {
  readonly state: Memento;
  readonly secrets: SecretStorage;
  readonly cams: () => Promise<Cams>;
  readonly redactor: Redactor;
  readonly log: Log;
}

/** What a sign-in has found out. */
export interface NewAccount {
  readonly label: string;
  readonly keys: Keys;
  readonly region: string;
  readonly endpoint: string;
  /** The spaces that CAMS listed; absent when the key may not list them. */
  readonly instances?: readonly Instance[];
}

/** Keys that are not stored yet, and where they will be used. */
export interface Candidate {
  readonly keys: Keys;
  readonly endpoint: string;
}

/** Who we are to an account since the last change of its keys. One object for each change. */
interface SignIn {
  readonly session: () => Promise<OpenSession>;
  /** What SecretStorage held when the keys were read or written. */
  stored?: string;
}

/** The accounts that are signed in, and the only way from here to CAMS. */
export class Accounts extends DisposableStore {
  private readonly store: AccountStore;
  private readonly signIns = new Map<string, SignIn>();
  private readonly changed = this.register(new EventEmitter<void>());

  /** Accounts, spaces or a state changed. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly parts: AccountsParts) {
    super();
    this.store = new AccountStore(parts.state);
    this.register(
      parts.secrets.onDidChange(({ key }) => {
        const accountId = accountIdOf(key);
        if (accountId !== undefined) this.inBackground(this.noticeStoredKeys(accountId));
      }),
    );
    setContextKey('camsFlows.signedIn', this.all.length > 0);
  }

  /** Public parts only, in the order of sign-in. */
  get all(): readonly Account[] {
    return this.store.list();
  }

  get(accountId: string): Account | undefined {
    return this.store.get(accountId);
  }

  /**
   * The way to CAMS for everybody. Refused or expired keys become the account's state, a success makes
   * it 'ready' again. An answer that comes after the account was changed or signed out is dropped:
   * CancelledError. Without keys: CredentialsError, with the code 'SignedOut' or 'MissingKeys'.
   */
  async call<T>(accountId: string, operation: (cams: Cams, session: Session) => Promise<T>): Promise<T> {
    const signIn = this.signInOf(accountId);
    let session: OpenSession | undefined;
    try {
      session = await signIn.session();
      const result = await operation(await this.parts.cams(), session);
      this.requireCurrent(accountId, signIn);
      this.setState(accountId, 'ready');
      return result;
    } catch (error) {
      if (isCancelled(error)) throw error;
      this.requireCurrent(accountId, signIn);
      if (situationOf(error) === 'expiredToken') session?.forget();
      const state = stateAfter(error);
      if (state !== undefined) this.setState(accountId, state);
      throw error;
    }
  }

  /** A call with keys that are not stored. Nothing of it stays but what the redactor learns. */
  async try<T>(candidate: Candidate, operation: (cams: Cams, session: Session) => Promise<T>): Promise<T> {
    const { endpoint, keys } = candidate;
    const session = createSession(this.parts, { accountId: newAccountId(), endpoint }, keys);
    return operation(await this.parts.cams(), session);
  }

  /** Stores an account and its keys. */
  async signIn({ label, keys, region, endpoint, instances }: NewAccount): Promise<Account> {
    const id = newAccountId();
    const account: StoredAccount = {
      id,
      label,
      ...publicPartOf(keys),
      region,
      endpoint,
      spaces: mergeSpaces({ spaces: [], removedSpaces: [] }, instances ?? []),
      spaceListing: instances === undefined ? 'refused' : 'listed',
      state: 'ready',
      removedSpaces: [],
    };
    // First the public part: when the keys arrive, other windows look for it.
    await this.store.put(account);
    try {
      await this.storeKeys(account, keys);
    } catch (error) {
      this.signIns.delete(id);
      await this.store.delete(id);
      throw error;
    }
    this.fireChange();
    return account;
  }

  /** Replaces the keys of an account; spaces, label and endpoint stay. */
  async renew(accountId: string, keys: Keys, instances?: readonly Instance[]): Promise<void> {
    const account = this.stored(accountId);
    await this.storeKeys(account, keys);
    await this.store.put({
      ...account,
      ...publicPartOf(keys),
      spaces: instances === undefined ? account.spaces : mergeSpaces(account, instances),
      spaceListing: instances === undefined ? account.spaceListing : 'listed',
      state: 'ready',
    });
    this.fireChange();
  }

  /** What the account signs with now. Reads SecretStorage: only for what a person has just asked for. */
  async keysOf(accountId: string): Promise<Keys> {
    return (await this.readKeys(accountId)).keys;
  }

  async rename(accountId: string, label: string): Promise<void> {
    await this.change(accountId, () => ({ label }));
  }

  async signOut(accountId: string): Promise<void> {
    this.signIns.delete(accountId);
    await this.parts.secrets.delete(storageKey(accountId));
    await this.store.delete(accountId);
    this.fireChange();
  }

  /** Also removes keys that belong to no account any more. */
  async signOutAll(): Promise<void> {
    this.signIns.clear();
    for (const key of await this.parts.secrets.keys()) {
      if (accountIdOf(key) !== undefined) await this.parts.secrets.delete(key);
    }
    for (const { id } of this.all) await this.store.delete(id);
    this.fireChange();
  }

  /** Lists the spaces anew. That the key may not is remembered with the account: no failure for a person. */
  async refreshSpaces(accountId: string, options?: CallOptions): Promise<void> {
    try {
      const instances = await this.call(accountId, (cams, session) => listInstances(cams, session, options));
      await this.change(accountId, (account) => ({
        spaces: mergeSpaces(account, instances),
        spaceListing: 'listed',
      }));
    } catch (error) {
      if (situationOf(error) !== 'permission') throw error;
      this.parts.log.info('the key may not list spaces (cams:ListInstance)');
      await this.change(accountId, () => ({ spaceListing: 'refused' }));
    }
  }

  /** Adds a space by its ID, or gives a known one this label. */
  async addSpace(accountId: string, id: string, label: string): Promise<void> {
    await this.change(accountId, ({ spaces, removedSpaces }) => ({
      spaces: [...spaces.filter((space) => space.id !== id), { id, label, origin: 'added' }],
      removedSpaces: removedSpaces.filter((space) => space !== id),
    }));
  }

  async renameSpace(accountId: string, spaceId: string, label: string): Promise<void> {
    await this.change(accountId, ({ spaces }) => ({
      spaces: spaces.map((space) => (space.id === spaceId ? { ...space, label, renamed: true } : space)),
    }));
  }

  /** The space stays away, even if CAMS goes on listing it, until it is added by its ID. */
  async removeSpace(accountId: string, spaceId: string): Promise<void> {
    await this.change(accountId, ({ spaces, removedSpaces }) => ({
      spaces: spaces.filter((space) => space.id !== spaceId),
      removedSpaces: [...new Set([...removedSpaces, spaceId])],
    }));
  }

  private signInOf(accountId: string): SignIn {
    const account = this.stored(accountId);
    const known = this.signIns.get(accountId);
    if (known !== undefined) return known;
    const signIn: SignIn = {
      session: lazy(async () => {
        const { keys, text } = await this.readKeys(accountId);
        signIn.stored = text;
        return createSession(this.parts, { accountId, endpoint: account.endpoint }, keys);
      }),
    };
    this.signIns.set(accountId, signIn);
    return signIn;
  }

  private async readKeys(accountId: string): Promise<{ keys: Keys; text: string }> {
    const text = await this.secret(() => this.parts.secrets.get(storageKey(accountId)));
    const keys = text === undefined ? undefined : parseKeys(text);
    if (text === undefined || keys === undefined) {
      throw new CredentialsError({ operation: 'SecretStorage', code: 'MissingKeys' });
    }
    this.parts.redactor.add(keys.accessKeySecret, keys.securityToken, keys.role?.externalId);
    return { keys, text };
  }

  private async storeKeys({ id, endpoint }: Account, keys: Keys): Promise<void> {
    const stored = serializeKeys(keys);
    const session = createSession(this.parts, { accountId: id, endpoint }, keys);
    const before = this.signIns.get(id);
    this.signIns.set(id, { session: () => Promise.resolve(session), stored });
    try {
      await this.secret(() => this.parts.secrets.store(storageKey(id), stored));
    } catch (error) {
      if (before === undefined) this.signIns.delete(id);
      else this.signIns.set(id, before);
      throw error;
    }
  }

  /** SecretStorage has changed, here or in another window: what it says now counts. */
  private async noticeStoredKeys(accountId: string): Promise<void> {
    const before = this.signIns.get(accountId);
    const text = await this.parts.secrets.get(storageKey(accountId));
    if (text === undefined && this.get(accountId) === undefined) return;
    if (text !== undefined && text === before?.stored) return;
    if (this.signIns.get(accountId) === before) this.signIns.delete(accountId);
    if (text === undefined) await this.store.delete(accountId);
    this.parts.log.info(`another window ${text === undefined ? 'signed out of' : 'changed'} an account`);
    this.fireChange();
  }

  private async secret<T>(access: () => Thenable<T>): Promise<T> {
    try {
      return await access();
    } catch (error) {
      this.parts.log.error(`secret storage: ${error instanceof Error ? error.name : 'failed'}`);
      throw new AdviceError(
        l10n.t('The secret storage of this computer does not answer.'),
        l10n.t('Unlock the keyring or password store of your system, then try again.'),
      );
    }
  }

  private stored(accountId: string): StoredAccount {
    const account = this.store.get(accountId);
    if (account !== undefined) return account;
    throw new CredentialsError({ operation: 'SignIn', code: 'SignedOut' });
  }

  private requireCurrent(accountId: string, signIn: SignIn): void {
    if (this.signIns.get(accountId) !== signIn) throw new CancelledError();
  }

  private setState(accountId: string, state: AccountState): void {
    this.inBackground(this.change(accountId, () => ({ state })));
  }

  /** Applies to what is stored now, not to what somebody read before they waited. */
  private async change(
    accountId: string,
    compute: (account: StoredAccount) => Partial<Omit<StoredAccount, 'id'>>,
  ): Promise<void> {
    const before = this.stored(accountId);
    const after = { ...before, ...compute(before) };
    if (JSON.stringify(after) === JSON.stringify(before)) return;
    const written = this.store.put(after);
    this.fireChange();
    await written;
  }

  private fireChange(): void {
    setContextKey('camsFlows.signedIn', this.all.length > 0);
    this.changed.fire();
  }

  private inBackground(work: Promise<void>): void {
    work.catch((error: unknown) => this.parts.log.error(`accounts: ${String(error)}`));
  }
}

function publicPartOf(keys: Keys): Pick<Account, 'kind' | 'accessKeyId' | 'roleArn'> {
  return { kind: kindOf(keys), accessKeyId: keys.accessKeyId, roleArn: keys.role?.arn };
}

function stateAfter(error: unknown): AccountState | undefined {
  switch (situationOf(error)) {
    case 'credentials':
      return 'refused';
    case 'expiredToken':
      return 'expired';
    default:
      return undefined;
  }
}
