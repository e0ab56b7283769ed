import * as vscode from 'vscode';
import type { Accounts } from '../accounts/accounts';
import type { CallOptions } from '../cams/types';
import { DisposableStore } from '../platform/disposable';
import type { Log } from '../platform/log';
import { FlowStore } from './flowStore';
import type { Flow, FlowRef, SpaceRef } from './types';

export interface FlowsChange {
  readonly space: SpaceRef;
  /** The flows whose description changed; undefined when the list itself did. */
  readonly flows?: readonly FlowRef[];
}

export interface FlowsParts {
  readonly accounts: Pick<Accounts, 'all' | 'get' | 'call' | 'onDidChange'>;
  /** Where the cache lives: one file for each space. */
  readonly folder: vscode.Uri;
  readonly log: Log;
}

/** What is known of all flows. Nothing is asked of CAMS until somebody calls `read` or a store's `refresh`. */
export class Flows extends DisposableStore {
  private readonly changed = this.register(new vscode.EventEmitter<FlowsChange>());
  readonly onDidChange = this.changed.event;

  constructor(private readonly parts: FlowsParts) {
    super();
  }

  store(space: SpaceRef): FlowStore {
    return new FlowStore(space, this.parts);
  }

  /** What is known now; no request. */
  get(ref: FlowRef): Flow | undefined {
    return this.store(ref).get(ref.flowId);
  }

  /** GetFlow. One request for all who ask at the same time; default lane 'person'. */
  read(ref: FlowRef, options?: CallOptions): Promise<Flow> {
    return this.store(ref).read(ref.flowId, options);
  }
}
