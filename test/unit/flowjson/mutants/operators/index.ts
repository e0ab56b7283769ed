import { structureOperators } from './structure';
import { screensOperators } from './screens';
import { actionsOperators } from './actions';
import { referencesOperators } from './references';
import { dataOperators } from './data';
import { conditionsOperators } from './conditions';
import { documentOperators } from './document';
import { componentsOperators } from './components';
import { versionsOperators } from './versions';
import type { Operator } from './operator';

/** Every kind of mistake, by what it is. */
export const operators: Readonly<Record<string, Operator>> = {
  ...structureOperators,
  ...screensOperators,
  ...actionsOperators,
  ...referencesOperators,
  ...dataOperators,
  ...conditionsOperators,
  ...documentOperators,
  ...componentsOperators,
  ...versionsOperators,
};
