import * as vscode from 'vscode';
import type { Accounts } from '../accounts/accounts';
import type { CallOptions } from '../cams/types';
import { DisposableStore } from '../platform/disposable';
import type { Log } from '../platform/log';
import { AddedFlows } from './addedFlows';
import { FlowCache } from './flowCache';
import { FlowStore } from './flowStore';
import { spaceKey, type Flow, type FlowRef, type SpaceRef } from './types';

export interface FlowsChange {
  readonly space: SpaceRef;
  /** The flows whose description changed; undefined when the list or its state did. */
  readonly flows?: readonly FlowRef[];
}

export interface FlowsParts {
  readonly accounts: Pick<Accounts, 'all' | 'get' | 'call' | 'onDidChange'>;
  /** Where the cache lives: one file for each space. */
  readonly folder: vscode.Uri;
  /** Where the flows added by ID are remembered. */
  readonly state: vscode.Memento;
  readonly log: Log;
}

/**
 * What is known of all flows: a store for each space. Nothing is asked of CAMS until somebody calls `read`
 * or a store's `refresh`.
 */
export class Flows extends DisposableStore {
  private readonly changed = this.register(new vscode.EventEmitter<FlowsChange>());
  readonly onDidChange = this.changed.event;
  private readonly stores = new Map<string, FlowStore>();
  private readonly cache: FlowCache;
  private readonly added: AddedFlows;
  /** The spaces of all accounts, and what the accounts sign with, as of the last change. */
  private spaces: ReadonlyMap<string, SpaceRef>;
  private keys: ReadonlyMap<string, string>;

  constructor(private readonly parts: FlowsParts) {
    super();
    this.cache = new FlowCache(parts.folder, parts.log);
    this.added = new AddedFlows(parts.state);
    this.spaces = this.currentSpaces();
    this.keys = this.currentKeys();
    this.register(parts.accounts.onDidChange(() => this.followAccounts()));
    this.register({
      dispose: () => {
        for (const store of this.stores.values()) store.dispose();
      },
    });
  }

  store({ accountId, spaceId }: SpaceRef): FlowStore {
    const space = { accountId, spaceId };
    const key = spaceKey(space);
    let store = this.stores.get(key);
    if (store === undefined) {
      store = new FlowStore(space, {
        accounts: this.parts.accounts,
        cache: this.cache,
        added: this.added,
        changed: (flows) => this.changed.fire({ space, flows }),
      });
      this.stores.set(key, store);
    }
    return store;
  }

  /** What is known now; no request. */
  get(ref: FlowRef): Flow | undefined {
    return this.stores.get(spaceKey(ref))?.get(ref.flowId);
  }

  /** GetFlow. One request for all who ask at the same time; default lane: 'person'. */
  read(ref: FlowRef, options?: CallOptions): Promise<Flow> {
    return this.store(ref).read(ref.flowId, options);
  }

  /** A store for each space of each account. */
  all(): FlowStore[] {
    return [...this.spaces.values()].map((space) => this.store(space));
  }

  private followAccounts(): void {
    const [spacesBefore, keysBefore] = [this.spaces, this.keys];
    this.spaces = this.currentSpaces();
    this.keys = this.currentKeys();
    for (const store of this.stores.values()) {
      const key = this.keys.get(store.space.accountId);
      if (key === undefined) this.close(store);
      else if (key !== '' && key !== keysBefore.get(store.space.accountId)) store.keysChanged();
    }
    for (const [key, space] of spacesBefore) if (!this.spaces.has(key)) this.removeSpace(key, space);
    for (const accountId of keysBefore.keys()) if (!this.keys.has(accountId)) this.removeAccount(accountId);
  }

  private removeSpace(key: string, space: SpaceRef): void {
    const store = this.stores.get(key);
    if (store !== undefined) this.close(store);
    void this.cache.remove(space);
    this.changed.fire({ space });
  }

  private removeAccount(accountId: string): void {
    void this.cache.removeAccount(accountId);
    void this.added.removeAccount(accountId);
  }

  private close(store: FlowStore): void {
    store.dispose();
    this.stores.delete(spaceKey(store.space));
  }

  private currentSpaces(): Map<string, SpaceRef> {
    const refs = this.parts.accounts.all.flatMap(({ id, spaces }) =>
      spaces.map((space): SpaceRef => ({ accountId: id, spaceId: space.id })),
    );
    return new Map(refs.map((ref) => [spaceKey(ref), ref]));
  }

  /** The key's id, '' while CAMS refuses it. */
  private currentKeys(): Map<string, string> {
    return new Map(
      this.parts.accounts.all.map(({ id, state, accessKeyId }) => [id, state === 'ready' ? accessKeyId : '']),
    );
  }
}
