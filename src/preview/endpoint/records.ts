import { randomUUID } from 'node:crypto';
import type { SecretStorage } from 'vscode';
import { accessSecrets } from '../../accounts/accessSecrets';
import type { Log } from '../../platform/log';
import type { Redactor } from '../../platform/redaction';
import { addressProblem } from './address';
import type { Target } from './client';
import { readPublicKey } from './keys';

/** All that is secret about an endpoint, or goes with it. */
export interface EndpointRecord {
  /** With its query. */
  readonly url: string;
  /** PEM. */
  readonly publicKey: string;
  /** PEM; only where the pair was made here. */
  readonly privateKey?: string;
  readonly appSecret?: string;
}

const PREFIX = 'camsFlows.ownEndpoint.';

export const newRecordId = (): string => randomUUID();

/** The keys of endpoints in VS Code's SecretStorage, each endpoint's under a key of its own: flows share them. */
export class EndpointRecords {
  constructor(
    private readonly secrets: SecretStorage,
    private readonly redactor: Redactor,
    private readonly log: Log,
  ) {}

  /** Undefined where there is none, or none that is whole. */
  async read(id: string): Promise<EndpointRecord | undefined> {
    const text = await this.access(() => this.secrets.get(PREFIX + id));
    const record = text === undefined ? undefined : parsed(text);
    if (record !== undefined) this.hide(record);
    return record;
  }

  async write(id: string, record: EndpointRecord): Promise<void> {
    this.hide(record);
    await this.access(() => this.secrets.store(PREFIX + id, JSON.stringify(record)));
  }

  async delete(id: string): Promise<void> {
    await this.access(() => this.secrets.delete(PREFIX + id));
  }

  async list(): Promise<(readonly [id: string, record: EndpointRecord])[]> {
    const keys = await this.access(() => this.secrets.keys());
    const ids = keys.filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
    const all = await Promise.all(ids.map(async (id) => [id, await this.read(id)] as const));
    return all.flatMap(([id, record]) => (record === undefined ? [] : [[id, record] as const]));
  }

  /** From here on no log line can show it. */
  private hide({ url, privateKey, appSecret }: EndpointRecord): void {
    const { search, searchParams } = new URL(url);
    this.redactor.add(search.slice(1), ...searchParams.values(), privateKey, appSecret);
  }

  private access<T>(work: () => Thenable<T>): Promise<T> {
    return accessSecrets(work, this.log);
  }
}

/** The endpoint of a record; undefined when its public key is damaged. */
export function targetOf({ url, publicKey, appSecret }: EndpointRecord): Target | undefined {
  const read = readPublicKey(publicKey);
  return 'key' in read ? { url, publicKey: read.key, appSecret } : undefined;
}

function parsed(text: string): EndpointRecord | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { url, publicKey, privateKey, appSecret } = value as Record<string, unknown>;
  if (typeof url !== 'string' || addressProblem(url) !== undefined || typeof publicKey !== 'string')
    return undefined;
  return {
    url,
    publicKey,
    ...(typeof privateKey === 'string' && { privateKey }),
    ...(typeof appSecret === 'string' && { appSecret }),
  };
}
