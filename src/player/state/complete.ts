import { isBoolean, valueOf } from '../../flowjson/text/nodes';
import type { Screen } from '../../flowjson/model/screen';
import type { JsonObject } from '../json';
import { withoutNulls } from './endpoint';
import { summaryOf } from './summary';
import type { Turn } from './turn';

/** Ends the flow with a response, as the webhook delivers it (facts on Flow JSON, section 16). */
export function complete(turn: Turn, screen: Screen | undefined, payload: JsonObject): void {
  const response = { flow_token: turn.flowToken, ...withoutNulls(payload) };
  const success = screen === undefined || !isBoolean(valueOf(screen.node, 'success'), false);
  const message = {
    type: 'interactive',
    interactive: {
      type: 'nfm_reply',
      nfm_reply: { name: 'flow', body: 'Sent', response_json: JSON.stringify(response) },
    },
  };
  turn.change({ phase: { is: 'completed', response, success }, snackbar: null });
  turn.tell({ is: 'completed', response, message, summary: summaryOf(turn.flow, turn.state), success });
}
