import { screenId } from '../catalogue';
import { say } from '../message';
import type { Flow } from '../model/flow';
import { declaredOn, type Screen } from '../model/screen';
import { ScreenGraph } from '../model/screenGraph';
import { routesFromActions } from '../refactor/routes';
import { screensApart } from '../rules/routing/connected';
import { mentionsOf } from '../symbols/mentions';
import { renameEdits } from '../symbols/rename';
import type { Edit } from '../text/edit';
import { items, plainValue, properties, property, stringOf, type Node } from '../text/nodes';
import { preferred, removeProperty, renameProperty, short, useSuggestion } from './common';
import { insertItem, remove, replace, setProperties, setProperty, setTop } from '../model/edits';
import { best, fix, type Fix, type Fixer, type Fixers } from './fix';
import { freeScreenId } from './names';
import { actionAround } from './places';
import { endScreen } from './screenParts';
import { likelyNext, payloadFor } from './targets';
import { entryFor } from './schemas';
import { stringType } from '../expression/valueTypes';

/** Writes the whole model anew, from what the actions do. */
function generateRoutes(flow: Flow): Fix[] {
  const routes = routesFromActions(flow);
  const pairs = Object.entries(routes).flatMap(([from, targets]) => targets.map((to) => ({ from, to })));
  const graph = new ScreenGraph(Object.keys(routes), pairs);
  // What hangs apart in the actions, too, a generated model cannot mend.
  if (screensApart(graph).length > 0 || graph.ids.some((id) => !isId(id))) return [];
  const begins = graph.ids.some((id) => graph.next(id, 'backward').size === 0);
  const runsBack = pairs.some(({ from, to }) => graph.next(to).has(from));
  if (!begins || runsBack) return [];
  return [
    fix('generate-routing-model', say('Generate the routing model from the actions'), () =>
      setTop(flow, 'routing_model', routes),
    ),
  ];
}

/** Ids that every version takes. */
const isId = (id: string): boolean => screenId.test(id);

const missingScreens: Fixer = (flow, { node, facts: { screens } }) => {
  const fromActions = routesFromActions(flow);
  const ids = screens?.split(' ') ?? [];
  if (!ids.every(isId)) return [];
  const entries = Object.fromEntries(ids.map((id) => [id, fromActions[id] ?? []]));
  return [
    best('add-to-routing-model', say('Add {0} to the routing model', short(ids.join(', '))), () =>
      setProperties(flow, node, entries),
    ),
    ...generateRoutes(flow),
  ];
};

const unknownKey: Fixer = (flow, { node, facts: { suggestion } }) => {
  // A screen that has no id yet may be the one that is meant.
  if (flow.screens.some(({ id }) => id === undefined)) return [];
  const isTaken = suggestion === undefined || property(node.parent?.parent, suggestion) !== undefined;
  return [
    ...(isTaken ? [] : [renameProperty(flow, node, suggestion, 'use-screen-id')]),
    ...(isTaken
      ? preferred(removeProperty(flow, node, 'remove-route'))
      : removeProperty(flow, node, 'remove-route')),
  ];
};

const unknownTarget: Fixer = (flow, diagnosis) => {
  const { node, facts } = diagnosis;
  const meant = facts['suggestion'];
  const from = String(node.parent?.parent?.children?.[0]?.value);
  const isTaken = meant === from || items(node.parent).some((other) => stringOf(other) === meant);
  const suggested = isTaken ? [] : useSuggestion(flow, diagnosis, 'use-screen-id');
  const removal = withoutRoute(flow, node);
  return [...suggested, ...(suggested.length === 0 ? preferred(removal) : removal)];
};

const withoutRoute = (flow: Flow, node: Node): Fix[] => [
  fix('remove-route', say('Remove this route'), () => remove(flow, node)),
];

/** A route that runs against another: one of the two goes. */
const backwards: Fixer = (flow, { node, facts: { from, screen } }) => {
  const opposite = flow.routes
    .filter((route) => route.from === screen)
    .flatMap(({ targets }) => targets)
    .find(({ id }) => id === from);
  return [
    ...preferred(withoutRoute(flow, node)),
    ...(opposite
      ? [
          fix('remove-opposite-route', say('Remove the route from {0} to {1}', screen!, from!), () =>
            remove(flow, opposite.node),
          ),
        ]
      : []),
  ];
};

/** A `navigate` without its route; not offered where the model has the opposite one. */
const missingRoute: Fixer = (flow, { facts: { from, screen } }) => {
  if (from === undefined || screen === undefined || leads(flow, screen, from)) return [];
  if (!isId(from) || !isId(screen)) return [];
  return [
    best('add-route', say('Add the route from {0} to {1}', from, screen), () => addRoute(flow, from, screen)),
    ...generateRoutes(flow),
  ];
};

const leads = (flow: Flow, from: string, to: string): boolean =>
  flow.routes.some((route) => route.from === from && route.targets.some(({ id }) => id === to));

function addRoute(flow: Flow, from: string, to: string): Edit[] {
  const model = flow.property('routing_model');
  const route = flow.routes.find((one) => one.from === from);
  if (route?.node?.type === 'array') return insertItem(flow, route.node, to);
  return model?.type === 'object' ? setProperty(flow, model, from, [to]) : [];
}

const whole: Fixer = (flow) => generateRoutes(flow);

