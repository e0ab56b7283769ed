import { actionTarget, triggerOf } from './trigger';
import type { Flow } from '../../flowjson/model/flow';
import { routesOf } from '../../flowjson/model/routes';
import { ScreenGraph } from '../../flowjson/model/screenGraph';
import type { Screen } from '../../flowjson/model/screen';
import { once } from '../../flowjson/once';
import type { Span } from '../../flowjson/text/span';
import { isBoolean, stringOf, valueOf } from '../../flowjson/text/nodes';
import { entryOf } from '../../player/player';
import type { Mark, Way } from '../../webview/map/contract';

/** A screen of the flow, or one that something leads to although it does not exist. */
export interface FlowNode {
  readonly key: string;
  /** Empty where it has none. */
  readonly id: string;
  readonly title: string;
  /** Nothing for one that does not exist. */
  readonly screen: Screen | undefined;
  readonly marks: readonly Mark[];
  /** Where it stands; the first is shown. Problems there are problems of this node. */
  readonly places: readonly Span[];
}

/** That one screen may follow another; all the reasons for it together. */
export interface FlowEdge {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly ways: readonly (Way & { readonly place: Span })[];
  readonly declared: boolean | null;
  readonly places: readonly Span[];
}

export interface FlowGraph {
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
}

/** The map of a flow before anybody has laid it out. Cost: linear in the number of screens and actions. */
export const graphOf = once((flow: Flow): FlowGraph => {
  const keys = keysOf(flow);
  const edges = edgesOf(flow, keys);
  const { declared } = routesOf(flow);
  const headings = new Map<string, Span[]>();
  for (const { from, keyNode, node } of flow.routes) {
    const places = [keyNode, ...(node ? [node] : [])].map((one) => flow.tree.span(one));
    headings.set(from, [...(headings.get(from) ?? []), ...places]);
  }
  const navigated = flow.screens.flatMap((screen) =>
    screen.actions().flatMap((action) => actionTarget(action) ?? []),
  );
  const named = new Set([...headings.keys(), ...declared.map(({ to }) => to), ...navigated]);
  const missing = [...named].filter((id) => flow.screen(id) === undefined);
  const marks = marksOf(flow);
  return {
    nodes: [
      ...flow.screens.map((screen): FlowNode => {
        const { tree } = flow;
        const isFirst = screen.id !== undefined && flow.screen(screen.id) === screen;
        return {
          key: keys.get(screen)!,
          id: screen.id ?? '',
          title: stringOf(valueOf(screen.node, 'title')) ?? '',
          screen,
          marks: marks(screen),
          places: [
            ...(screen.idNode ? [tree.span(screen.idNode)] : []),
            tree.span(screen.node),
            ...(isFirst ? (headings.get(screen.id) ?? []) : []),
          ],
        };
      }),
      ...missing.map((id): FlowNode => ({
        key: missingKey(id),
        id,
        title: '',
        screen: undefined,
        marks: ['missing'],
        places: headings.get(id) ?? [],
      })),
    ],
    edges,
  };
});

const missingKey = (id: string): string => `missing:${id}`;

/** Screens keep their keys as long as they keep their ids, wherever they move. */
function keysOf(flow: Flow): ReadonlyMap<Screen, string> {
  return new Map(
    flow.screens.map((screen, index) => {
      const isFirst = screen.id !== undefined && flow.screen(screen.id) === screen;
      return [screen, isFirst ? `id:${screen.id}` : `at:${index}`] as const;
    }),
  );
}

interface Draft {
  readonly from: string;
  readonly to: string;
  readonly ways: (Way & { readonly place: Span })[];
  declared: boolean;
  readonly places: Span[];
}

function edgesOf(flow: Flow, keys: ReadonlyMap<Screen, string>): FlowEdge[] {
  const drafts = new Map<string, Draft>();
  const keyOf = (id: string): string => {
    const screen = flow.screen(id);
    return screen === undefined ? missingKey(id) : keys.get(screen)!;
  };
  const draft = (from: string, to: string): Draft => {
    const key = JSON.stringify([from, to]);
    let found = drafts.get(key);
    if (found === undefined) drafts.set(key, (found = { from, to, ways: [], declared: false, places: [] }));
    return found;
  };
  for (const screen of flow.screens) {
    for (const action of screen.actions()) {
      const target = actionTarget(action);
      if (target === undefined) continue;
      const edge = draft(keys.get(screen)!, keyOf(target));
      const place = flow.tree.span(action.node);
      edge.ways.push({ by: 'navigate', trigger: triggerOf(action), place });
      edge.places.push(place);
    }
  }
  for (const { from, to, node } of routesOf(flow).declared) {
    const edge = draft(keyOf(from), keyOf(to));
    const place = flow.tree.span(node);
    edge.declared = true;
    edge.places.push(place);
    if (edge.ways.some(({ by }) => by === 'navigate')) continue;
    for (const action of flow.screen(from)?.actions() ?? []) {
      if (action.name === 'data_exchange' && action.slot === 'on-click-action') {
        edge.ways.push({ by: 'endpoint', trigger: triggerOf(action), place });
      }
    }
    if (edge.ways.length === 0) edge.ways.push({ by: 'endpoint', trigger: '', place });
  }
  const hasModel = flow.property('routing_model') !== undefined;
  return [...drafts].map(([key, { from, to, ways, declared, places }]) => ({
    key,
    from,
    to,
    ways,
    declared: hasModel ? declared : null,
    places,
  }));
}

/** What is special about a screen, by what leads to it and on from it. */
function marksOf(flow: Flow): (screen: Screen) => readonly Mark[] {
  const { ids, declared, navigated } = routesOf(flow);
  const all = new ScreenGraph(ids, [...declared, ...navigated]);
  const entry = entryOf(flow);
  const reached = all.reach(entry === undefined ? [] : [entry], 'forward');
  // An endpoint without a routing model may open any screen after any other.
  const anything = flow.property('routing_model') === undefined && flow.screens.some(asksEndpoint);
  return (screen) => {
    const { id } = screen;
    const isFirst = id !== undefined && flow.screen(id) === screen;
    const marks: Mark[] = [];
    if (id === undefined) marks.push('nameless');
    else if (!isFirst) marks.push('twice');
    else {
      if (id === entry) marks.push('entry');
      if (!reached.has(id) && !anything) marks.push('unreachable');
    }
    if (screen.terminal) marks.push(isBoolean(valueOf(screen.node, 'success'), false) ? 'failure' : 'end');
    else if (isFirst && all.next(id).size === 0 && !leadsOn(screen, anything)) {
      marks.push(screen.actions().length > 0 ? 'deadEnd' : 'onlyBack');
    }
    return marks;
  };
}

function asksEndpoint(screen: Screen): boolean {
  return screen.actions().some(({ name }) => name === 'data_exchange');
}

/** Whether it may lead on although no way is known: to a screen that comes with the data, or to the end. */
function leadsOn(screen: Screen, anything: boolean): boolean {
  const actions = screen.actions();
  const isOpen = actions.some((action) => action.name === 'complete' || isUnknownTarget(action));
  const hasDynamicRows = (screen.ofType().get('NavigationList') ?? []).some(
    ({ node }) =>
      valueOf(node, 'list-items')?.type === 'string' && valueOf(node, 'on-click-action') === undefined,
  );
  return isOpen || hasDynamicRows || (anything && asksEndpoint(screen));
}

function isUnknownTarget({ name, target, targetNode }: ReturnType<Screen['actions']>[number]): boolean {
  return name === 'navigate' && target === undefined && targetNode !== undefined;
}
