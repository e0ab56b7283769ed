import type { Rule } from '../rule';
import { tooManyNavigations, tooManyTargets } from './tooManyTargets';
import { modelConnected, navigationConnected } from './connected';
import { routesEnd, screenReachable } from './ends';
import { modelEntry, navigationEntry } from './entry';
import { modelAdvised } from './modelAdvised';
import { routeBackwards, routeToItself } from './modelRoutes';
import { screensMissingInModel, unknownKeyInModel, unknownTargetInModel } from './modelScreens';
import { navigateWithoutRoute } from './navigateWithoutRoute';

/** Where a flow begins, goes and ends (facts on Flow JSON, section 10). */
export const routingRules: readonly Rule[] = [
  screensMissingInModel,
  unknownKeyInModel,
  navigationConnected,
  modelConnected,
  modelEntry,
  navigationEntry,
  routeToItself,
  unknownTargetInModel,
  tooManyTargets,
  tooManyNavigations,
  routeBackwards,
  navigateWithoutRoute,
  routesEnd,
  screenReachable,
  modelAdvised,
];
