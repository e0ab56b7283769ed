import type { Screen } from '../../model/screen';
import { properties, valueOf, type Property } from '../../text/nodes';
import type { Finding, RuleFacts, ScreenRule } from '../rule';

/** What is meant to be the entries of a data model; what is no object has been reported by the schema family. */
export function entriesOf(screen: Screen): readonly Property[] {
  return properties(valueOf(screen.node, 'data')).filter(({ key }) => !escapes(key));
}

/** Keys that begin like the `required` of JSON Schema are not looked at (observed; facts on Flow JSON, section 3.2). */
const escapes = (key: string): boolean => key.startsWith('required');

/** A rule about each entry of a data model by itself. */
export function entryRule(
  facts: RuleFacts,
  check: (
    entry: Property & { readonly value: NonNullable<Property['value']> },
    report: (finding: Finding) => void,
  ) => void,
): ScreenRule {
  return {
    ...facts,
    checkScreen(screen, report) {
      for (const entry of entriesOf(screen)) {
        const { value } = entry;
        if (value?.type === 'object') check({ ...entry, value }, report);
      }
    },
  };
}
