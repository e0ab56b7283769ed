import { EventEmitter, window, type Memento, type SecretStorage } from 'vscode';
import type { Cams } from '../cams/cams';
import { CredentialsError, isCamsError, situationOf } from '../cams/errors';
import type { CallOptions, Instance, Session } from '../cams/types';
import { CancelledError, isCancelled } from '../platform/cancellation';
import { setContextKey } from '../platform/contextKeys';
import { DisposableStore } from '../platform/disposable';
import type { Log } from '../platform/log';
import type { Redactor } from '../platform/redaction';
import { newAccountId } from './accountId';
import { AccountStore, type StoredAccount } from './accountStore';
import { kindOf, type Keys } from './keys';
import { KeyStore } from './keyStore';
import { createSession, type OpenSession } from './sessions';
import { SignIns, type SignIn } from './signIns';
import { listInstances, mergeSpaces, withoutSpace, withSpace, withSpaceRenamed } from './spaces';
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
  readonly listing: Listing;
}

/** The spaces that CAMS listed, that the key may not list them, or that nobody has asked. */
export type Listing = readonly Instance[] | 'refused' | 'unknown';

type Operation<T> = (cams: Cams, session: Session) => Promise<T>;

/** The accounts that are signed in, and the only way from here to CAMS. */
export class Accounts extends DisposableStore {
  private readonly store: AccountStore;
  private readonly keyStore: KeyStore;
  private readonly signIns: SignIns;
  /** The accounts that this window has told of. */
  private known: ReadonlySet<string> = new Set();
  private readonly changed = this.register(new EventEmitter<void>());

  /** Accounts, spaces or a state changed. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly parts: AccountsParts) {
    super();
    this.store = new AccountStore(parts.state);
    this.keyStore = new KeyStore(parts.secrets, parts.redactor, parts.log);
    this.signIns = new SignIns(parts, this.keyStore);
    this.register(this.keyStore.onDidChange((id) => this.inBackground(this.noticeStoredKeys(id))));
    this.register(
      window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.noticeLostAccounts();
      }),
    );
    this.look();
  }

  /** Public parts only, in the order of sign-in. */
  get all(): readonly Account[] {
    const accounts = this.store.list();
    if (accounts.length < this.known.size) queueMicrotask(() => this.noticeLostAccounts());
    return accounts;
  }

  get(accountId: string): Account | undefined {
    return this.find(accountId);
  }

