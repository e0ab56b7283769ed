import type { Diagnosis } from '../diagnosis';
import type { Flow } from '../model/flow';
import { componentFixers } from './components';
import { dataModelFixers } from './dataModel';
import { documentFixers } from './document';
import type { Fix, Fixers } from './fix';
import { limitFixers } from './limits';
import { payloadFixers } from './payloads';
import { propertyFixers } from './properties';
import { referenceFixers } from './references';
import { routingFixers } from './routing';
import { screenFixers } from './screens';
import { valueFixers } from './values';

export type { Fix } from './fix';

/** Every fixer, by the id of the rule whose findings it mends. */
export const fixers: Fixers = {
  ...documentFixers,
  ...propertyFixers,
  ...valueFixers,
  ...componentFixers,
  ...referenceFixers,
  ...payloadFixers,
  ...routingFixers,
  ...screenFixers,
  ...dataModelFixers,
  ...limitFixers,
};

/**
 * What can be done about a diagnosis, the likeliest first; nothing where nobody can say.
 *
 * @param flow the flow that was diagnosed
 */
export function fixesFor(flow: Flow, diagnosis: Diagnosis): readonly Fix[] {
  return Object.hasOwn(fixers, diagnosis.rule) ? fixers[diagnosis.rule]!(flow, diagnosis) : [];
}
