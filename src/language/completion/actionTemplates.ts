import { actionPlaces, holdsFor, maxRoutesPerScreen, type ActionName } from '../../flowjson/catalogue';
import type { Flow } from '../../flowjson/model/flow';
import type { Screen } from '../../flowjson/model/screen';
import { routesOf } from '../../flowjson/model/routes';
import { ScreenGraph } from '../../flowjson/model/screenGraph';
import type { Spot } from './spot';
import { fill, type Template } from './template';
import { answersOf, payloadFor } from './values';

/** An `on-click-action`, ready to be put in. */
export interface ActionTemplate {
  /** What makes it differ from others of its component. */
  readonly label: string;
  readonly template: Template;
}

/** More targets than this are not proposed one by one. */
const mostTargets = 8;

/** What a component of a type may do on a tap here. The likeliest comes first. */
export function clickActions(type: string, spot: Spot): ActionTemplate[] {
  const may = (action: ActionName): boolean =>
    actionPlaces(action).some(
      ({ owner, property, since }) =>
        owner === type && property === 'on-click-action' && holdsFor({ since }, spot.flow.version),
    );
  const { flow, screen, inForm } = spot;
  const answers = answersOf(screen, flow.version, inForm);
  const found: ActionTemplate[] = [
    ...(may('complete') && screen.terminal
      ? [{ label: 'complete', template: { name: 'complete', payload: answers } }]
      : []),
    ...(may('navigate') && !(type === 'Footer' && screen.terminal) ? navigations(flow, screen) : []),
    ...(may('data_exchange') && flow.endpoint
      ? [{ label: 'data_exchange', template: { name: 'data_exchange', payload: answers } }]
      : []),
    ...(may('open_url')
      ? [{ label: 'open_url', template: { name: 'open_url', url: fill('https://example.com') } }]
      : []),
  ];
  // A Footer is needed in any case: where no screen can come next, its name is left open.
  return found.length > 0 || type !== 'Footer'
    ? found
    : [{ label: 'navigate', template: navigation(fill('SCREEN'), {}) }];
}

function navigations(flow: Flow, screen: Screen): ActionTemplate[] {
  const targets = nextScreens(flow, screen).slice(0, mostTargets);
  return targets.map((target) => ({
    label: `navigate ${target.id!}`,
    template: navigation(target.id!, payloadFor(screen, target)),
  }));
}

const navigation = (name: Template, payload: Template): Template => ({
  name: 'navigate',
  next: { type: 'screen', name },
  payload,
});

/** The screens that a new `navigate` may lead to: routes of the model where there is one, and never back to where people came from. */
function nextScreens(flow: Flow, screen: Screen): Screen[] {
  const { id } = screen;
  if (id === undefined) return [];
  const { ids, declared: routes, navigated, model } = routesOf(flow);
  const all = new ScreenGraph(ids, [...routes, ...navigated]);
  const declared = flow.property('routing_model') === undefined ? undefined : model.next(id);
  const earlier = all.reach([id], 'backward');
  const known = all.next(id);
  const canBranch = known.size < maxRoutesPerScreen;
  const fresh = flow.screens.filter(
    (other) => other.id !== undefined && flow.screen(other.id) === other && !earlier.has(other.id),
  );
  const allowed = fresh.filter((other) =>
    declared ? declared.has(other.id!) : canBranch || known.has(other.id!),
  );
  const isNext = (other: Screen): boolean => known.has(other.id!);
  // The screen below in the text is likely the next one.
  const own = flow.screens.indexOf(screen);
  const rank = (other: Screen): number =>
    (isNext(other) ? 0 : 2) + (flow.screens.indexOf(other) > own ? 0 : 1);
  return allowed.sort((a, b) => rank(a) - rank(b));
}
