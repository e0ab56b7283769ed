import type { Disposable, SecretStorage } from 'vscode';
import { CredentialsError } from '../cams/errors';
import type { Log } from '../platform/log';
import type { Redactor } from '../platform/redaction';
import { accountIdOf, storageKey } from './accountStore';
import { accessSecrets } from './accessSecrets';
import { parseKeys, serializeKeys, type Keys } from './keys';

/** The secret parts of the accounts in VS Code's SecretStorage, each under a key of its own. */
export class KeyStore {
  constructor(
    private readonly secrets: SecretStorage,
    private readonly redactor: Redactor,
    private readonly log: Log,
  ) {}

  /** Tells of every change, also of our own and of other windows'. */
  onDidChange(listener: (accountId: string) => void): Disposable {
    return this.secrets.onDidChange(({ key }) => {
      const accountId = accountIdOf(key);
      if (accountId !== undefined) listener(accountId);
    });
  }

  /** The keys, and the text to compare with `peek`; CredentialsError 'MissingKeys' when there are none. */
  async read(accountId: string): Promise<{ keys: Keys; text: string }> {
    const text = await this.peek(accountId);
    const keys = text === undefined ? undefined : parseKeys(text);
    if (text === undefined || keys === undefined) {
      throw new CredentialsError({ operation: 'SecretStorage', code: 'MissingKeys' });
    }
    this.redactor.add(keys.accessKeySecret, keys.securityToken, keys.role?.externalId);
    return { keys, text };
  }

  peek(accountId: string): Promise<string | undefined> {
    return this.access(() => this.secrets.get(storageKey(accountId)));
  }

  write(accountId: string, keys: Keys): Promise<void> {
    return this.access(() => this.secrets.store(storageKey(accountId), serializeKeys(keys)));
  }

  delete(accountId: string): Promise<void> {
    return this.access(() => this.secrets.delete(storageKey(accountId)));
  }

  /** The accounts that have keys, whether or not they are known otherwise. */
  async list(): Promise<string[]> {
    const keys = await this.access(() => this.secrets.keys());
    return keys.flatMap((key) => accountIdOf(key) ?? []);
  }

  private access<T>(work: () => Thenable<T>): Promise<T> {
    return accessSecrets(work, this.log);
  }
}
