import { before } from '../../catalogue/versions';
import { say } from '../../message';
import { valueOf } from '../../text/nodes';
import type { ScreenRule } from '../rule';

/** The second half of row 79: the Footer of a terminal screen ends the flow or asks the endpoint. Checked from 7.3 on. */
export const navigateOnTerminal: ScreenRule = {
  id: 'navigate-on-terminal-screen',
  codes: ['MISSING_FOOTER_ON_TERMINAL_SCREEN'],
  severity: (version) => (before(version, '7.3') ? 'warning' : 'error'),
  provenance: 'observed',
  rows: [79],
  about: 'The Footer of a terminal screen completes or asks the endpoint; it does not navigate.',
  checkScreen(screen, report) {
    if (!screen.terminal) return;
    for (const action of screen.actions()) {
      if (action.name !== 'navigate' || action.component.type !== 'Footer') continue;
      const terminal = valueOf(screen.node, 'terminal');
      report({
        node: action.nameNode!,
        message: say(
          'The Footer of a terminal screen has to end the flow with {0} or ask the endpoint with {1}.',
          'complete',
          'data_exchange',
        ),
        facts: { property: 'terminal', screen: screen.id ?? '', suggestion: 'complete' },
        ...(terminal && { related: [{ node: terminal, message: say('The screen is terminal.') }] }),
      });
    }
  },
};
