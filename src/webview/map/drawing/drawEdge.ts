import type { MapEdge } from '../contract';
import { worstOf } from './drawNode';
import { fitted, widthOf } from './fitting';
import { rounded, type Look, type Point, type Shape } from './shapes';

/** The way from one card to the other, with a mark where it was walked. */
export function drawEdge(edge: MapEdge): Shape[] {
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
  const d = curve(line);
  return [
    ...(walked ? [{ is: 'path', look: 'walked', d } as const] : []),
    { is: 'path', look, d },
    { is: 'path', look: hasProblem ? 'head-problem' : 'head', d: arrowHead(line) },
  ];
}

/** Whether a rule demands something of it; mere advice is no complaint. */
export function isComplainedOf({ problems }: MapEdge): boolean {
  const worst = worstOf(problems);
  return worst === 'error' || worst === 'warning';
}

const size = 9;
const height = 15;

/** What triggers it, on a plate. */
export function drawLabel({ label, ways }: MapEdge): Shape[] {
  const first = ways.find(({ trigger }) => trigger !== '');
  if (label === null || first === undefined) return [];
  const others = new Set(ways.map(({ trigger }) => trigger)).size - 1;
  const rest = others > 0 ? ` +${others}` : '';
  const text = fitted(first.trigger, 92 - widthOf(rest) * size, size) + rest;
  const width = widthOf(text) * size + 8;
  const { x, y } = label;
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
    { is: 'text', look: 'label', x, y: rounded(y + 3.2), size, text, anchor: 'middle' },
  ];
}

/** Through the middles of the stretches, rounded at their ends. */
export function curve(line: readonly Point[]): string {
  const [first, ...rest] = line;
  if (first === undefined) return '';
  const steps = rest.map((to, index) => {
    const next = rest[index + 1];
    if (next === undefined) return `L${pair(to)}`;
    return `Q${pair(to)} ${pair({ x: (to.x + next.x) / 2, y: (to.y + next.y) / 2 })}`;
  });
  return [`M${pair(first)}`, ...steps].join('');
}

function arrowHead(line: readonly Point[]): string {
  const tip = line.at(-1);
  const before = line.findLast((one) => tip !== undefined && (one.x !== tip.x || one.y !== tip.y));
  if (tip === undefined || before === undefined) return '';
  const length = Math.hypot(tip.x - before.x, tip.y - before.y);
  const [dx, dy] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  const [backX, backY] = [tip.x - dx * 8, tip.y - dy * 8];
  const left = { x: backX - dy * 3.6, y: backY + dx * 3.6 };
  const right = { x: backX + dy * 3.6, y: backY - dx * 3.6 };
  return `M${pair(tip)}L${pair(left)}L${pair(right)}z`;
}

const pair = ({ x, y }: Point): string => `${rounded(x)} ${rounded(y)}`;
