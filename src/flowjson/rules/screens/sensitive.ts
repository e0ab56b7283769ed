import { say } from '../../message';
import { stringOf } from '../../text/nodes';
import type { ScreenRule } from '../rule';
import { nearestAmong } from '../common/suggestions';

export const sensitiveField: ScreenRule = {
  id: 'sensitive-unknown-name',
  codes: ['INVALID_SENSITIVE_FIELD'],
  severity: 'error',
  provenance: 'observed',
  since: '5.1',
  about: 'Every name in sensitive is that of a component on the screen.',
  checkScreen(screen, report) {
    if (screen.sensitive.length === 0) return;
    const forms = new Set(screen.components.filter(({ type }) => type === 'Form').map(({ name }) => name));
    const suggest = nearestAmong(screen.named().keys());
    for (const node of screen.sensitive) {
      const name = stringOf(node);
      if (name === undefined || screen.named().has(name)) continue;
      if (name.trim() === '') {
        report({ node, message: say('"{0}" must not be empty.', 'sensitive'), facts: { name } });
        continue;
      }
      if (forms.has(name)) {
        const message = say('{0} is a Form, which has no value of its own: name its inputs.', name);
        report({ node, message, facts: { name }, severity: 'warning' });
        continue;
      }
      const meant = suggest(name);
      report({
        node,
        message: meant
          ? say('No component of this screen is called {0}. Did you mean {1}?', name, meant)
          : say('No component of this screen is called {0}: name one of its inputs.', name),
        facts: { name, ...(meant && { suggestion: meant }) },
      });
    }
  },
};