/** What navigates to a screen that does not exist: a slip, another screen, or one that is still to be written. */
const unknownScreen: Fixer = (flow, diagnosis) => {
  const { node, facts } = diagnosis;
  const screen = flow.screenAround(node);
  const action = actionAround(flow, node);
  const id = facts['screen'];
  if (!screen || !action || id === undefined) return [];
  return [
    ...useSuggestion(flow, diagnosis, 'use-screen-id'),
    ...otherTargets(flow, diagnosis),
    ...(isId(id) && id.toUpperCase() !== 'SUCCESS'
      ? [
          fix('create-screen', say('Create the screen {0}', id), () =>
            createScreen(flow, screen, id, action.payload),
          ),
        ]
      : []),
  ];
};

/** Screens that an action might have meant: what they need is handed over, and the model allows the way. */
const otherTargets: Fixer = (flow, { node, facts }) => {
  const screen = flow.screenAround(node);
  const action = actionAround(flow, node);
  const next = screen && likelyNext(flow, screen);
  if (!screen || !action || !next?.id || next.id === facts['suggestion'] || next.id === screen.id) return [];
  const { id } = next;
  const payload = payloadFor(screen, next);
  const isSame = sameKeys(properties(action.payload), declaredOn(next));
  return [
    fix('navigate-to-next', say('Navigate to {0}', id), () => [
      ...replace(flow, node, id),
      ...(isSame
        ? []
        : action.payload
          ? replace(flow, action.payload, payload)
          : setProperty(flow, action.node, 'payload', payload)),
    ]),
  ];
};

const sameKeys = (a: readonly { key: string }[], b: readonly { key: string }[]): boolean =>
  a.length === b.length && a.every(({ key }) => b.some((other) => other.key === key));

/** A new screen that shows nothing yet, takes what is handed to it, and ends the flow. */
function createScreen(flow: Flow, from: Screen, id: string, payload: Node | undefined): Edit[] {
  const data = Object.fromEntries(
    properties(payload).map(({ key, value }) => [
      key,
      value && stringOf(value) === undefined
        ? { ...entryFor(stringType), type: value.type, __example__: plainValue(value) }
        : entryFor(stringType),
    ]),
  );
  const model = flow.property('routing_model');
  const list = flow.tree.screensNode;
  const routes =
    model?.type === 'object' && from.id !== undefined ? withNewScreen(flow, model, from.id, id) : [];
  return [...(list ? insertItem(flow, list, endScreen(id, data)) : []), ...routes];
}

function withNewScreen(flow: Flow, model: Node, from: string, to: string): Edit[] {
  const known = property(model, from)?.value;
  const hasKey = property(model, to) !== undefined;
  const hasRoute = leads(flow, from, to);
  if (known?.type !== 'array')
    return setProperties(flow, model, { [from]: [to], ...(!hasKey && { [to]: [] }) });
  return [
    ...(hasRoute ? [] : insertItem(flow, known, to)),
    ...(hasKey ? [] : setProperty(flow, model, to, [])),
  ];
}

/** A screen that nothing leads to and that mentions nothing: it may go. */
const unlinked: Fixer = (flow, { facts: { screen: id } }) => {
  const screen = flow.screen(id ?? '');
  if (!screen || id === undefined) return [];
  const isMentioned = mentionsOf(flow, { kind: 'screen', name: id }).some(({ declaration }) => !declaration);
  const lastEnd = screen.terminal && !flow.screens.some((other) => other !== screen && other.terminal);
  if (isMentioned || lastEnd) return [];
  return [fix('remove-screen', say('Remove the screen {0}', id), () => remove(flow, screen.node))];
};

const reserved: Fixer = (flow, { facts: { screen: id } }) => {
  if (id === undefined) return [];
  const name = freeScreenId(flow, `${id}_SCREEN`);
  return [
    best('rename-screen', say('Rename the screen to {0} everywhere', name), () =>
      renameEdits(flow, { kind: 'screen', name: id }, name),
    ),
  ];
};

const duplicateId: Fixer = (flow, { node, facts: { screen: id } }) => {
  const name = freeScreenId(flow, id ?? '');
  return [
    best('make-screen-id-unique', say('Rename the screen to {0}', name), () => replace(flow, node, name)),
  ];
};

/** A screen id with letters that ids do not have. */
export function mendScreenId(flow: Flow, node: Node): Fix[] {
  const screen = flow.screenAround(node);
  const id = stringOf(node);
  if (screen?.idNode !== node || id === undefined) return [];
  const name = freeScreenId(flow, id);
  return [
    best('rename-screen', say('Rename the screen to {0} everywhere', name), () =>
      renameEdits(flow, { kind: 'screen', name: id }, name),
    ),
  ];
}

export const routingFixers: Fixers = {
  'routing-model-missing-screen': missingScreens,
  'routing-model-unknown-screen': unknownKey,
  'routing-model-unknown-target': unknownTarget,
  'routing-model-own-screen': (flow, { node }) => preferred(withoutRoute(flow, node)),
  'routing-model-backward-route': backwards,
  'routing-model-missing-route': missingRoute,
  'routing-model-disconnected': whole,
  'routing-model-no-entry': whole,
  'routing-model-advised': (flow) => preferred(generateRoutes(flow)),
  'navigate-target-unknown': unknownScreen,
  'navigate-target-self': otherTargets,
  'navigation-disconnected': unlinked,
  'screen-id-reserved': reserved,
  'screen-id-duplicate': duplicateId,
};
