import type { Behaviour } from './behaviour';
import type { Clock } from './clock';
import type { Faults } from './faults';
import type { Quota } from './quota';
import type { Random } from './random';
import type { Requests } from './requests';
import type { SecondWriter } from './secondWriter';
import type { State } from './state';

/** What the sites share. */
export interface World {
  readonly state: State;
  readonly behaviour: Behaviour;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly requests: Requests;
  readonly quota: Quota;
  /** For request ids; apart from the state's, so that flows and keys do not depend on who asked first. */
  readonly random: Random;
  /** The file store's objects by key. */
  readonly objects: Map<string, StoredObject>;
  /** What CAMS has fetched, by FilePath. */
  readonly fetched: Map<string, string>;
  readonly secondWriter: SecondWriter;
  /** Every change of a flow's JSON, in the order in which they took effect. */
  readonly jsonChanges: JsonChange[];
  /** `http://host:port`, known when all sites listen. */
  ossOrigin: string;
  /** Where the file store really listens: the same, unless links call it by another name. */
  ossListens: string;
  previewOrigin: string;
}

export interface JsonChange {
  readonly flowId: string;
  readonly by: 'client' | 'secondWriter';
  /** What it overwrote. */
  readonly before: string | undefined;
  readonly after: string;
}

export interface StoredObject {
  bytes: Uint8Array;
  contentType: string;
}
