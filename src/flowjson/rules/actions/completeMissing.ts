import { say } from '../../message';
import type { Flow } from '../../model/flow';
import { valueOf } from '../../text/nodes';
import type { FlowRule } from '../rule';

/** Without an endpoint nothing but `complete` ends a flow. */
export const completeMissing: FlowRule = {
  id: 'complete-missing',
  codes: ['MISSING_COMPLETE_ACTION'],
  severity: 'warning',
  provenance: 'advice',
  about: 'A flow without an endpoint has an action complete.',
  checkFlow(flow, report) {
    if (flow.endpoint) return;
    const terminal = flow.screens.find((screen) => screen.terminal);
    if (!terminal || completes(flow)) return;
    report({
      node: valueOf(terminal.node, 'terminal')!,
      message: say(
        'Nothing ends this flow: give the Footer of a terminal screen the action {0}.',
        'complete',
      ),
      facts: { screen: terminal.id ?? '', suggestion: 'complete' },
    });
  },
};

function completes(flow: Flow): boolean {
  return flow.screens.some((screen) => screen.actions().some(({ name }) => name === 'complete'));
}
