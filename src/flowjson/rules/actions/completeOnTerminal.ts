import { say } from '../../message';
import { valueOf } from '../../text/nodes';
import type { ScreenRule } from '../rule';

/** Row 40. That `complete` belongs into a Footer is said by the words that a place allows (structure). */
export const completeOnTerminal: ScreenRule = {
  id: 'complete-on-terminal-screen',
  codes: ['INVALID_COMPLETE_ACTION'],
  severity: 'error',
  provenance: 'documented',
  rows: [40],
  about: 'The action complete stands on terminal screens only.',
  checkScreen(screen, report) {
    const terminal = valueOf(screen.node, 'terminal');
    if (screen.terminal || (terminal !== undefined && terminal.type !== 'boolean')) return;
    for (const action of screen.actions()) {
      if (action.name !== 'complete' || action.component.type !== 'Footer') continue;
      report({
        node: action.nameNode!,
        message: say(
          'Only a terminal screen can complete the flow: add {0} to this screen, or navigate to another one.',
          '"terminal": true',
        ),
        facts: { property: 'terminal', screen: screen.id ?? '' },
        ...(terminal && { related: [{ node: terminal, message: say('The screen is not terminal.') }] }),
      });
    }
  },
};
