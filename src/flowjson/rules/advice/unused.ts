import { inputTypes } from '../../catalogue';
import { say, shortened } from '../../message';
import type { Component } from '../../model/component';
import type { Flow } from '../../model/flow';
import { once } from '../../once';
import type { Screen } from '../../model/screen';
import { isBoolean, properties, valueOf } from '../../text/nodes';
import type { FlowRule } from '../rule';

const unusedData: FlowRule = {
  id: 'unused-data',
  codes: ['UNUSED_DATA'],
  severity: 'info',
  provenance: 'advice',
  about: 'What a screen declares in its data is read somewhere, or at least supplied.',
  checkFlow: (flow, report) => {
    const mentioned = mentions(flow);
    for (const screen of flow.screens) {
      for (const { key, keyNode, value } of screen.data().values()) {
        // `required` of JSON Schema may stand between the entries.
        if (value?.type !== 'object' || mentioned(screen, 'data', key)) continue;
        report({
          node: keyNode,
          message: say('Nothing reads "{0}". Remove it if it is not needed.', shortened(key)),
          facts: { key },
        });
      }
    }
  },
};

const unreadInput: FlowRule = {
  id: 'unread-input',
  codes: ['UNREAD_INPUT'],
  severity: 'info',
  provenance: 'advice',
  about: 'What people enter is read somewhere: in a payload, a condition or a text.',
  checkFlow: (flow, report) => {
    const mentioned = mentions(flow);
    for (const screen of flow.screens) {
      const acting = new Set(screen.actions().map(({ component }) => component.node));
      for (const component of screen.components) {
        const { name, nameNode } = component;
        if (name === undefined || !asksSomething(component) || acting.has(component.node)) continue;
        if (mentioned(screen, 'form', name)) continue;
        report({
          node: nameNode!,
          message: say(
            'Nothing reads what is entered here. Put {0} into a payload.',
            `\${form.${shortened(name)}}`,
          ),
          facts: { name },
        });
      }
    }
  },
};

/** Whether the value of an input says anything: a mandatory OptIn is always true, a NavigationList acts on a tap. */
function asksSomething({ type, node }: Component): boolean {
  if (type === 'OptIn') return !isBoolean(valueOf(node, 'required'), true);
  return type !== 'NavigationList' && inputTypes.has(type);
}

type Mentioned = (screen: Screen, scope: 'data' | 'form', key: string) => boolean;

/** What the references of all screens read, and which data the actions supply. */
function mentions(flow: Flow): Mentioned {
  const all = new Map<string, Set<string>>();
  const own = new Map<Screen, Set<string>>();
  for (const screen of flow.screens) {
    const { local, global } = mentionsOn(screen);
    own.set(screen, local);
    for (const [id, keys] of global) {
      const known = all.get(id);
      if (known) keys.forEach((key) => known.add(key));
      else all.set(id, new Set(keys));
    }
  }
  return (screen, scope, key) => {
    const mention = `${scope} ${key}`;
    if (own.get(screen)!.has(mention)) return true;
    return screen.id !== undefined && (all.get(screen.id)?.has(mention) ?? false);
  };
}

interface Mentions {
  readonly local: Set<string>;
  readonly global: Map<string, Set<string>>;
}

const mentionsOn = once((screen: Screen): Mentions => {
  const local = new Set<string>();
  const global = new Map<string, Set<string>>();
  const add = (id: string | undefined, mention: string): void => {
    if (id === undefined) local.add(mention);
    else global.set(id, (global.get(id) ?? new Set()).add(mention));
  };
  for (const { to } of screen.references()) {
    if (to) add(to.screen, `${to.scope} ${to.path[0]!}`);
  }
  for (const { name, target, payload } of screen.actions()) {
    const id = name === 'navigate' ? target : undefined;
    if (name !== 'update_data' && id === undefined) continue;
    for (const { key } of properties(payload)) add(id, `data ${key}`);
  }
  return { local, global };
});

export const unusedRules = [unusedData, unreadInput];
