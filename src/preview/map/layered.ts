import { card, type Point, type Size } from '../../webview/map/drawing/shapes';
import type { LaidOut, Outline } from './layout';

const gap = { x: 120, y: 30 };
const margin = 24;
/** A column of hundreds of screens is a wall: it goes on in the next one. */
const mostInColumn = 12;

/**
 * A plain layout for very large maps: columns by the shortest way from the beginning, in the order in which they are met.
 * Cost: linear.
 */
export function layered({ nodes, edges }: Outline, box: Size = card): LaidOut {
  const step = { x: box.width + gap.x, y: box.height + gap.y };
  const placed = new Map<string, Point>();
  let column = 0;
  let tallest = 0;
  for (const rank of ranksOf({ nodes, edges })) {
    for (let from = 0; from < rank.length; from += mostInColumn) {
      const part = rank.slice(from, from + mostInColumn);
      tallest = Math.max(tallest, part.length);
      part.forEach((key, row) => placed.set(key, { x: margin + column * step.x, y: margin + row * step.y }));
      column += 1;
    }
  }
  return {
    nodes: placed,
    edges: new Map(
      edges.map(({ key, from, to }) => [
        key,
        { line: lineOf(placed.get(from)!, placed.get(to)!, box), label: null },
      ]),
    ),
    width: 2 * margin + column * step.x - gap.x,
    height: 2 * margin + tallest * step.y - gap.y,
  };
}

function ranksOf({ nodes, edges }: Outline): string[][] {
  const next = new Map<string, string[]>(nodes.map((key) => [key, []]));
  const isTarget = new Set<string>();
  for (const { from, to } of edges) {
    if (from === to) continue;
    next.get(from)!.push(to);
    isTarget.add(to);
  }
  const seen = new Set<string>();
  const ranks: string[][] = [];
  const walk = (starts: readonly string[]): void => {
    let rank = starts.filter((key) => !seen.has(key));
    for (let depth = 0; rank.length > 0; depth += 1) {
      rank.forEach((key) => seen.add(key));
      (ranks[depth] ??= []).push(...rank);
      rank = [...new Set(rank.flatMap((key) => next.get(key)!))].filter((key) => !seen.has(key));
    }
  };
  walk(nodes.filter((key) => !isTarget.has(key)));
  // Rings that nothing leads to.
  for (const key of nodes) walk([key]);
  return ranks;
}

/** Leaves at the right and arrives at the left; to itself in a loop above the card. */
function lineOf(from: Point, to: Point, box: Size): Point[] {
  if (from === to) {
    const right = from.x + box.width;
    return [
      { x: right, y: from.y + 60 },
      { x: right + 30, y: from.y + 60 },
      { x: right + 30, y: from.y + 100 },
      { x: right, y: from.y + 100 },
    ];
  }
  const start = { x: from.x + box.width, y: from.y + box.height / 2 };
  const end = { x: to.x, y: to.y + box.height / 2 };
  return [start, { x: start.x + 40, y: start.y }, { x: end.x - 40, y: end.y }, end];
}
