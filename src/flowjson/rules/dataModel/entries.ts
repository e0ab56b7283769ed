import { once } from '../../once';
import type { Screen } from '../../model/screen';
import { properties, valueOf, type Node } from '../../text/nodes';
import type { Report, RuleFacts, ScreenRule } from '../rule';
import { schemasIn } from './schema';

/** One entry of a data model. */
export interface Entry {
  readonly key: string;
  readonly value: Node;
  /** The entry itself and every schema nested in it. */
  readonly schemas: readonly Node[];
}

/** The entries of a data model, whatever they are; found out once for each screen. */
export const entriesOf = once((screen: Screen): readonly Entry[] =>
  properties(valueOf(screen.node, 'data')).flatMap(({ key, value }) =>
    value === undefined || escapes(key) ? [] : [{ key, value, schemas: [...schemasIn(value)] }],
  ),
);

/** Keys that begin like the `required` of JSON Schema are not looked at (observed; facts on Flow JSON, section 3.2). */
const escapes = (key: string): boolean => key.startsWith('required');

/** A rule about each entry of a data model by itself. */
export function entryRule(facts: RuleFacts, check: (entry: Entry, report: Report) => void): ScreenRule {
  return {
    ...facts,
    checkScreen(screen, report) {
      for (const entry of entriesOf(screen)) if (entry.value.type === 'object') check(entry, report);
    },
  };
}
