import type { Behaviour } from './behaviour';
import type { Clock } from './clock';
import type { Faults } from './faults';
import type { Requests } from './requests';
import type { SecondWriter } from './secondWriter';
import type { JsonChange, StoredObject } from './world';
import type { AccessKey, Keys, State, StoredAccount } from './state';

export interface SimulatorOptions {
  /** Address to listen on: a loopback one. Default: 127.0.0.1. */
  host?: string;
  /** Port of the CAMS endpoint; default: any free one. */
  port?: number;
  /** What links to the file store begin with, for tests that reach it by another name. Default: where it listens. */
  ossOrigin?: string;
  /** Whether the accounts have sample spaces and flows. Otherwise the main account has one empty space. Default: true. */
  samples?: boolean;
  /** Generates this many flows into a space 'Ten Thousand' of the main account. */
  flows?: number;
  /** Seed of every id, key and token. */
  seed?: number;
  behaviour?: Partial<Behaviour>;
}

/** Ready key pairs. All but `direct`, `manySpaces`, `notSubscribed` and `unknown` belong to the main account. */
export interface Logins {
  /** May do everything; a RAM user. */
  everything: AccessKey;
  /** The account's own key: may do everything but assume roles. */
  root: AccessKey;
  /** `cams:Get*` and `cams:List*`. */
  readOnly: AccessKey;
  /** Everything but ListFlow. */
  withoutListFlow: AccessKey;
  /** Everything but ListInstance. */
  withoutListInstance: AccessKey;
  /** No right at all. */
  nothing: AccessKey;
  /** May call sts:AssumeRole and nothing else; the role is `roleArn`. */
  roleUser: AccessKey;
  disabled: AccessKey;
  /** With a token that lives an hour. */
  temporary: AccessKey;
  /** With a token that has ended. */
  expired: AccessKey;
  /** A direct customer with one space. */
  direct: AccessKey;
  /** An ISV with 130 spaces. */
  manySpaces: AccessKey;
  notSubscribed: AccessKey;
  /** A pair that nobody has. */
  unknown: Keys;
}

/** CAMS, STS, the file store and the preview site on loopback. */
export interface Simulator {
  /** `http://host:port` of CAMS. */
  readonly endpoint: string;
  readonly stsEndpoint: string;
  readonly ossEndpoint: string;
  /** Origin of the preview links. */
  readonly previewOrigin: string;
  /** A pair that may do everything. Same as `logins.everything`. */
  readonly keys: AccessKey;
  readonly logins: Logins;
  readonly roleArn: string;
  /** The main account: an ISV with several spaces. */
  readonly account: StoredAccount;
  readonly state: State;
  readonly requests: Requests;
  readonly faults: Faults;
  /** Somebody else who changes flows, at any moment that a test wants. */
  readonly secondWriter: SecondWriter;
  /** Every change of a flow's JSON, by whomever, in the order in which they took effect. */
  readonly jsonChanges: JsonChange[];
  readonly behaviour: Behaviour;
  readonly clock: Clock;
  /** The file store, by key: `ossEndpoint/key` is a link to read one. */
  readonly objects: Map<string, StoredObject>;
  /** Ends every connection, also those kept silent by a fault. */
  close(): Promise<void>;
}
