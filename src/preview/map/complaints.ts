import type { Span } from '../../flowjson/text/span';
import type { FlowGraph } from './model';

/** Something that a rule says about a place in the text. */
type Complaint = Span;

/** What is said about each part of a map: by the keys of nodes and edges; `''` for the flow as a whole. */
export type Complaints<T extends Complaint> = ReadonlyMap<string, readonly T[]>;

/** Finds for each complaint what it is about: the narrowest action, route or screen around its place. */
export function complaintsAbout<T extends Complaint>(
  graph: FlowGraph,
  complaints: readonly T[],
): Complaints<T> {
  const owners = [...graph.edges, ...graph.nodes].flatMap(({ key, places }) =>
    places.map((place) => ({ key, place })),
  );
  const about = new Map<string, T[]>();
  for (const complaint of complaints) {
    const keys = ownersOf(owners, complaint);
    for (const key of keys.length === 0 ? [''] : keys) {
      const known = about.get(key);
      if (known === undefined) about.set(key, [complaint]);
      else known.push(complaint);
    }
  }
  return about;
}

interface Owner {
  readonly key: string;
  readonly place: Span;
}

/** Several where the same place makes several ways: what an endpoint is asked may have many answers. */
function ownersOf(owners: readonly Owner[], { start, end }: Span): string[] {
  let narrowest = Infinity;
  let keys: string[] = [];
  for (const { key, place } of owners) {
    const length = place.end - place.start;
    if (place.start > start || place.end < end || length > narrowest) continue;
    if (length < narrowest) keys = [];
    narrowest = length;
    if (!keys.includes(key)) keys.push(key);
  }
  return keys;
}
