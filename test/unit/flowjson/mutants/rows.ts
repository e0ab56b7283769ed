import { schemaMutants } from './schema';
import { routingMutants } from './routing';
import { payloadsMutants } from './payloads';
import { dataMutants } from './data';
import { screensMutants } from './screens';
import { conditionsMutants } from './conditions';
import type { Mutant } from './mutant';

/** Every row that can be decided without Meta's server; the rest is in {@link undecidable}. */
export const rowMutants: readonly Mutant[] = [
  ...schemaMutants,
  ...routingMutants,
  ...payloadsMutants,
  ...dataMutants,
  ...screensMutants,
  ...conditionsMutants,
];

/** Rows that no text can show: they depend on the account or on Meta's server. */
export const undecidable: ReadonlyMap<number, string> = new Map([
  [13, 'Meta has no schema for the version'],
  [19, 'the version is not open to this account'],
  [20, 'Meta knows no Data API version for this version'],
]);
