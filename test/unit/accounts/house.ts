import { EventEmitter, type Memento, type SecretStorage, type SecretStorageChangeEvent } from 'vscode';
import { vi } from 'vitest';
import { Accounts } from '../../../src/accounts/accounts';
import type { Cams } from '../../../src/cams/cams';
import type { Log } from '../../../src/platform/log';
import { Redactor } from '../../../src/platform/redaction';

export const ENDPOINT = 'https://cams.ap-southeast-1.aliyuncs.com';

/** Planted secrets: they may appear nowhere but in SecretStorage and in what is sent. */
export const KEYS = {
  accessKeyId: 'LTAI5tPlantedKeyId00001',
  accessKeySecret: 'planted-secret-0000000000000001',
};
export const TEMPORARY = {
  accessKeyId: 'STS.NUPlantedKeyId000002',
  accessKeySecret: 'planted-secret-0000000000000002',
  securityToken: 'planted-token-00000000000000000000002',
};

/** What all windows of one VS Code share: global state and secrets. As VS Code does, it keeps copies and tells of secrets only. */
export class Storage {
  readonly values = new Map<string, unknown>();
  readonly secretTexts = new Map<string, string>();
  /** Secrets read since the beginning. */
  reads = 0;
  /** Thrown instead of an access to secrets. */
  keyring: Error | undefined;
  private readonly changed = new EventEmitter<SecretStorageChangeEvent>();

  readonly state: Memento = {
    keys: () => [...this.values.keys()],
    get: <T>(key: string, otherwise?: T) => (this.values.has(key) ? (this.values.get(key) as T) : otherwise),
    update: async (key: string, value: unknown) => {
      if (value === undefined) this.values.delete(key);
      else this.values.set(key, JSON.parse(JSON.stringify(value)));
    },
  };

  readonly secrets: SecretStorage = {
    onDidChange: this.changed.event,
    keys: () => this.access(() => [...this.secretTexts.keys()]),
    get: (key) =>
      this.access(() => {
        this.reads++;
        return this.secretTexts.get(key);
      }),
    store: (key, value) =>
      this.access(() => {
        this.secretTexts.set(key, value);
        this.changed.fire({ key });
      }),
    delete: (key) =>
      this.access(() => {
        if (this.secretTexts.delete(key)) this.changed.fire({ key });
      }),
  };

  private async access<T>(work: () => T): Promise<T> {
    await Promise.resolve();
    if (this.keyring !== undefined) throw this.keyring;
    return work();
  }
}

export interface Window {
  readonly accounts: Accounts;
  readonly cams: Cams;
  readonly redactor: Redactor;
  /** Everything that was logged, before redaction. */
  readonly lines: string[];
  /** How often accounts changed. */
  readonly changes: () => number;
}

/** A window of VS Code with its accounts. Operations of CAMS that a test does not give throw. */
export function openWindow(storage: Storage, cams: Partial<Cams> = {}): Window {
  const lines: string[] = [];
  const line = (text: string) => void lines.push(text);
  const log: Log = { trace: line, debug: line, info: line, warn: line, error: line };
  const redactor = new Redactor();
  const service = cams as Cams;
  const { state, secrets } = storage;
  const accounts = new Accounts({ state, secrets, cams: async () => service, redactor, log });
  const listener = vi.fn();
  accounts.onDidChange(listener);
  return { accounts, cams: service, redactor, lines, changes: () => listener.mock.calls.length };
}

/** Signs in without a dialogue. */
export function signIn(
  { accounts }: Window,
  label = 'Samudra',
  keys: Parameters<Accounts['signIn']>[0]['keys'] = KEYS,
) {
  return accounts.signIn({ label, keys, region: 'ap-southeast-1', endpoint: ENDPOINT, listing: 'unknown' });
}

export interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: unknown) => void;
}

export function deferred<T>(): Deferred<T> {
  let resolve!: Deferred<T>['resolve'];
  let reject!: Deferred<T>['reject'];
  const promise = new Promise<T>((...settle) => ([resolve, reject] = settle));
  return { promise, resolve, reject };
}

/** After everything that is under way without a timer. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}
