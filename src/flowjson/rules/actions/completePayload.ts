import { boundTo } from '../../text/reference';
import { say } from '../../message';
import type { Flow } from '../../model/flow';
import type { Screen } from '../../model/screen';
import { property, stringOf, valueOf } from '../../text/nodes';
import type { FlowRule, ScreenRule } from '../rule';
import { payloadStrings } from './payload';

/** The platform adds the token to the answer under this word. */
export const reservedPayloadKey: ScreenRule = {
  id: 'payload-reserved-key',
  codes: ['RESERVED_PAYLOAD_KEY'],
  severity: 'warning',
  provenance: 'advice',
  about: 'The answer has no key of its own named flow_token: the platform adds it.',
  checkScreen(screen, report) {
    for (const action of screen.actions()) {
      const entry = action.name === 'complete' ? property(action.payload, 'flow_token') : undefined;
      if (!entry) continue;
      report({
        node: entry.keyNode,
        message: say('WhatsApp adds {0} to the answer itself: choose another name.', 'flow_token'),
        facts: { key: 'flow_token' },
      });
    }
  },
};

/** Images in base64 as they begin: JPEG, PNG, GIF, WebP. */
const imageBeginning = /^(?:\/9j\/|iVBORw0KGgo|R0lGOD|UklGR|data:image\/)/;
/** Shorter texts are no picture, whatever they begin with. */
const shortestImage = 100;

export const imageInAnswer: FlowRule = {
  id: 'complete-image',
  codes: ['IMAGE_IN_COMPLETE_PAYLOAD'],
  severity: 'warning',
  provenance: 'documented',
  about: 'The answer carries no image in base64.',
  checkFlow(flow, report) {
    for (const screen of flow.screens) {
      for (const action of screen.actions()) {
        if (action.name !== 'complete') continue;
        for (const { entry, node } of payloadStrings(action)) {
          if (!isImage(node.value as string) && !isImage(exampleBehind(flow, screen, node.value as string)))
            continue;
          report({
            node,
            message: say('This sends an image in the answer, which should be small: leave it out.'),
            facts: { key: entry.key },
          });
        }
      }
    }
  },
};

function isImage(text: string | undefined): boolean {
  return text !== undefined && text.length >= shortestImage && imageBeginning.test(text);
}

/** The example of the data entry that a payload value reads. */
function exampleBehind(flow: Flow, screen: Screen, text: string): string | undefined {
  const to = boundTo(text);
  if (to?.scope !== 'data' || to.path.length !== 1) return undefined;
  const source = to.screen === undefined ? screen : flow.screen(to.screen);
  return stringOf(valueOf(source?.data().get(to.path[0]!)?.value, '__example__'));
}
