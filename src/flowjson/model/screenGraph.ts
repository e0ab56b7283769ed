/** Which way to walk along the routes. */
export type Direction = 'forward' | 'backward';

type Neighbours = Map<string, Set<string>>;

/** Screens by their ids, and the routes between them; a route counts once, routes to oneself or to nowhere do not. */
export class ScreenGraph {
  private readonly neighbours: Readonly<Record<Direction, Neighbours>>;

  constructor(
    readonly ids: readonly string[],
    routes: readonly { readonly from: string; readonly to: string }[],
  ) {
    const known = new Set(ids);
    const forward: Neighbours = new Map();
    const backward: Neighbours = new Map();
    for (const { from, to } of routes) {
      if (from === to || !known.has(from) || !known.has(to)) continue;
      link(forward, from, to);
      link(backward, to, from);
    }
    this.neighbours = { forward, backward };
  }

  /** The screens one step away: the next ones, or those that lead here. */
  next(id: string, direction: Direction = 'forward'): ReadonlySet<string> {
    return this.neighbours[direction].get(id) ?? none;
  }

  isLinked(id: string): boolean {
    return this.next(id).size > 0 || this.next(id, 'backward').size > 0;
  }

  /** All screens that can be reached from these, these included. */
  reach(from: Iterable<string>, ...directions: readonly Direction[]): Set<string> {
    const reached = new Set(from);
    // A set that grows while it is walked through is walked to its end.
    for (const id of reached) {
      for (const direction of directions) {
        for (const next of this.next(id, direction)) reached.add(next);
      }
    }
    return reached;
  }

  /**
   * The screens from which no way leads to any of the goals. Of screens that only lead to other such screens the last
   * ones: where a new route would help them all.
   */
  astray(goals: Iterable<string>, towards: Direction): string[] {
    const away = towards === 'forward' ? 'backward' : 'forward';
    const fine = this.reach(goals, away);
    const lost = this.ids.filter((id) => !fine.has(id));
    const ends = new Set(lost.filter((id) => this.next(id, towards).size === 0));
    const covered = this.reach(ends, away);
    return lost.filter((id) => !covered.has(id) || ends.has(id));
  }
}

const none: ReadonlySet<string> = new Set();

function link(neighbours: Neighbours, from: string, to: string): void {
  const known = neighbours.get(from);
  if (known) known.add(to);
  else neighbours.set(from, new Set([to]));
}
