import { boundTo } from '../../text/reference';
import { say } from '../../message';
import { properties, stringOf, valueOf } from '../../text/nodes';
import type { ScreenRule } from '../rule';
import { limitedNearest } from '../common/suggestions';

const code = 'INVALID_UPDATE_DATA_ACTION_PAYLOAD';

export const updateDataUnknownKey: ScreenRule = {
  id: 'update-data-unknown-key',
  codes: [code],
  severity: 'error',
  provenance: 'observed',
  since: '6.0',
  about: 'What update_data sets is declared in the data of its own screen.',
  checkScreen(screen, report) {
    const data = valueOf(screen.node, 'data');
    if (data !== undefined && data.type !== 'object') return;
    const known = screen.data();
    const id = screen.id ?? '';
    const suggest = limitedNearest();
    for (const action of screen.actions()) {
      if (action.name !== 'update_data') continue;
      for (const { key, keyNode } of properties(action.payload)) {
        if (known.has(key)) continue;
        const meant = suggest(key, known.keys());
        report({
          node: keyNode,
          message: meant
            ? say('The screen {0} does not declare {1}. Did you mean {2}?', id, key, meant)
            : say('The screen {0} does not declare {1}: add it to its data, or leave it out here.', id, key),
          facts: { key, screen: id, ...(meant && { suggestion: meant }) },
          related: data ? [{ node: data, message: say('The data of the screen.') }] : [],
        });
      }
    }
  },
};

export const updateDataSelf: ScreenRule = {
  id: 'update-data-self',
  codes: [code],
  severity: 'error',
  provenance: 'observed',
  since: '6.0',
  about: 'A select action does not set a data entry to itself.',
  checkScreen(screen, report) {
    for (const action of screen.actions()) {
      if (action.name !== 'update_data') continue;
      for (const { key, value } of properties(action.payload)) {
        const to = boundTo(stringOf(value) ?? '');
        const itself = to?.scope === 'data' && to.path.length === 1 && to.path[0] === key;
        // To say it with the id of the screen is a mistake of its own: `payload-reference-own-screen`.
        if (!itself || to.screen !== undefined) continue;
        const entry = screen.data().get(key);
        report({
          node: value!,
          message: say('{0} is set to itself: give it another value.', key),
          facts: { key },
          ...(entry && {
            related: [{ node: entry.keyNode, message: say('{0} is declared here.', key) }],
          }),
        });
      }
    }
  },
};
