import { EventEmitter, FileSystemError, Uri, workspace, type Memento } from 'vscode';
import type { Account } from '../../../src/accounts/types';
import type { Cams } from '../../../src/cams/cams';
import { CredentialsError } from '../../../src/cams/errors';
import type { CallOptions, FlowDetails, FlowSummary, Lane, Session } from '../../../src/cams/types';
import { Flows, type FlowsChange } from '../../../src/flows/flows';
import type { SpaceRef } from '../../../src/flows/types';
import { CancelledError } from '../../../src/platform/cancellation';
import { silentLog } from '../../../src/platform/log';

export function account(id: string, spaces: readonly string[], change: Partial<Account> = {}): Account {
  return {
    id,
    label: `Account ${id}`,
    kind: 'accessKey',
    accessKeyId: `LTAI000000${id}0000`,
    region: 'ap-southeast-1',
    endpoint: 'https://cams.example',
    spaces: spaces.map((space) => ({ id: space, label: `Space ${space}`, origin: 'listed' })),
    spaceListing: 'listed',
    state: 'ready',
    ...change,
  };
}

/** Accounts whose keys the test plays: `change` is what a sign-in, a renewal or a sign-out does. */
class FakeAccounts {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  readonly refreshed: string[] = [];
  /** What ListInstance does. */
  refreshSpaces: (accountId: string, options?: CallOptions) => Promise<void> = async (accountId) => {
    this.refreshed.push(accountId);
  };

  constructor(
    public all: readonly Account[],
    private readonly cams: Cams,
  ) {}

  get(id: string): Account | undefined {
    return this.all.find((each) => each.id === id);
  }

  async call<T>(id: string, operation: (cams: Cams, session: Session) => Promise<T>): Promise<T> {
    const before = this.get(id);
    if (before === undefined) throw new CredentialsError({ operation: 'SignIn', code: 'SignedOut' });
    const settled = await operation(this.cams, { accountId: id } as Session).then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    if (this.get(id)?.accessKeyId !== before.accessKeyId) throw new CancelledError();
    if ('error' in settled) throw settled.error;
    return settled.value;
  }

  set(...all: Account[]): void {
    this.all = all;
    this.changed.fire();
  }
}

/** A request that waits for the test to answer it. */
interface Pending<A> {
  readonly accountId: string;
  readonly spaceId: string | undefined;
  readonly what: string;
  readonly lane: Lane;
  answer(value: A): Promise<void>;
  fail(error: Error): Promise<void>;
}

/** CAMS with every answer in the test's hand. */
class FakeCams {
  readonly lists: Pending<FlowSummary[]>[] = [];
  readonly reads: Pending<FlowDetails>[] = [];
  /** Everything that was ever asked, in order. */
  readonly asked: string[] = [];

  readonly service = {
    listFlows: (session: Session, request: { index: number; custSpaceId?: string }, options?: CallOptions) =>
      this.wait(this.lists, session, request.custSpaceId, `page ${request.index}`, options),
    getFlow: (session: Session, request: { flowId: string; custSpaceId?: string }, options?: CallOptions) =>
      this.wait(this.reads, session, request.custSpaceId, request.flowId, options),
  } as unknown as Cams;

  private wait<A>(
    queue: Pending<A>[],
    { accountId }: Session,
    spaceId: string | undefined,
    what: string,
    { signal, lane = 'person' }: CallOptions = {},
  ): Promise<A> {
    if (signal?.aborted) return Promise.reject(new CancelledError());
    this.asked.push(what);
    return new Promise((resolve, reject) => {
      const leave = () => {
        const index = queue.indexOf(pending);
        if (index >= 0) queue.splice(index, 1);
        signal?.removeEventListener('abort', abort);
      };
      const abort = () => {
        leave();
        reject(new CancelledError());
      };
      const pending: Pending<A> = {
        accountId,
        spaceId,
        what,
        lane,
        answer: (value) => {
          leave();
          resolve(value);
          return turns();
        },
        fail: (error) => {
          leave();
          reject(error);
          return turns();
        },
      };
      signal?.addEventListener('abort', abort);
      queue.push(pending);
    });
  }
}

/** Lets everything run that waits for nothing but other code. */
export async function turns(): Promise<void> {
  for (let turn = 0; turn < 60; turn++) await Promise.resolve();
}

/** `workspace.fs` in memory. */
export class MemoryDisk {
  readonly files = new Map<string, Uint8Array>();
  writes = 0;

  readonly fs = {
    readFile: async (uri: Uri) => this.need(uri),
    writeFile: async (uri: Uri, bytes: Uint8Array) => {
      this.writes++;
      this.files.set(uri.path, bytes);
    },
    rename: async (from: Uri, to: Uri) => {
      this.files.set(to.path, this.need(from));
      this.files.delete(from.path);
    },
    delete: async (uri: Uri) => {
      const gone = [...this.files.keys()].filter(
        (path) => path === uri.path || path.startsWith(`${uri.path}/`),
      );
      if (gone.length === 0) throw FileSystemError.FileNotFound(uri);
      for (const path of gone) this.files.delete(path);
    },
  };

  constructor() {
    Object.assign(workspace, { fs: this.fs });
  }

  get texts(): string[] {
    return [...this.files.values()].map((bytes) => new TextDecoder().decode(bytes));
  }

  private need(uri: Uri): Uint8Array {
    const bytes = this.files.get(uri.path);
    if (bytes === undefined) throw FileSystemError.FileNotFound(uri);
    return bytes;
  }
}

export class MemoryState implements Memento {
  readonly values = new Map<string, unknown>();
  readonly keys = () => [...this.values.keys()];
  readonly get = <T>(key: string, otherwise?: T) =>
    (this.values.has(key) ? (this.values.get(key) as T) : otherwise) as T;
  readonly update = async (key: string, value: unknown) => {
    if (value === undefined) this.values.delete(key);
    else this.values.set(key, value);
  };
}

export const space: SpaceRef = { accountId: 'a', spaceId: 's1' };
const folder = Uri.file('/storage');

/** Flows over accounts, CAMS, a disk and a memento that the test plays. */
export function house(
  accountList: readonly Account[] = [account('a', ['s1'])],
  { disk = new MemoryDisk(), state = new MemoryState() } = {},
) {
  Object.assign(workspace, { fs: disk.fs });
  const cams = new FakeCams();
  const accounts = new FakeAccounts(accountList, cams.service);
  const open = () => new Flows({ accounts: accounts, folder, state, log: silentLog });
  const flows = open();
  const changes: FlowsChange[] = [];
  flows.onDidChange((change) => changes.push(change));
  return { flows, store: flows.store(space), cams, accounts, disk, state, changes, open };
}

export function summaries(...ids: (string | number)[]): FlowSummary[] {
  return ids.map((id) => ({ flowId: String(id), flowName: `Flow ${id}`, categories: ['OTHER'] }));
}

/** As many as asked for, from number `first`. */
export function many(count: number, first = 1): FlowSummary[] {
  return summaries(...Array.from({ length: count }, (_, index) => first + index));
}
