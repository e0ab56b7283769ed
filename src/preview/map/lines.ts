import { rounded, type Point, type Size } from '../../webview/map/drawing/shapes';
import type { LaidOut, Outline } from './layout';

type Edges = LaidOut['edges'];
type Edge = Outline['edges'][number];

/** Lines of the same side of a card keep so far apart, where there is room. */
const apart = 26;
/** So far beside a column a line has come to its height. */
const beside = 8;

/**
 * Leads the ways out of the right side of a card and into the left side of the next, one below the other, and past the
 * cards between them in a straight line. Ways back and ways of a card to itself stay as they are.
 */
export function lead(edges: Outline['edges'], { nodes, edges: drawn }: LaidOut, box: Size): Edges {
  const forward = edges.filter(({ from, to }) => nodes.get(to)!.x >= nodes.get(from)!.x + box.width);
  const line = (edge: Edge): readonly Point[] => drawn.get(edge.key)!.line;
  const starts = ports(
    forward,
    (edge) => edge.from,
    nodes,
    box,
    (edge) => line(edge)[1]!.y,
  );
  const ends = ports(
    forward,
    (edge) => edge.to,
    nodes,
    box,
    (edge) => line(edge).at(-2)!.y,
  );
  const columns = [...new Set([...nodes.values()].map(({ x }) => x))];
  const led = new Map(drawn);
  for (const edge of forward) {
    const [from, to] = [nodes.get(edge.from)!, nodes.get(edge.to)!];
    const start = { x: rounded(from.x + box.width), y: starts.get(edge.key)! };
    const end = { x: to.x, y: ends.get(edge.key)! };
    const between = line(edge)
      .slice(1, -1)
      .filter(({ x }) => x > start.x && x < end.x)
      .flatMap((bend) => past(bend, columns, box));
    led.set(edge.key, { line: [start, ...between, end], label: drawn.get(edge.key)!.label });
  }
  return led;
}

/** A bend within a column of cards becomes a straight line past them. */
function past({ x, y }: Point, columns: readonly number[], { width }: Size): Point[] {
  const column = columns.find((left) => x >= left && x <= left + width);
  if (column === undefined) return [{ x, y }];
  return [column - beside, column + width + beside].map((at) => ({ x: rounded(at), y }));
}

/** Where on its side of a card each edge begins or ends: sorted by where it goes, so that none cross there. */
function ports(
  edges: readonly Edge[],
  side: (edge: Edge) => string,
  nodes: LaidOut['nodes'],
  box: Size,
  height: (edge: Edge) => number,
): ReadonlyMap<string, number> {
  const sides = new Map<string, Edge[]>();
  for (const edge of edges) {
    const known = sides.get(side(edge));
    if (known) known.push(edge);
    else sides.set(side(edge), [edge]);
  }
  const placed = new Map<string, number>();
  for (const [key, all] of sides) {
    const middle = nodes.get(key)!.y + box.height / 2;
    const step = Math.min(apart, (box.height - 40) / all.length);
    all.sort((a, b) => height(a) - height(b));
    all.forEach(({ key: edge }, index) => {
      placed.set(edge, rounded(middle + (index - (all.length - 1) / 2) * step));
    });
  }
  return placed;
}
