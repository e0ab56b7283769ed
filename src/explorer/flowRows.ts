import { env } from 'vscode';
import type { Flow } from '../flows/types';
import { statusLook } from './status';

export const orders = ['name', 'id', 'status'] as const;
export type Order = (typeof orders)[number];

export interface Arrangement {
  readonly order: Order;
  /** Words that a row must contain, all of them; '' for all rows. */
  readonly filter: string;
}

type Compare = (a: Flow, b: Flow) => number;

/**
 * The flows of one space as they stand in the tree. It keeps what it has sorted: a page of new flows or
 * a new status costs a look at each flow and a few comparisons, not a sort.
 */
export class FlowRows {
  private source: readonly Flow[] = [];
  private arrangement: Arrangement | undefined;
  private compare: Compare = () => 0;
  private sorted: Flow[] = [];
  private shown: readonly Flow[] = [];
  private ids: readonly string[] = [];

  get rows(): readonly Flow[] {
    return this.shown;
  }

  /** Brings the rows up to date; true when other flows are shown than before, or in another order. */
  update(source: readonly Flow[], arrangement: Arrangement): boolean {
    if (source === this.source && arrangement === this.arrangement) return false;
    if (arrangement.order !== this.arrangement?.order) {
      this.compare = comparison(arrangement.order);
      this.sorted = [...source].sort(this.compare);
    } else {
      this.sorted = this.merge(source);
    }
    this.source = source;
    this.arrangement = arrangement;
    this.shown = matching(this.sorted, arrangement.filter);
    const before = this.ids;
    this.ids = this.shown.map(({ ref }) => ref.flowId);
    return before.length !== this.ids.length || this.ids.some((id, index) => id !== before[index]);
  }

  private merge(source: readonly Flow[]): Flow[] {
    const current = new Map(source.map((flow) => [flow.ref.flowId, flow]));
    const kept: Flow[] = [];
    for (const before of this.sorted) {
      const now = current.get(before.ref.flowId);
      if (now === undefined || (now !== before && this.compare(now, before) !== 0)) continue;
      kept.push(now);
      current.delete(before.ref.flowId);
    }
    return mergeSorted(kept, [...current.values()].sort(this.compare), this.compare);
  }
}

/** Looks for the place of each new one by halves, as there are few of them among many. */
function mergeSorted(kept: readonly Flow[], fresh: readonly Flow[], compare: Compare): Flow[] {
  const merged: Flow[] = [];
  let from = 0;
  for (const flow of fresh) {
    let low = from;
    let high = kept.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(kept[middle]!, flow) <= 0) low = middle + 1;
      else high = middle;
    }
    for (; from < low; from++) merged.push(kept[from]!);
    merged.push(flow);
  }
  for (; from < kept.length; from++) merged.push(kept[from]!);
  return merged;
}

function comparison(order: Order): Compare {
  const collator = new Intl.Collator(env.language, { numeric: true, sensitivity: 'base' });
  const byId: Compare = (a, b) => compareIds(a.ref.flowId, b.ref.flowId);
  const byName: Compare = (a, b) =>
    collator.compare(a.name ?? a.ref.flowId, b.name ?? b.ref.flowId) || byId(a, b);
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

function matching(flows: readonly Flow[], filter: string): readonly Flow[] {
  const words = filter.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return flows;
  return flows.filter(({ ref, name, status }) => {
    const text = `${name ?? ''}\n${ref.flowId}\n${statusLook(status).word}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}
