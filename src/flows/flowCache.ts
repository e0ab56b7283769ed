import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import { isNotFound } from '../platform/files';
import type { Log } from '../platform/log';
import { isRecord } from '../platform/record';
import { sameSpace, type Flow, type SpaceRef } from './types';

export interface CachedSpace {
  readonly flows: readonly Flow[];
  /** When the last complete listing ended, in milliseconds since 1970. */
  readonly listedAt?: number;
}

const FORMAT = 1;

/**
 * What was known of each space, kept across restarts: a file for each space, written and removed one
 * after the other. It holds no secrets and no preview links. A file that cannot be understood counts as none.
 */
export class FlowCache {
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly folder: vscode.Uri,
    private readonly log: Log,
  ) {}

  async read(space: SpaceRef): Promise<CachedSpace | undefined> {
    try {
      const bytes = await vscode.workspace.fs.readFile(this.file(space));
      return parse(space, JSON.parse(new TextDecoder().decode(bytes)));
    } catch (error) {
      if (!isNotFound(error)) this.log.warn(`cache of a space ignored: ${String(error)}`);
      return undefined;
    }
  }

  /** Writes beside and renames, so that no other window reads half a file. */
  write(space: SpaceRef, content: CachedSpace): Promise<void> {
    const file = this.file(space);
    const part = file.with({ path: `${file.path}.${process.pid.toString(36)}.part` });
    return this.queue(async () => {
      await vscode.workspace.fs.writeFile(
        part,
        new TextEncoder().encode(JSON.stringify(plain(space, content))),
      );
      await vscode.workspace.fs.rename(part, file, { overwrite: true });
    });
  }

  remove(space: SpaceRef): Promise<void> {
    return this.queue(() => vscode.workspace.fs.delete(this.file(space)));
  }

  removeAccount(accountId: string): Promise<void> {
    const folder = vscode.Uri.joinPath(this.folder, 'flows', accountId);
    return this.queue(() => vscode.workspace.fs.delete(folder, { recursive: true }));
  }

  /** A cache that cannot be written is no reason to disturb anybody. */
  private queue(task: () => PromiseLike<void>): Promise<void> {
    this.last = this.last.then(task).catch((error: unknown) => {
      if (!isNotFound(error)) this.log.warn(`cache of flows: ${String(error)}`);
    });
    return this.last;
  }

  /** Space ids are not ours: hashed, they fit every file system. */
  private file({ accountId, spaceId }: SpaceRef): vscode.Uri {
    const name = createHash('sha256').update(spaceId).digest('hex').slice(0, 32);
    return vscode.Uri.joinPath(this.folder, 'flows', accountId, `${name}.json`);
  }
}

function plain({ accountId, spaceId }: SpaceRef, { flows, listedAt }: CachedSpace): unknown {
  const rows = flows.map((flow) => ({
    id: flow.ref.flowId,
    name: flow.name,
    categories: flow.categories,
    status: flow.status,
    jsonVersion: flow.jsonVersion,
    dataApiVersion: flow.dataApiVersion,
    endpointUri: mayHoldSecret(flow.endpointUri) ? undefined : flow.endpointUri,
    listedAt: flow.listedAt,
    readAt: flow.readAt,
  }));
  return { format: FORMAT, accountId, spaceId, listedAt, flows: rows };
}

/** People put tokens into the query or the user part of their endpoint. */
function mayHoldSecret(uri: string | undefined): boolean {
  return uri !== undefined && /[?#@]/.test(uri);
}

function parse(space: SpaceRef, value: unknown): CachedSpace | undefined {
  if (!isRecord(value) || value.format !== FORMAT || !Array.isArray(value.flows)) return undefined;
  if (!sameSpace(space, value as unknown as SpaceRef)) return undefined;
  return {
    listedAt: time(value.listedAt),
    flows: (value.flows as unknown[]).flatMap((row) => parseFlow(space, row) ?? []),
  };
}

function parseFlow({ accountId, spaceId }: SpaceRef, row: unknown): Flow | undefined {
  if (!isRecord(row) || typeof row.id !== 'string' || row.id === '') return undefined;
  return {
    ref: { accountId, spaceId, flowId: row.id },
    name: text(row.name),
    categories: Array.isArray(row.categories)
      ? row.categories.filter((item) => typeof item === 'string')
      : undefined,
    status: text(row.status),
    jsonVersion: text(row.jsonVersion),
    dataApiVersion: text(row.dataApiVersion),
    endpointUri: text(row.endpointUri),
    listedAt: time(row.listedAt),
    readAt: time(row.readAt),
    added: false,
  };
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** A time in the future comes from a clock that was wrong. */
const time = (value: unknown): number | undefined =>
  typeof value === 'number' && value > 0 ? Math.min(value, Date.now()) : undefined;
