import { actionRules } from './actions';
import { documentRules } from './document';
import { routingRules } from './routing';
import { screenRules } from './screens';
import { adviceRules } from './advice';
import { componentRules } from './components';
import { structureRules } from './structure';
import type { Rule } from './rule';

/** Every rule there is, by family. */
export const families: Readonly<Record<string, readonly Rule[]>> = {
  components: componentRules,
  advice: adviceRules,
  document: documentRules,
  actions: actionRules,
  routing: routingRules,
  screens: screenRules,
  structure: structureRules,
};

export const rules: readonly Rule[] = Object.values(families).flat();
