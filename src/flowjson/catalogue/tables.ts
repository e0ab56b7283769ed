import { componentTable } from './components';
import { actionTable, objectTable } from './objects';
import type { ActionFact, ComponentFact, ObjectFact, ObjectName } from './types';
import { versions, type Version, type VersionFact } from './versions';

/** All that is known of the language: what every lookup, schema and document is made from. */
export interface Tables {
  readonly versions: readonly (VersionFact & { readonly name: Version })[];
  readonly components: readonly ComponentFact[];
  readonly objects: Readonly<Record<ObjectName, ObjectFact>>;
  readonly actions: readonly ActionFact[];
}

export const tables: Tables = {
  versions,
  components: componentTable,
  objects: objectTable,
  actions: actionTable,
};
