import { say, type Message } from '../../message';
import { recogniseFlow } from '../../model/recognise';
import type { Flow } from '../../model/flow';
import type { FlowRule } from '../rule';
import { beginning } from './place';

/** Says once what a file is that is no Flow JSON. No other rule runs on it (`scope.ts`). */
export const notAFlow: FlowRule = {
  id: 'not-a-flow',
  codes: ['INVALID_FLOW_JSON'],
  severity: 'error',
  provenance: 'observed',
  about: 'The text is a Flow JSON: one JSON object with a version and screens.',
  checkFlow(flow, report) {
    const kind = recogniseFlow(flow.tree);
    if (kind !== 'flow') report({ node: beginning(flow), message: whatItIs(flow, kind) });
  },
};

function whatItIs({ tree: { top } }: Flow, kind: 'chat-flow' | 'other'): Message {
  if (kind === 'chat-flow') {
    return say(
      'This is a Chat Flow, a conversation drawn on the canvas of CAMS, and not a WhatsApp Flow. Import it in the CAMS console.',
    );
  }
  if (top === undefined) return say('This is not a Flow JSON: the text is no JSON at all.');
  if (top.type !== 'object') {
    return say(
      'This is not a Flow JSON: a Flow JSON is one object, in braces, with "version" and "screens".',
    );
  }
  return say('This is not a Flow JSON: neither "version" nor "screens" of a flow stand in it.');
}
