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

const height = 15;

/** What triggers it, on a plate. */
export function drawLabel({ label, line, ways }: MapEdge): Shape[] {
  const first = ways.find(({ trigger }) => trigger !== '');
  if (first === undefined) return [];
  const { x, y } = label ?? middleOf(line);
  const size = 9;
  const others = new Set(ways.map(({ trigger }) => trigger)).size - 1;
  const rest = others > 0 ? ` +${others}` : '';
  const text = fitted(first.trigger, 92 - widthOf(rest) * size, size) + rest;
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
    { is: 'text', look: 'label', x, y: rounded(y + 3.2), size, text, anchor: 'middle' },
  ];
}

function middleOf(line: readonly Point[]): Point {
  const [a, b] = [line[Math.ceil(line.length / 2) - 1]!, line[Math.floor(line.length / 2)]!];
  return { x: rounded((a.x + b.x) / 2), y: rounded((a.y + b.y) / 2) };
}

/** In soft waves where it leads to the right all the way; else through the middles of its stretches. */
export function curve(line: readonly Point[]): string {
  const [first, ...rest] = line;
  if (first === undefined) return '';
  const isForward = rest.every((to, index) => to.x >= line[index]!.x);
  const steps = rest.map((to, index) => {
    const from = line[index]!;
    const next = rest[index + 1];
    if (isForward) {
      const middle = (from.x + to.x) / 2;
      return `C${pair({ x: middle, y: from.y })} ${pair({ x: middle, y: to.y })} ${pair(to)}`;
    }
    if (next === undefined) return `L${pair(to)}`;
    return `Q${pair(to)} ${pair({ x: (to.x + next.x) / 2, y: (to.y + next.y) / 2 })}`;
  });
  return [`M${pair(first)}`, ...steps].join('');
}

function arrowHead(line: readonly Point[]): string {
  const tip = line.at(-1);
  const last = line.findLast((one) => tip !== undefined && (one.x !== tip.x || one.y !== tip.y));
  if (tip === undefined || last === undefined) return '';
  // A wave arrives level.
  const isForward = line.every(({ x }, index) => index === 0 || x >= line[index - 1]!.x);
  const before = isForward ? { x: tip.x - 1, y: tip.y } : last;
  const length = Math.hypot(tip.x - before.x, tip.y - before.y);
  const [dx, dy] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  const [backX, backY] = [tip.x - dx * 8, tip.y - dy * 8];
  const left = { x: backX - dy * 3.6, y: backY + dx * 3.6 };
  const right = { x: backX + dy * 3.6, y: backY - dx * 3.6 };
  return `M${pair(tip)}L${pair(left)}L${pair(right)}z`;
}

const pair = ({ x, y }: Point): string => `${rounded(x)} ${rounded(y)}`;
