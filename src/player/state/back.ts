import { say } from '../../flowjson/message';
import { isBoolean, valueOf } from '../../flowjson/text/nodes';
import { ask } from './endpoint';
import { returnTo } from './open';
import type { Turn } from './turn';

/** One screen back; the endpoint is asked where the screen that is left says so (facts on Flow JSON, section 13). */
export function goBack(turn: Turn): void {
  const { front } = turn;
  const previous = turn.state.stack.at(-2);
  const target = previous === undefined ? undefined : turn.flow.screen(previous);
  if (front === undefined || target === undefined) {
    turn.refuse(say('This is the first screen: going back closes the flow.'));
    return;
  }
  if (turn.flow.endpoint && isBoolean(valueOf(front.node, 'refresh_on_back'), true)) {
    ask(turn, 'BACK', front.id, {});
  } else returnTo(turn, target);
}
