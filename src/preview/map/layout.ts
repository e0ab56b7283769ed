import * as dagre from '@dagrejs/dagre';
import { card, rounded, type Point, type Size } from '../../webview/map/drawing/shapes';
import { layered } from './layered';
import { lead } from './lines';

export interface LaidOut {
  /** The upper left corners of the cards. */
  readonly nodes: ReadonlyMap<string, Point>;
  readonly edges: ReadonlyMap<string, { readonly line: readonly Point[]; readonly label: Point | null }>;
  readonly width: number;
  readonly height: number;
}

/** What decides where everything lies: nothing that changes while texts are typed. */
export interface Outline {
  readonly nodes: readonly string[];
  /** Each from one node to another at most once. */
  readonly edges: readonly { readonly key: string; readonly from: string; readonly to: string }[];
}

/** Larger maps are laid out in a plainer way: dagre would keep everybody waiting for a second. */
const mostNodes = 120;
const mostEdges = 260;

/** Up to so many, every edge is given room for a label. */
const mostLabels = 60;
const label = { width: 96, height: 16 };
const labelDown = { width: label.height, height: label.width };
const gap = { x: 84, y: 36 };
const margin = 24;

/**
 * From left to right, or from the top down, as the screens follow each other; the same for the same outline. Never throws.
 */
export function layout({ nodes, edges }: Outline, leadsDown = false): LaidOut {
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const apart = nodes.filter((key) => !linked.has(key));
  const outline = { nodes: nodes.filter((key) => linked.has(key)), edges };
  return withApart(linked.size === 0 ? nothing : arranged(outline, leadsDown), apart);
}

const nothing: LaidOut = { nodes: new Map(), edges: new Map(), width: 0, height: 0 };

/** What leads down is laid out from left to right with cards that lie on their side, and then turned. */
function arranged(outline: Outline, leadsDown: boolean): LaidOut {
  const isLarge = outline.nodes.length > mostNodes || outline.edges.length > mostEdges;
  const box: Size = leadsDown ? { width: card.height, height: card.width } : card;
  const map = isLarge ? layered(outline, box) : byDagre(outline, box, leadsDown ? labelDown : label);
  const led = { ...map, edges: lead(outline.edges, map, box) };
  return leadsDown ? turned(led) : led;
}

function turned({ nodes, edges, width, height }: LaidOut): LaidOut {
  const turn = ({ x, y }: Point): Point => ({ x: y, y: x });
  return {
    nodes: new Map([...nodes].map(([key, at]) => [key, turn(at)])),
    edges: new Map(
      [...edges].map(([key, { line, label }]) => [
        key,
        { line: line.map(turn), label: label && turn(label) },
      ]),
    ),
    width: height,
    height: width,
  };
}

function byDagre({ nodes, edges }: Outline, box: Size, label: Size): LaidOut {
  const graph = new dagre.graphlib.Graph();
  const hasLabels = edges.length <= mostLabels;
  graph.setGraph({
    rankdir: 'LR',
    nodesep: gap.y,
    edgesep: 18,
    // A rank in between holds the labels: dagre halves the distance itself.
    ranksep: hasLabels ? 64 : gap.x,
    ranker: nodes.length > 40 ? 'tight-tree' : 'network-simplex',
    marginx: margin,
    marginy: margin,
  });
  for (const key of nodes) graph.setNode(key, { ...box });
  for (const { from, to } of edges) {
    graph.setEdge(from, to, hasLabels ? { ...label, labelpos: 'c' } : {});
  }
  dagre.layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    nodes: new Map(
      nodes.map((key) => {
        const { x, y } = graph.node(key) as Point;
        return [key, point(x - box.width / 2, y - box.height / 2)];
      }),
    ),
    edges: new Map(
      edges.map(({ key, from, to }) => {
        const { points, x, y } = graph.edge(from, to) as { points: Point[]; x?: number; y?: number };
        const line = points.map((one) => point(one.x, one.y));
        return [key, { line, label: x === undefined || y === undefined ? null : point(x, y) }];
      }),
    ),
    width: rounded(width),
    height: rounded(height),
  };
}

const point = (x: number, y: number): Point => ({ x: rounded(x), y: rounded(y) });

/** Screens without any way stand below the others, in rows: in one column they would be a map of their own. */
function withApart(map: LaidOut, apart: readonly string[]): LaidOut {
  if (apart.length === 0) return map;
  const step = { x: card.width + gap.y, y: card.height + gap.y };
  const columns = Math.max(
    Math.ceil(Math.sqrt(apart.length * 2)),
    Math.floor((map.width - 2 * margin + gap.y) / step.x),
  );
  const top = map.height === 0 ? margin : map.height + gap.y - margin;
  const placed = apart.map((key, index) => {
    const column = index % columns;
    const row = Math.floor(index / columns);
    return [key, point(margin + column * step.x, top + row * step.y)] as const;
  });
  const rows = Math.ceil(apart.length / columns);
  return {
    nodes: new Map([...map.nodes, ...placed]),
    edges: map.edges,
    width: Math.max(map.width, 2 * margin + Math.min(columns, apart.length) * step.x - gap.y),
    height: top + rows * step.y - gap.y + margin,
  };
}
