import { say, shortened } from '../../flowjson/message';
import type { Flow } from '../../flowjson/model/flow';
import { isTooDeep } from '../json';
import { takeAnswer, takeFailure } from './answer';
import { goBack } from './back';
import { changeInput } from './input';
import { jump } from './jump';
import { mergeData } from './open';
import { selectOnRender } from './select';
import { start } from './start';
import type { PlayerEvent, PlayerState, Stepped } from './state';
import { tap } from './tap';
import { Turn } from './turn';

/**
 * What an event makes of a running flow (facts on Flow JSON, section 13). Pure: the same flow, state and event always give
 * the same; the state given is not changed, so that keeping it is stepping back. Never throws: what cannot happen now is
 * refused, with the reason among the effects.
 */
export function step(flow: Flow, state: PlayerState, event: PlayerEvent): Stepped {
  if (event.is === 'restarted') return start(flow, state.options, event.keepData ? state.screens : {});
  const turn = new Turn(flow, state);
  take(turn, event);
  const { front } = turn;
  const isShown = turn.state.phase.is === 'showing' && state.stack !== turn.state.stack;
  if (isShown && front) selectOnRender(turn, front);
  return turn.stepped;
}

function take(turn: Turn, event: Exclude<PlayerEvent, { is: 'restarted' }>): void {
  const { phase } = turn.state;
  switch (event.is) {
    case 'answered':
    case 'failed':
      if (phase.is !== 'waiting') turn.refuse(say('Nobody has asked the endpoint.'));
      else if (event.is === 'answered') takeAnswer(turn, phase, event.answer);
      else takeFailure(turn, phase, event.failure);
      return;
    case 'supplied':
      supply(turn, event);
      return;
    case 'jumped':
      jump(turn, event.screen);
      return;
    case 'dismissed':
      turn.change({ snackbar: null });
      return;
    default:
      useScreen(turn, event);
  }
}

type ScreenEvent = Exclude<
  PlayerEvent,
  { is: 'restarted' | 'answered' | 'failed' | 'supplied' | 'jumped' | 'dismissed' }
>;

function useScreen(turn: Turn, event: ScreenEvent): void {
  const { front } = turn;
  const { phase } = turn.state;
  if (phase.is === 'waiting') turn.refuse(say('The endpoint has been asked and has not answered yet.'));
  else if (phase.is !== 'showing') turn.refuse(say('The flow has ended; start it again.'));
  else if (front === undefined) turn.refuse(say('The screen is no longer there.'));
  else if (event.is === 'back') goBack(turn);
  else if (event.is === 'tapped') tap(turn, front, event.key, event.item);
  else changeInput(turn, front, event);
}

function supply(turn: Turn, { screen: id, data }: PlayerEvent & { is: 'supplied' }): void {
  const screen = turn.flow.screen(id);
  if (screen === undefined || isTooDeep(data)) {
    turn.refuse(say('There is no screen {0}.', shortened(id)));
    return;
  }
  turn.changeScreen(id, { data: {} });
  mergeData(turn, screen, data);
}
