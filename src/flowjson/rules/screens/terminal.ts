import { before } from '../../catalogue/versions';
import { say } from '../../message';
import { isBoolean, valueOf } from '../../text/nodes';
import type { FlowRule, ScreenRule } from '../rule';

/** Row 80. Not while `terminal` is something else than true or false somewhere: that is to be mended first. */
export const terminalScreenMissing: FlowRule = {
  id: 'terminal-screen-missing',
  codes: ['MISSING_TERMINAL_SCREEN'],
  severity: 'error',
  provenance: 'documented',
  rows: [80],
  about: 'At least one screen is terminal.',
  checkFlow(flow, report) {
    const node = flow.tree.screensNode;
    const undecided = flow.screens.some((screen) => {
      const terminal = valueOf(screen.node, 'terminal');
      return terminal !== undefined && !isBoolean(terminal, false);
    });
    if (node === undefined || flow.screens.length === 0 || undecided) return;
    report({
      node,
      message: say('No screen is terminal: add {0} to the screen that ends the flow.', '"terminal": true'),
      facts: { property: 'terminal' },
    });
  },
};

/** Row 11. */
export const terminalSuccess: FlowRule = {
  id: 'terminal-success',
  codes: ['INVALID_PROPERTY_VALUE'],
  severity: 'error',
  provenance: 'documented',
  rows: [11],
  about: 'At least one terminal screen counts as success.',
  checkFlow(flow, report) {
    const terminals = flow.screens.filter((screen) => screen.terminal);
    const failures = terminals.flatMap((screen) => {
      const success = valueOf(screen.node, 'success');
      return success && isBoolean(success, false) ? [success] : [];
    });
    const [first, ...others] = failures;
    if (first === undefined || failures.length < terminals.length) return;
    report({
      node: first,
      message: say(
        'No terminal screen counts as success: at least one must not have {0}.',
        '"success": false',
      ),
      facts: { property: 'success' },
      related: others.map((node) => ({ node, message: say('This one does not count as success either.') })),
    });
  },
};

/** The first half of row 79; the other one, what the Footer does, stands among the rules on actions. */
export const terminalFooter: ScreenRule = {
  id: 'terminal-footer-missing',
  codes: ['MISSING_FOOTER_ON_TERMINAL_SCREEN'],
  severity: (version) => (before(version, '7.3') ? 'warning' : 'error'),
  provenance: 'documented',
  rows: [79],
  about: 'A terminal screen has a Footer; refused from 7.3 on.',
  checkScreen(screen, report) {
    const children = valueOf(valueOf(screen.node, 'layout'), 'children');
    if (!screen.terminal || children?.type !== 'array') return;
    if (screen.components.some(({ type }) => type === 'Footer')) return;
    report({
      node: screen.node,
      message: say('This terminal screen has no Footer: people could not finish here. Add one.'),
      facts: { component: 'Footer', screen: screen.id ?? '' },
    });
  },
};
