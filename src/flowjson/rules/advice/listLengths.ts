import { componentFact, propertiesOf } from '../../catalogue';
import { say } from '../../message';
import { items, properties } from '../../text/nodes';
import type { ScreenRule } from '../rule';

const listLengths: ScreenRule = {
  id: 'list-length',
  codes: ['LIST_LENGTH'],
  severity: 'warning',
  provenance: 'documented',
  about: 'Lists have no more and no fewer entries than are shown; the upload does not check it.',
  checkScreen: (screen, report, { version }) => {
    for (const component of screen.components) {
      const fact = componentFact(component.type);
      if (!fact) continue;
      const facts = propertiesOf(fact, version);
      for (const { key, value } of properties(component.node)) {
        const limits = facts.get(key)?.softItems;
        if (!limits || value?.type !== 'array') continue;
        const entries = items(value);
        const { min = 0, max } = limits;
        if (entries.length > max) {
          report({
            node: entries[max]!,
            message:
              component.type === 'NavigationList'
                ? say('{0} rows are more than the {1} that WhatsApp draws. Remove some.', entries.length, max)
                : say(
                    '{0} options are more than the {1} that {2} is made for; phones may leave out the rest.',
                    entries.length,
                    max,
                    component.type,
                  ),
            facts: { limit: String(max) },
          });
        } else if (entries.length > 0 && entries.length < min) {
          report({
            node: value,
            message: say(
              '{0} is made for {1} options or more; this one has {2}.',
              component.type,
              min,
              entries.length,
            ),
          });
        }
      }
    }
  },
};

export const listLengthRules = [listLengths];
