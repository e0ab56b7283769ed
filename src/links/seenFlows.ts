import type { Memento } from 'vscode';
import { flowKey } from '../documents/flowUri';
import type { FlowRef } from '../flows/types';
import type { Disposable } from '../platform/disposable';
import type { Log } from '../platform/log';

/** What CAMS had when it was last asked. */
export interface There {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** See `meaningOf`; undefined for a flow without JSON. */
  readonly meaning?: string;
  /** CAMS has no such flow. */
  readonly missing?: true;
}

const KEY = 'camsFlows.links.seen';

/** Those seen longest ago go first. More than a workspace has of linked flows, with some for its other branches. */
const MOST = 5_000;

/** How long a row may wait to be stored, in milliseconds: the state is always stored whole. */
const STORE_WITHIN = 2_000;

/** Remembers what CAMS had across restarts, so that a status needs no request: fingerprints, no texts. */
export class SeenFlows implements Disposable {
  private readonly rows: Map<string, There>;
  /** Why CAMS did not say, the last time. Not worth keeping across a restart. */
  private readonly errors = new Map<string, unknown>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly state: Memento,
    private readonly log: Log,
  ) {
    this.rows = new Map(stored(state.get<unknown>(KEY)));
  }

  get(ref: FlowRef): There | undefined {
    return this.rows.get(flowKey(ref));
  }

  errorOf(ref: FlowRef): unknown {
    return this.errors.get(flowKey(ref));
  }

  set(ref: FlowRef, there: Omit<There, 'at'>): void {
    const key = flowKey(ref);
    this.errors.delete(key);
    this.rows.delete(key);
    this.rows.set(key, { at: Date.now(), ...there });
    this.storeSoon();
  }

  fail(ref: FlowRef, error: unknown): void {
    this.errors.set(flowKey(ref), error);
  }

  /** Nobody knows what CAMS has now. */
  forget(ref: FlowRef): void {
    this.errors.delete(flowKey(ref));
    if (this.rows.delete(flowKey(ref))) this.storeSoon();
  }

  dispose(): void {
    void this.store();
  }

  async store(): Promise<void> {
    if (this.timer === undefined) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    try {
      await this.state.update(KEY, Object.fromEntries([...this.rows].slice(-MOST)));
    } catch (error) {
      this.log.warn(`what CAMS had could not be stored: ${String(error)}`);
    }
  }

  private storeSoon(): void {
    this.timer ??= setTimeout(() => void this.store(), STORE_WITHIN);
  }
}

function stored(value: unknown): [string, There][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, row]): [string, There][] => {
    const { at, meaning, missing } = (row ?? {}) as Record<string, unknown>;
    if (typeof at !== 'number') return [];
    const there = typeof meaning === 'string' ? { at, meaning } : { at };
    return [[key, missing === true ? { ...there, missing } : there]];
  });
}
