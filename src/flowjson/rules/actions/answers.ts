import { catalogue } from '../../catalogue';
import { say } from '../../message';
import type { Component } from '../../model/component';
import type { Flow } from '../../model/flow';
import type { Screen } from '../../model/screen';
import { isBoolean, valueOf } from '../../text/nodes';
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
    if (!terminal || actionNames(flow).has('complete')) return;
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

/** What people typed and nobody reads is usually forgotten in a payload. */
export const answerLost: FlowRule = {
  id: 'answer-lost',
  codes: ['INPUT_NEVER_READ'],
  severity: 'info',
  provenance: 'advice',
  about: 'What people enter is read somewhere: in the answer, on another screen, in a condition.',
  checkFlow(flow, report) {
    if (!actionNames(flow).has('complete')) return;
    const read = inputsRead(flow);
    for (const screen of flow.screens) {
      const acting = actsByItself(screen);
      for (const component of screen.components) {
        if (component.name === undefined || !isAsked(component)) continue;
        if (acting.has(component) || read.get(screen)?.has(component.name)) continue;
        report({
          node: component.nameNode!,
          message: say(
            'Nothing reads {0}: add {1} to a payload, or the answer is lost.',
            component.name,
            `\${form.${component.name}}`,
          ),
          facts: { component: component.name, screen: screen.id ?? '' },
        });
      }
    }
  },
};

function actionNames(flow: Flow): Set<string | undefined> {
  return new Set(flow.screens.flatMap((screen) => screen.actions().map(({ name }) => name)));
}

/** Inputs with an answer: a required OptIn can only be ticked, a NavigationList acts by itself. */
function isAsked({ type, node }: Component): boolean {
  if (!catalogue.inputTypes.has(type) || type === 'NavigationList') return false;
  return type !== 'OptIn' || !isBoolean(valueOf(node, 'required'), true);
}

/** Inputs that do something when something is chosen, so that nobody needs to read them. */
function actsByItself(screen: Screen): Set<Component> {
  return new Set(screen.actions().map(({ component }) => component));
}

/** Names of the inputs that some reference reads, by the screen that they stand on. */
function inputsRead(flow: Flow): Map<Screen, Set<string>> {
  const read = new Map<Screen, Set<string>>();
  for (const screen of flow.screens) {
    for (const { to } of screen.references()) {
      if (to?.scope !== 'form') continue;
      const source = to.screen === undefined ? screen : flow.screen(to.screen);
      if (!source) continue;
      const names = read.get(source) ?? new Set<string>();
      names.add(to.path[0]!);
      read.set(source, names);
    }
  }
  return read;
}
