import type { MapEdge } from '../contract';
import { worstOf } from './drawNode';
import { fitted, widthOf } from './fitting';
import { rounded, type Look, type Point, type Shape } from './shapes';

/** The way from one card to the other, with a mark where it was walked. */
export function drawEdge(edge: MapEdge, leadsDown: boolean): Shape[] {
  const { line, walked } = edge;
  const hasProblem = isComplainedOf(edge);
  const isDashed = !edge.ways.some(({ by }) => by === 'navigate');
  const look: Look = hasProblem
    ? isDashed
      ? 'edge-problem-dashed'
      : 'edge-problem'
    : isDashed
      ? 'edge-dashed'
      : 'edge';
  const d = curve(line, leadsDown);
  return [
    ...(walked ? [{ is: 'path', look: 'walked', d } as const] : []),
    { is: 'path', look, d },
    { is: 'path', look: hasProblem ? 'head-problem' : 'head', d: arrowHead(line, leadsDown) },
  ];
}

/** Whether a rule demands something of it; mere advice is no complaint. */
export function isComplainedOf({ problems }: MapEdge): boolean {
  const worst = worstOf(problems);
  return worst === 'error' || worst === 'warning';
}

/**
 * What triggers it, on a plate.
 *
 * @param size how large it is written: seen from farther away it must be larger
 */
export function drawLabel({ label, line, ways }: MapEdge, size = 9): Shape[] {
  const first = ways.find(({ trigger }) => trigger !== '');
  if (first === undefined) return [];
  const { x, y } = label ?? middleOf(line);
  const height = size + 6;
  const others = new Set(ways.map(({ trigger }) => trigger)).size - 1;
  const rest = others > 0 ? ` +${others}` : '';
  const text = fitted(first.trigger, 44 + size * 5.4 - widthOf(rest) * size, size) + rest;
  const width = widthOf(text) * size + 8;
  return [
    {
      is: 'rect',
      look: 'label-plate',
      x: rounded(x - width / 2),
      y: rounded(y - height / 2),
      width: rounded(width),
      height,
      round: 4,
    },
    { is: 'text', look: 'label', x, y: rounded(y + size * 0.355), size, text, anchor: 'middle' },
  ];
}

function middleOf(line: readonly Point[]): Point {
  const [a, b] = [line[Math.ceil(line.length / 2) - 1]!, line[Math.floor(line.length / 2)]!];
  return { x: rounded((a.x + b.x) / 2), y: rounded((a.y + b.y) / 2) };
}

/** In soft waves where it leads on all the way; else through the middles of its stretches. */
export function curve(line: readonly Point[], leadsDown: boolean): string {
  const [first, ...rest] = line;
  if (first === undefined) return '';
  const isForward = leadsOn(line, leadsDown);
  const steps = rest.map((to, index) => {
    const from = line[index]!;
    const next = rest[index + 1];
    if (isForward) {
      const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
      const [bend, back] = leadsDown
        ? [
            { x: from.x, y },
            { x: to.x, y },
          ]
        : [
            { x, y: from.y },
            { x, y: to.y },
          ];
      return `C${pair(bend)} ${pair(back)} ${pair(to)}`;
    }
    if (next === undefined) return `L${pair(to)}`;
    return `Q${pair(to)} ${pair({ x: (to.x + next.x) / 2, y: (to.y + next.y) / 2 })}`;
  });
  return [`M${pair(first)}`, ...steps].join('');
}

function leadsOn(line: readonly Point[], leadsDown: boolean): boolean {
  const along = leadsDown ? 'y' : 'x';
  return line.every((to, index) => index === 0 || to[along] >= line[index - 1]![along]);
}

function arrowHead(line: readonly Point[], leadsDown: boolean): string {
  const tip = line.at(-1);
  const last = line.findLast((one) => tip !== undefined && (one.x !== tip.x || one.y !== tip.y));
  if (tip === undefined || last === undefined) return '';
  // A wave arrives straight.
  const straight = leadsDown ? { x: tip.x, y: tip.y - 1 } : { x: tip.x - 1, y: tip.y };
  const before = leadsOn(line, leadsDown) ? straight : last;
  const length = Math.hypot(tip.x - before.x, tip.y - before.y);
  const [dx, dy] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  const [backX, backY] = [tip.x - dx * 8, tip.y - dy * 8];
  const left = { x: backX - dy * 3.6, y: backY + dx * 3.6 };
  const right = { x: backX + dy * 3.6, y: backY - dx * 3.6 };
  return `M${pair(tip)}L${pair(left)}L${pair(right)}z`;
}

const pair = ({ x, y }: Point): string => `${rounded(x)} ${rounded(y)}`;
