import { say, shortened } from '../../flowjson/message';
import { openScreen } from './open';
import type { Turn } from './turn';

/** The developer goes to a screen by hand, whatever the flow was doing; that one in front comes to life again. */
export function jump(turn: Turn, id: string): void {
  const screen = turn.flow.screen(id);
  if (screen === undefined) {
    turn.refuse(say('There is no screen {0}.', shortened(id)));
    return;
  }
  if (turn.front === screen) {
    turn.change({ phase: { is: 'showing' }, snackbar: null });
    return;
  }
  const place = turn.state.stack.length;
  openScreen(turn, screen, turn.screenState(id).data);
  turn.change({ jumps: [...turn.state.jumps, place] });
}
