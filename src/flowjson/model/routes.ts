import { actionFact, actionPlaces } from '../catalogue';
import type { Node } from '../text/nodes';
import { once } from '../once';
import { valueOf } from '../text/nodes';
import type { Action } from './action';
import type { Component } from './component';
import type { Flow } from './flow';
import { ScreenGraph } from './screenGraph';
import type { Screen } from './screen';

/** An entry of `routing_model`: one screen may be followed by another. */
export interface DeclaredRoute {
  readonly from: string;
  readonly to: string;
  /** The target as it is written. */
  readonly node: Node;
}

/** A `navigate` to a screen whose name is written out. */
export interface NavigatedRoute {
  readonly from: string;
  readonly to: string;
  readonly action: Action;
}

/** How the screens of a flow follow each other: as `routing_model` says, and as the `navigate` actions do. */
export interface Routes {
  /** Ids of the screens, each once, in document order. */
  readonly ids: readonly string[];
  readonly declared: readonly DeclaredRoute[];
  readonly navigated: readonly NavigatedRoute[];
  /** Routes between screens that exist, routes of a screen to itself left out. */
  readonly model: ScreenGraph;
  readonly navigation: ScreenGraph;
  /**
   * Whether some `navigate` leads to a screen that cannot be known, or to none, an endpoint is asked, or an action cannot
   * be read: then the navigation is not complete.
   */
  readonly open: boolean;
}

/** The routes of a flow; found out once for each. Cost: linear in what changed and in the number of routes. */
export const routesOf = once((flow: Flow): Routes => {
  const ids = [...new Set(flow.screens.flatMap(({ id }) => (id === undefined ? [] : [id])))];
  const declared = flow.routes.flatMap(({ from, targets }) =>
    targets.map(({ id, node }): DeclaredRoute => ({ from, to: id, node })),
  );
  const ways = flow.screens.map(waysFrom);
  const navigated = ways.flatMap((way) => way.routes);
  return {
    ids,
    declared,
    navigated,
    model: new ScreenGraph(ids, declared),
    navigation: new ScreenGraph(ids, navigated),
    open: ways.some((way) => way.open) || navigated.some(({ to }) => flow.screen(to) === undefined),
  };
});

interface Ways {
  readonly routes: readonly NavigatedRoute[];
  readonly open: boolean;
}

const waysFrom = once((screen: Screen): Ways => {
  const actions = screen.actions().filter(({ name }) => name === 'navigate');
  const { id } = screen;
  return {
    routes: actions.flatMap((action) =>
      id === undefined || action.target === undefined ? [] : [{ from: id, to: action.target, action }],
    ),
    open:
      actions.some(({ target }) => target === undefined) || hasDynamicList(screen) || isUnreadable(screen),
  };
});

/** A list whose items, and with them their actions, only come with the data. */
function hasDynamicList(screen: Screen): boolean {
  return screen.components.some(
    ({ type, node }) =>
      type === 'NavigationList' &&
      valueOf(node, 'list-items')?.type !== 'array' &&
      valueOf(node, 'on-click-action') === undefined,
  );
}

/** Whether it cannot be told where the screen leads: an endpoint decides, or what would say so is missing or mistyped. */
function isUnreadable(screen: Screen): boolean {
  return (
    valueOf(valueOf(screen.node, 'layout'), 'children')?.type !== 'array' ||
    screen.actions().some((action) => action.name === 'data_exchange' || !mayStand(action)) ||
    screen.components.some(lacksAction)
  );
}

function mayStand({ name, component, slot, item }: Action): boolean {
  const fact = name === undefined ? undefined : actionFact(name);
  const places = fact === undefined ? [] : actionPlaces(fact.name);
  return places.some(
    (place) => place.property === slot && (item !== undefined || place.owner === component.type),
  );
}

function lacksAction({ type, node }: Component): boolean {
  const action = valueOf(node, 'on-click-action');
  return action === undefined ? type === 'Footer' || type === 'EmbeddedLink' : action.type !== 'object';
}
