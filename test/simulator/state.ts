import type { Random } from './random';

/** A key pair as a client gives it. */
export interface Keys {
  accessKeyId: string;
  accessKeySecret: string;
  securityToken?: string;
}

/** A key pair as the gateway knows it. */
export interface AccessKey extends Keys {
  /** RAM actions it may call, e.g. `cams:Get*`; ['*'] may do everything. */
  allow: string[];
  principal: 'Account' | 'SubUser' | 'AssumedRoleUser';
  /** Name of the RAM user, or role and session. */
  name: string;
  disabled?: boolean;
  /** When the token ends, by the simulator's clock, in milliseconds since 1970. */
  expires?: number;
  /** Keys of GetChatappUploadAuthorization: objects under this prefix, on the file store only. */
  uploadDirectory?: string;
}

interface Role {
  name: string;
  allow: string[];
  /** Seconds. */
  maxDuration: number;
  externalId?: string;
}

type FlowStatus = 'DRAFT' | 'PUBLISHED' | 'DEPRECATED' | 'THROTTLED' | 'BLOCKED' | (string & {});

export interface StoredFlow {
  id: string;
  name: string;
  categories: string[];
  status: FlowStatus;
  /** The text of its Flow JSON. */
  json?: string;
  /** What was published last: those who got the flow go on with it, whatever becomes of the draft. */
  live?: string;
  /** What GetFlowJSONAssest still gives, and how often. */
  stale?: { json: string | undefined; reads: number };
  endpointUri?: string;
  /** By the simulator's clock. */
  created: number;
  /** Every preview link it ever had that was not taken back. */
  previews: { token: string; expires: number }[];
}

export interface StoredSpace {
  /** CustSpaceId. */
  id: string;
  instanceId: string;
  name: string;
  channelType: string;
  state: string;
  /** By id, oldest first. */
  flows: Map<string, StoredFlow>;
}

export interface StoredAccount {
  /** The account's number. */
  id: string;
  name: string;
  subscribed: boolean;
  keys: AccessKey[];
  roles: Role[];
  spaces: StoredSpace[];
}

/** What CAMS would keep: accounts, keys, spaces, flows. A test may read and change all of it. */
export class State {
  readonly accounts: StoredAccount[] = [];

  constructor(
    readonly random: Random,
    private readonly now: () => number,
  ) {}

  addAccount(name: string, parts: Partial<StoredAccount> = {}): StoredAccount {
    const account: StoredAccount = {
      id: `5${this.random.text(15, '0123456789')}`,
      name,
      subscribed: true,
      keys: [],
      roles: [],
      spaces: [],
      ...parts,
    };
    this.accounts.push(account);
    return account;
  }

  /** Keys of a RAM user with these rights; with `expires` they are temporary and carry a token. */
  addKey(account: StoredAccount, parts: Partial<AccessKey> = {}): AccessKey {
    const temporary = parts.expires !== undefined;
    const key: AccessKey = {
      accessKeyId: `${temporary ? 'STS.NU' : 'LTAI5t'}${this.random.text(18, LETTERS)}`,
      accessKeySecret: this.random.text(30, LETTERS),
      ...(temporary && { securityToken: `CAIS${this.random.text(96, LETTERS)}` }),
      allow: ['*'],
      principal: temporary ? 'AssumedRoleUser' : 'SubUser',
      name: 'flow-developer',
      ...parts,
    };
    account.keys.push(key);
    return key;
  }

  addSpace(account: StoredAccount, name: string, parts: Partial<StoredSpace> = {}): StoredSpace {
    const space: StoredSpace = {
      id: `cams-${this.random.text(10, LETTERS.toLowerCase())}`,
      instanceId: this.random.text(9, '123456789'),
      name,
      channelType: 'whatsapp',
      state: 'published',
      flows: new Map(),
      ...parts,
    };
    account.spaces.push(space);
    return space;
  }

  addFlow(space: StoredSpace, parts: Partial<StoredFlow> = {}): StoredFlow {
    const flow: StoredFlow = {
      id: this.newFlowId(),
      name: `Flow ${space.flows.size + 1}`,
      categories: ['OTHER'],
      status: 'DRAFT',
      created: this.now(),
      previews: [],
      ...parts,
    };
    if (flow.status !== 'DRAFT') flow.live ??= flow.json;
    space.flows.set(flow.id, flow);
    return flow;
  }

  findKey(accessKeyId: string): { account: StoredAccount; key: AccessKey } | undefined {
    for (const account of this.accounts) {
      const key = account.keys.find((one) => one.accessKeyId === accessKeyId);
      if (key) return { account, key };
    }
    return undefined;
  }

  findFlow(flowId: string): { account: StoredAccount; space: StoredSpace; flow: StoredFlow } | undefined {
    for (const account of this.accounts) {
      for (const space of account.spaces) {
        const flow = space.flows.get(flowId);
        if (flow) return { account, space, flow };
      }
    }
    return undefined;
  }

  /** Like Meta's: digits, too many for a JavaScript number. */
  private newFlowId(): string {
    return this.random.pick(['1', '2', '3', '6', '7', '9']) + this.random.text(16, '0123456789');
  }
}

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';
