import {
  atLeast,
  componentFact,
  holdsFor,
  maxCarouselsPerFlow,
  maxIfDepth,
  screenLimits,
} from '../../flowjson/catalogue';
import { containersOf, type Component } from '../../flowjson/model/component';
import type { Flow } from '../../flowjson/model/flow';
import type { Screen } from '../../flowjson/model/screen';
import type { Step } from '../../flowjson/text/flowTree';

/** A place among the components of a screen where one more may be put. */
export interface Spot {
  readonly flow: Flow;
  readonly screen: Screen;
  readonly inForm: boolean;
  /** How many Ifs are around. */
  readonly ifs: number;
  /** The components that can be seen together with a new one: what only another branch shows cannot. */
  readonly beside: readonly Component[];
}

export function spotAt(flow: Flow, screen: Screen, path: readonly Step[], inForm: boolean): Spot {
  const branches = new Map<Component, string>();
  for (const component of screen.components) {
    const steps = flow.tree.steps(component.node);
    if (steps.length >= path.length || steps.some((step, index) => step !== path[index])) continue;
    if (component.type === 'If') branches.set(component, String(path[steps.length]));
    if (component.type === 'Switch') branches.set(component, String(path[steps.length + 1]));
  }
  const isElsewhere = (component: Component): boolean => {
    for (let at = component; at.parent; at = at.parent) {
      if ((branches.get(at.parent) ?? at.slot) !== at.slot) return true;
    }
    return false;
  };
  return {
    flow,
    screen,
    inForm,
    ifs: [...branches.keys()].filter(({ type }) => type === 'If').length,
    beside: screen.components.filter((component) => !isElsewhere(component)),
  };
}

/**
 * Whether one more component of a type leaves the screen valid: limits, and types that stand alone (facts on Flow JSON,
 * sections 3.4 and 9). Whether the place takes the type at all is said by the catalogue.
 */
export function mayJoin(type: string, spot: Spot): boolean {
  const { flow, screen, inForm, ifs, beside } = spot;
  const isFull = screenLimits.some(
    (limit) =>
      limit.types.includes(type) &&
      holdsFor(limit, flow.version) &&
      beside.filter((component) => limit.types.includes(component.type)).length >= limit.max,
  );
  if (isFull || !standsWithOthers(type, spot)) return false;
  if (componentFact(type)?.joinsForm && !inForm && screen.components.some((one) => one.type === 'Form'))
    return false;
  switch (type) {
    case 'If':
      return ifs < maxIfDepth;
    case 'Footer':
      return ifs < 2;
    case 'Form':
      return !screen.components.some((one) => componentFact(one.type)?.joinsForm && !isInForm(one));
    case 'ImageCarousel':
      return (
        flow.screens.flatMap(({ components }) => components.filter((one) => one.type === type)).length <
        maxCarouselsPerFlow
      );
    default:
      return true;
  }
}

const isInForm = (component: Component): boolean =>
  containersOf(component).some(({ type }) => type === 'Form');

function standsWithOthers(type: string, { flow, screen }: Spot): boolean {
  const types = new Set(screen.components.map((component) => component.type));
  const all = new Set([...types, type]);
  if (all.has('RichText')) {
    all.delete('RichText');
    if (atLeast(flow.version, '6.3')) all.delete('Footer');
    return all.size === 0;
  }
  if (!all.has('NavigationList')) return true;
  // A Form is tolerated around such a list, not beside it.
  if (type === 'Form' || (type === 'NavigationList' && screen.terminal)) return false;
  all.delete('NavigationList');
  all.delete('Form');
  return all.size === 0;
}
