import { env } from 'vscode';
import type { Flow, FlowRef } from '../flows/types';
import { statusLook } from './status';

export const orders = ['name', 'id', 'status'] as const;
export type Order = (typeof orders)[number];

export interface Arrangement {
  readonly order: Order;
  /** Words that a row must contain, all of them; '' for all rows. */
  readonly filter: string;
}

/** What is arranged: a FlowStore, or a part of it. */
export interface Source {
  readonly flows: readonly Flow[];
  /** Another number when other flows are in it. */
  readonly version: number;
}

type Compare = (a: Flow, b: Flow) => number;
type Matches = (flow: Flow) => boolean;

/** A flow as it was when it got its place. */
interface Entry {
  flow: Flow;
}

/**
 * The flows of one space as they stand in the tree. It keeps what it has sorted: a status costs a
 * comparison, a page of new flows a few for each, and only another order costs a sort.
 */
export class FlowRows {
  private readonly entries = new Map<string, Entry>();
  private sorted: readonly Entry[] = [];
  private shown: readonly FlowRef[] = [];
  private arrangement: Arrangement | undefined;
  private compare: Compare = () => 0;
  private matches: Matches = () => true;
  private version: number | undefined;

  /** The rows as of the last `update`. */
  get rows(): readonly FlowRef[] {
    return this.shown;
  }

  /** Whether the rows are still those of the source, as far as can be told without looking at each. */
  isOf(source: Source): boolean {
    return this.version === source.version;
  }

  /** Takes what a flow says now; false when it is no longer in its place and an `update` is due. */
  stays(flow: Flow): boolean {
    const entry = this.entries.get(flow.ref.flowId);
    if (entry === undefined) return true;
    if (this.compare(entry.flow, flow) !== 0 || this.matches(entry.flow) !== this.matches(flow)) return false;
    entry.flow = flow;
    return true;
  }

  update(source: Source, arrangement: Arrangement): void {
    if (arrangement.order !== this.arrangement?.order) {
      this.compare = comparison(arrangement.order);
      this.entries.clear();
      this.sorted = [];
    }
    if (arrangement.filter !== this.arrangement?.filter) this.matches = matching(arrangement.filter);
    this.arrangement = arrangement;
    this.version = source.version;
    this.merge(source.flows);
    this.shown = this.sorted.filter(({ flow }) => this.matches(flow)).map(({ flow }) => flow.ref);
  }

  private merge(flows: readonly Flow[]): void {
    const fresh: Entry[] = [];
    const current = new Set<Entry>();
    for (const flow of flows) {
      const entry = this.entries.get(flow.ref.flowId);
      if (entry === undefined || (entry.flow !== flow && this.compare(entry.flow, flow) !== 0))
        fresh.push({ flow });
      else {
        entry.flow = flow;
        current.add(entry);
      }
    }
    for (const [id, entry] of this.entries) if (!current.has(entry)) this.entries.delete(id);
    for (const entry of fresh) this.entries.set(entry.flow.ref.flowId, entry);
    const kept =
      current.size === this.sorted.length ? this.sorted : this.sorted.filter((entry) => current.has(entry));
    const compareEntries = (a: Entry, b: Entry) => this.compare(a.flow, b.flow);
    this.sorted = mergeSorted(kept, fresh.sort(compareEntries), compareEntries);
  }
}

/** Looks for the place of each new one by halves, as there are mostly few of them among many. */
function mergeSorted<T>(
  kept: readonly T[],
  fresh: readonly T[],
  compare: (a: T, b: T) => number,
): readonly T[] {
  if (fresh.length === 0) return kept;
  const merged: T[] = [];
  let from = 0;
  for (const item of fresh) {
    let low = from;
    let high = kept.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(kept[middle]!, item) <= 0) low = middle + 1;
      else high = middle;
    }
    for (; from < low; from++) merged.push(kept[from]!);
    merged.push(item);
  }
  for (; from < kept.length; from++) merged.push(kept[from]!);
  return merged;
}

function comparison(order: Order): Compare {
  const collator = new Intl.Collator(env.language, { numeric: true, sensitivity: 'base' });
  const byId: Compare = (a, b) => compareIds(a.ref.flowId, b.ref.flowId);
  const byName: Compare = (a, b) => {
    const [nameA, nameB] = [a.name ?? a.ref.flowId, b.name ?? b.ref.flowId];
    return (nameA === nameB ? 0 : collator.compare(nameA, nameB)) || byId(a, b);
  };
  switch (order) {
    case 'id':
      return byId;
    case 'name':
      return byName;
    case 'status':
      return (a, b) => compareStatus(a.status, b.status) || byName(a, b);
  }
}

/** Ids are numbers mostly, and too long for the type. */
function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

function compareStatus(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  return statusLook(a).rank - statusLook(b).rank || ((a ?? '') < (b ?? '') ? -1 : 1);
}

function matching(filter: string): Matches {
  const words = filter.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return () => true;
  return ({ ref, name, status }) => {
    const text = `${name ?? ''}\n${ref.flowId}\n${statusLook(status).word}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  };
}
