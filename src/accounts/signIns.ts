import { lazy } from '../platform/lazy';
import { serializeKeys, type Keys } from './keys';
import type { KeyStore } from './keyStore';
import { createSession, type OpenSession, type SessionParts } from './sessions';
import type { Account } from './types';

/** Who we are to an account since the last change of its keys. One object for each change. */
export interface SignIn {
  /** Reads the keys on first use, once for all who ask at the same time. */
  readonly session: () => Promise<OpenSession>;
  /** What SecretStorage held when the keys were read or written. */
  stored?: string;
}

/** The sign-ins of this window: what an answer is compared with, to see whether it still is for us. */
export class SignIns {
  private readonly signIns = new Map<string, SignIn>();

  constructor(
    private readonly parts: SessionParts,
    private readonly keyStore: KeyStore,
  ) {}

  current(accountId: string): SignIn | undefined {
    return this.signIns.get(accountId);
  }

  /** The current one; a fresh one with the keys of SecretStorage if there is none. */
  of(account: Account): SignIn {
    const known = this.signIns.get(account.id);
    if (known !== undefined) return known;
    const signIn: SignIn = {
      session: lazy(async () => {
        const { keys, text } = await this.keyStore.read(account.id);
        signIn.stored = text;
        return this.open(account, keys);
      }),
    };
    this.signIns.set(account.id, signIn);
    return signIn;
  }

  /** Another one with these keys, which are about to be stored. Returns the way back. */
  replace(account: Account, keys: Keys): () => void {
    const before = this.signIns.get(account.id);
    const session = this.open(account, keys);
    this.signIns.set(account.id, { session: () => Promise.resolve(session), stored: serializeKeys(keys) });
    return () => {
      if (before === undefined) this.signIns.delete(account.id);
      else this.signIns.set(account.id, before);
    };
  }

  forget(accountId: string): void {
    this.signIns.delete(accountId);
  }

  private open({ id: accountId, endpoint }: Account, keys: Keys): OpenSession {
    return createSession(this.parts, { accountId, endpoint }, keys);
  }
}