  /**
   * The way to CAMS for everybody. Refused or expired keys become the account's state, a success makes
   * it 'ready' again. An answer that comes after the account was changed or signed out is dropped:
   * CancelledError. Without keys: CredentialsError, with the code 'SignedOut' or 'MissingKeys'.
   */
  async call<T>(accountId: string, operation: Operation<T>): Promise<T> {
    const signIn = this.signIns.of(this.stored(accountId));
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
      const situation = situationOf(error);
      if (situation === 'credentials') this.setState(accountId, 'refused');
      if (situation === 'expiredToken') {
        session?.forget();
        this.setState(accountId, 'expired');
      }
      throw error;
    }
  }

  /** A call with keys that are not stored: nothing of it stays but what the redactor learns. */
  async callWith<T>(keys: Keys, endpoint: string, operation: Operation<T>): Promise<T> {
    const session = createSession(this.parts, { accountId: newAccountId(), endpoint }, keys);
    return operation(await this.parts.cams(), session);
  }

  async signIn({ label, keys, region, endpoint, listing }: NewAccount): Promise<Account> {
    const account: StoredAccount = {
      id: newAccountId(),
      label,
      ...publicPartOf(keys),
      region,
      endpoint,
      state: 'ready',
      removedSpaces: [],
      ...listed({ spaces: [], removedSpaces: [] }, listing),
    };
    await this.keep(account, keys);
    return account;
  }

  /** Replaces the keys of an account; label, endpoint and what the person did to its spaces stay. */
  async renew(accountId: string, keys: Keys, listing: Listing): Promise<void> {
    const account = this.stored(accountId);
    await this.keep({ ...account, ...publicPartOf(keys), ...listed(account, listing), state: 'ready' }, keys);
  }

  /** What the account signs with now. Reads SecretStorage: only for what a person has just asked for. */
  async keysOf(accountId: string): Promise<Keys> {
    return (await this.keyStore.read(accountId)).keys;
  }

  async rename(accountId: string, label: string): Promise<void> {
    await this.change(accountId, () => ({ label }));
  }

  async signOut(accountId: string): Promise<void> {
    await this.forget([accountId]);
  }

  /** Also removes keys whose account is lost. */
  async signOutAll(): Promise<void> {
    const stored = await this.keyStore.list();
    await this.forget(new Set([...stored, ...this.all.map(({ id }) => id)]));
  }

  /** Lists the spaces anew. That the key may not is remembered with the account: no failure for a person. */
  async refreshSpaces(accountId: string, options?: CallOptions): Promise<void> {
    try {
      const instances = await this.call(accountId, (cams, session) => listInstances(cams, session, options));
      await this.change(accountId, (account) => listed(account, instances));
    } catch (error) {
      if (!isListingRefused(error)) throw error;
      await this.change(accountId, (account) => listed(account, 'refused'));
    }
  }

  /** Adds a space by its ID ('' for the default space); a known one gets the label. */
  async addSpace(accountId: string, spaceId: string, label: string): Promise<void> {
    await this.change(accountId, (account) => withSpace(account, spaceId, label));
  }

  async renameSpace(accountId: string, spaceId: string, label: string): Promise<void> {
    await this.change(accountId, (account) => withSpaceRenamed(account, spaceId, label));
  }

  /** The space stays away, even if CAMS goes on listing it, until it is added by its ID. */
  async removeSpace(accountId: string, spaceId: string): Promise<void> {
    await this.change(accountId, (account) => withoutSpace(account, spaceId));
  }

  /** The public part goes first: when the keys arrive, other windows look for it. */
  private async keep(account: StoredAccount, keys: Keys): Promise<void> {
    const { id } = account;
    const before = this.store.get(id);
    const undo = this.signIns.replace(account, keys);
    try {
      await this.store.put(account);
      await this.keyStore.write(id, keys);
    } catch (error) {
      undo();
      await (before === undefined ? this.store.delete(id) : this.store.put(before));
      throw error;
    }
    this.fireChange();
  }

  /** Keys first: an account without keys can be seen and signed out again, keys without an account cannot. */
  private async forget(accountIds: Iterable<string>): Promise<void> {
    const ids = [...accountIds];
    this.known = new Set([...this.known].filter((id) => !ids.includes(id)));
    try {
      for (const id of ids) {
        this.signIns.forget(id);
        await this.keyStore.delete(id);
        await this.store.delete(id);
      }
    } finally {
      this.fireChange();
    }
  }

  /** SecretStorage has changed, here or in another window: what it says now counts. */
  private async noticeStoredKeys(accountId: string): Promise<void> {
    const before = this.signIns.current(accountId);
    const text = await this.keyStore.peek(accountId);
    if (text === undefined && !this.known.has(accountId)) return;
    if (text !== undefined && text === before?.stored) return;
    if (this.signIns.current(accountId) === before) this.signIns.forget(accountId);
    if (text === undefined) await this.store.delete(accountId);
    this.parts.log.info(`another window ${text === undefined ? 'signed out of' : 'changed'} an account`);
    this.fireChange();
  }

  /**
   * Where VS Code runs in a browser, a window does not hear of secrets that another one deletes. But the account
   * is gone from the state that they share: seen when this window comes to the front, or looks for its accounts.
   */
  private noticeLostAccounts(): void {
    const lost = [...this.known].filter((id) => this.get(id) === undefined);
    if (lost.length === 0) return;
    for (const id of lost) this.signIns.forget(id);
    this.parts.log.info('another window signed out of an account');
    this.fireChange();
  }

  private find(accountId: string): StoredAccount | undefined {
    const account = this.store.get(accountId);
    if (account === undefined && this.known.has(accountId)) queueMicrotask(() => this.noticeLostAccounts());
    return account;
  }

  private stored(accountId: string): StoredAccount {
    const account = this.find(accountId);
    if (account !== undefined) return account;
    throw new CredentialsError({ operation: 'SignIn', code: 'SignedOut' });
  }

  private requireCurrent(accountId: string, signIn: SignIn): void {
    const isCurrent = this.signIns.current(accountId) === signIn && this.get(accountId) !== undefined;
    if (!isCurrent || this.isDisposed) throw new CancelledError();
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
    this.look();
    this.changed.fire();
  }

  private look(): void {
    this.known = new Set(this.all.map(({ id }) => id));
    setContextKey('camsFlows.signedIn', this.known.size > 0);
  }

  private inBackground(work: Promise<void>): void {
    work.catch((error: unknown) => this.parts.log.error(`accounts: ${String(error)}`));
  }
}

function publicPartOf(keys: Keys): Pick<Account, 'kind' | 'accessKeyId' | 'roleArn'> {
  return { kind: kindOf(keys), accessKeyId: keys.accessKeyId, roleArn: keys.role?.arn };
}

function listed(
  account: Pick<StoredAccount, 'spaces' | 'removedSpaces'>,
  listing: Listing,
): Pick<Account, 'spaces' | 'spaceListing'> {
  if (typeof listing === 'string') return { spaces: account.spaces, spaceListing: listing };
  return { spaces: mergeSpaces(account, listing), spaceListing: 'listed' };
}

/** A refusal of ListInstance itself, not of the role behind the account. */
export function isListingRefused(error: unknown): boolean {
  return isCamsError(error) && error.situation === 'permission' && error.operation === 'ListInstance';
}
