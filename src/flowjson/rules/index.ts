import { actionRules } from './actions';
import { documentRules } from './document';
import { containerRules } from './containers';
import { referenceRules } from './references';
import { conditionRules } from './conditions';
import { routingRules } from './routing';
import { screenRules } from './screens';
import { adviceRules } from './advice';
import { componentRules } from './components';
import { structureRules } from './structure';
import { dataModelRules } from './dataModel';
import type { Rule } from './rule';

/** Every rule there is, by family. */
export const families: Readonly<Record<string, readonly Rule[]>> = {
  components: componentRules,
  advice: adviceRules,
  document: documentRules,
  structure: structureRules,
  dataModel: dataModelRules,
  actions: actionRules,
  references: referenceRules,
  conditions: conditionRules,
  containers: containerRules,
  routing: routingRules,
  screens: screenRules,
};

export const rules: readonly Rule[] = Object.values(families).flat();
