import type { Span } from '../../flowjson/text/span';
import type { FlowGraph } from './model';

/** Something that a rule says about a place in the text, and the other places that it names. */
type Complaint = Span & { readonly related: readonly Span[] };

/** What is said about each part of a map: by the keys of nodes and edges; `''` for the flow as a whole. */
export type Complaints<T extends Complaint> = ReadonlyMap<string, readonly T[]>;

/**
 * Finds for each complaint what it is about: the narrowest action, route or screen around its place. One about a screen is
 * also about the ways that it names, such as one that the routing model lacks; one about no part of the map is about all
 * that it names.
 */
export function complaintsAbout<T extends Complaint>(
  { nodes, edges }: FlowGraph,
  complaints: readonly T[],
): Complaints<T> {
  const owners = [...edges, ...nodes].flatMap(({ key, places }) => places.map((place) => ({ key, place })));
  const ways = new Set(edges.map(({ key }) => key));
  const about = new Map<string, T[]>();
  for (const complaint of complaints) {
    const own = ownersOf(owners, complaint);
    const named = own.some((key) => ways.has(key))
      ? []
      : complaint.related.flatMap((place) => ownersOf(owners, place));
    const keys = new Set(own.length === 0 ? named : [...own, ...named.filter((key) => ways.has(key))]);
    for (const key of keys.size === 0 ? [''] : keys) {
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
