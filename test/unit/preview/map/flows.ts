import type * as vscode from 'vscode';
import { parseFlow } from '../../../../src/flowjson/analyse';
import type { FlowReader } from '../../../../src/preview/ports';

const to = (name: string) => ({ name: 'navigate', next: { type: 'screen', name }, payload: {} });
const footer = (label: string, action: object) => ({ type: 'Footer', label, 'on-click-action': action });
const layout = (...children: object[]) => ({ type: 'SingleColumnLayout', children });

/** A screen whose Footer does that. */
export const screen = (id: string | undefined, action: object | undefined, more: object = {}) => ({
  ...(id === undefined ? {} : { id }),
  title: `Title of ${id ?? 'nobody'}`,
  layout: layout(...(action ? [footer('Continue', action)] : [{ type: 'TextBody', text: 'Hello' }])),
  ...more,
});

export const navigate = to;
export const ask = { name: 'data_exchange', payload: {} };
export const complete = { name: 'complete', payload: {} };

/** Every kind of screen and way. */
export const odd = {
  version: '6.3',
  data_api_version: '3.0',
  routing_model: { START: ['DETAILS', 'HELP', 'GHOST'], DETAILS: ['DONE'], LOST: [] },
  screens: [
    screen('START', ask),
    screen('DETAILS', to('DONE')),
    screen('HELP', to('NOWHERE')),
    screen('TERMS', undefined),
    screen('LOST', { name: 'open_url', url: 'https://example.com' }),
    screen('DONE', complete, { terminal: true }),
    screen('SORRY', complete, { terminal: true, success: false }),
    screen('DONE', undefined),
    screen(undefined, undefined),
  ],
};

export const text = (flow: object): string => JSON.stringify(flow, undefined, 2);
export const read = (flow: object) => parseFlow(text(flow));

/** Reads whatever is open. */
export function reader(): FlowReader {
  const known = new WeakMap<vscode.TextDocument, { version: number; flow: ReturnType<typeof parseFlow> }>();
  return {
    of: (document) => {
      const before = known.get(document);
      if (before?.version === document.version) return before.flow;
      const flow = parseFlow(document.getText(), before?.flow);
      known.set(document, { version: document.version, flow });
      return flow;
    },
  };
}
