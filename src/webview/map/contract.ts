import type { Message } from '../../flowjson/message';
import { isObject, isList, type Json } from '../../player/json';
import type { Point, Shape } from './drawing/shapes';

/** What the map's two sides say to each other. The host reads the flow and lays it out; the page draws it. */

/** All that survives a reload of the window. Never a text. */
export interface PanelState {
  /** The document. */
  readonly uri: string;
}

/** What is special about a screen. */
export type Mark =
  /** The flow opens here. */
  | 'entry'
  /** A terminal screen; `failure`: one that does not count as success. */
  | 'end'
  | 'failure'
  /** No way leads here from the entry. */
  | 'unreachable'
  /** Nothing leads on, and it is not terminal; `onlyBack`: it has no action at all, such as a page of terms. */
  | 'deadEnd'
  | 'onlyBack'
  /** No screen at all: something leads to an id that no screen has. */
  | 'missing'
  /** An earlier screen has the same id. */
  | 'twice'
  | 'nameless';

export interface Problem {
  /** For `reveal`; good until the next `show`. */
  readonly id: number;
  readonly severity: 'error' | 'warning' | 'info';
  /** In the person's language. */
  readonly text: string;
}

export interface MapNode {
  /** Stays the same while the screen keeps its id. */
  readonly key: string;
  /** Empty where it has none. */
  readonly id: string;
  readonly title: string;
  readonly marks: readonly Mark[];
  /** The upper left corner of its card. */
  readonly x: number;
  readonly y: number;
  readonly problems: readonly Problem[];
  /** Of the card; above the number of `problems` where there are very many. */
  readonly problemCount: number;
}

/** What leads from one screen to the other. */
export interface Way {
  /** `endpoint`: what is asked may answer with the other screen, as the routing model allows. */
  readonly by: 'navigate' | 'endpoint';
  /** What is tapped, in the words of the flow. */
  readonly trigger: string;
}

export interface MapEdge {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly ways: readonly Way[];
  /** Whether `routing_model` has it; `null` where the flow has no routing model. */
  readonly declared: boolean | null;
  readonly walked: boolean;
  /** From the border of one card to the border of the other, at least two points. */
  readonly line: readonly Point[];
  /** The middle of its label; nothing where there is no room for labels. */
  readonly label: Point | null;
  readonly problems: readonly Problem[];
}

export interface MapPath {
  /** Keys of the screens, from the entry to a terminal one. */
  readonly keys: readonly string[];
  readonly walked: boolean;
}

export interface FlowMap {
  readonly name: string;
  /** In the order of the text. */
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
  readonly width: number;
  readonly height: number;
  /** The ways lead from the top down, else from left to right. */
  readonly leadsDown: boolean;
  /** The first of them: no more than anybody would read. */
  readonly paths: readonly MapPath[];
  readonly pathCount: number;
  /** Whether the paths were counted to the end. */
  readonly allPaths: boolean;
  readonly walkedCount: number;
  /** What is wrong with the flow as a whole. */
  readonly problems: readonly Problem[];
  /** Why an older map is shown, or only a part: the text is half typed. */
  readonly behind: Message | null;
}

/** What part of the map is seen, and what is open. Lost with the panel. */
export interface View {
  /** Where the origin of the map lies in the page, and how large it is drawn; nothing: all of it fits. */
  readonly zoom: { readonly x: number; readonly y: number; readonly scale: number } | null;
  /** The key of a node or an edge. */
  readonly selected: string | null;
  readonly showsPaths: boolean;
}

export type Thumbnails = Readonly<Record<string, readonly Shape[]>>;

export type ToPage =
  | {
      readonly type: 'start';
      readonly state: PanelState;
      /** Our sentences in the person's language, by the English ones; absent for English. */
      readonly dictionary?: Readonly<Record<string, string>>;
      readonly view: View;
    }
  | { readonly type: 'show'; readonly map: FlowMap }
  /** The pictures of these screens are these, by the keys of the nodes; others stay as they are. */
  | { readonly type: 'thumbnails'; readonly thumbnails: Thumbnails }
  /** There is no flow to show. */
  | { readonly type: 'nothing'; readonly reason: Message }
  | { readonly type: 'say'; readonly message: Message };

export type ToHost =
  /** What the panel is like, before 'ready' and whenever it changes: in a tall one the ways lead down. */
  | { readonly type: 'shape'; readonly isTall: boolean }
  | { readonly type: 'ready' }
  /** Show me where it stands: a node or edge by its key, and which of the ways of an edge. */
  | { readonly type: 'reveal'; readonly key: string; readonly way: number }
  | { readonly type: 'revealProblem'; readonly id: number }
  /** Open the local preview at this node. */
  | { readonly type: 'play'; readonly key: string }
  | { readonly type: 'export' }
  | { readonly type: 'view'; readonly view: View };

/** Undefined for anything that is not one of our messages. */
export function readToHost(value: unknown): ToHost | undefined {
  const message = value as Json;
  if (!isObject(message)) return undefined;
  const { type, key, way, id } = message;
  switch (type) {
    case 'ready':
    case 'export':
      return { type };
    case 'shape': {
      const { isTall } = message;
      return typeof isTall === 'boolean' ? { type, isTall } : undefined;
    }
    case 'reveal':
      return typeof key === 'string' && isCount(way) ? { type, key, way } : undefined;
    case 'revealProblem':
      return isCount(id) ? { type, id } : undefined;
    case 'play':
      return typeof key === 'string' ? { type, key } : undefined;
    case 'view': {
      const view = readView(message['view'] ?? null);
      return view && { type, view };
    }
    default:
      return undefined;
  }
}

function readView(value: Json): View | undefined {
  if (!isObject(value)) return undefined;
  const { zoom, selected, showsPaths } = value;
  if (typeof showsPaths !== 'boolean') return undefined;
  if (selected !== null && typeof selected !== 'string') return undefined;
  if (zoom === null) return { zoom, selected, showsPaths };
  if (!isObject(zoom)) return undefined;
  const { x, y, scale } = zoom;
  if (!isNumber(x) || !isNumber(y) || !isNumber(scale)) return undefined;
  return { zoom: { x, y, scale }, selected, showsPaths };
}

/** The host is ours; this keeps out what is broken, and whoever else can post to the window. */
export function readToPage(value: unknown): ToPage | undefined {
  const message = value as Json;
  if (!isObject(message)) return undefined;
  const { type, state, view, map, thumbnails, reason } = message;
  const known =
    (type === 'start' && readState(state) !== undefined && readView(view ?? null) !== undefined) ||
    (type === 'show' && isObject(map) && isList(map['nodes']) && isList(map['edges'])) ||
    (type === 'thumbnails' && isObject(thumbnails)) ||
    (type === 'nothing' && isMessage(reason)) ||
    (type === 'say' && isMessage(message['message']));
  return known ? (value as ToPage) : undefined;
}

export function readState(value: unknown): PanelState | undefined {
  const state = value as Json;
  if (!isObject(state)) return undefined;
  const { uri } = state;
  return typeof uri === 'string' && uri !== '' ? { uri } : undefined;
}

function isMessage(value: Json | undefined): boolean {
  return isObject(value) && typeof value['template'] === 'string' && isList(value['args']);
}

function isNumber(value: Json | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isCount(value: Json | undefined): value is number {
  return isNumber(value) && Number.isInteger(value) && value >= 0;
}
