import { say, shortened, type Message } from '../../flowjson/message';
import { recogniseFlow } from '../../flowjson/model/recognise';
import type { Flow } from '../../flowjson/model/flow';
import { ask } from './endpoint';
import { freshen, openScreen } from './open';
import { entryOf } from './routing';
import { selectOnRender } from './select';
import { freshScreen, type PlayerState, type ScreenState, type StartOptions, type Stepped } from './state';
import { Turn } from './turn';

/**
 * Opens a flow (facts on Flow JSON, section 13). Never throws: of a text without a screen it gives a state that says why.
 *
 * @param kept what screens had before, to begin with: their data, nothing else
 */
export function start(
  flow: Flow,
  options: StartOptions = {},
  kept: Readonly<Record<string, ScreenState>> = {},
): Stepped {
  const screens = Object.fromEntries(
    Object.entries(kept).map(([id, { data }]) => [id, { ...freshScreen, data }] as const),
  );
  const turn = new Turn(flow, {
    phase: { is: 'showing' },
    stack: [],
    jumps: [],
    screens,
    snackbar: null,
    options,
    files: 0,
  });
  open(turn, options);
  return turn.stepped;
}

function open(turn: Turn, options: StartOptions): void {
  const { flow } = turn;
  const wanted = options.screen;
  if (wanted !== undefined && flow.screen(wanted) === undefined) {
    turn.refuse(say('There is no screen {0}.', shortened(wanted)));
  }
  const id = wanted !== undefined && flow.screen(wanted) ? wanted : entryOf(flow);
  const screen = id === undefined ? undefined : flow.screen(id);
  if (screen === undefined) {
    turn.change({ phase: { is: 'empty', reason: whyEmpty(flow) } });
    return;
  }
  if (options.action === 'data_exchange' && flow.endpoint) {
    ask(turn, 'INIT', undefined, {});
    return;
  }
  // What the developer laid down for the screen goes before what the message says.
  const laid = turn.screenState(screen.id!).data;
  openScreen(turn, screen, { ...options.data, ...laid });
  selectOnRender(turn, screen);
}

/** Why nothing of a flow can be shown that has no screen to open. */
export function whyEmpty(flow: Flow): Message {
  const { tree } = flow;
  if (tree.text.trim() === '') return say('The text is empty.');
  if (tree.tooDeep) return say('The text is nested too deeply to be read.');
  if (recogniseFlow(tree) !== 'flow') return say('This is not Flow JSON.');
  return flow.screens.length === 0 ? say('There is no screen yet.') : say('No screen has an id yet.');
}

/**
 * Takes a state over to a flow whose text has changed: the screen, typed values and data stay where they still belong.
 * Screens that are gone are left; where nothing remains the flow opens anew, with the data it had. Never throws.
 */
export function carryOver(flow: Flow, state: PlayerState): Stepped {
  const stack = state.stack.filter((id) => flow.screen(id) !== undefined);
  if (state.phase.is === 'empty' || (state.stack.length > 0 && stack.length === 0)) {
    return start(flow, state.options, state.screens);
  }
  const isFrontGone = stack.at(-1) !== state.stack.at(-1);
  const phase: PlayerState['phase'] =
    isFrontGone && state.phase.is === 'waiting' ? { is: 'showing' } : state.phase;
  const isWhole = stack.length === state.stack.length;
  const turn = new Turn(flow, isWhole ? state : { ...state, stack, jumps: jumpsLeft(flow, state), phase });
  if (turn.front && turn.state.phase.is !== 'stopped') freshen(turn, turn.front, false);
  return turn.stepped;
}

/** Where screens are gone from the way, the next one is as good as jumped to. */
function jumpsLeft(flow: Flow, { stack, jumps }: PlayerState): readonly number[] {
  const left = stack.flatMap((id, place) => (flow.screen(id) === undefined ? [] : [place]));
  return left.flatMap((place, now) =>
    jumps.includes(place) || left[now - 1] !== (now === 0 ? undefined : place - 1) ? [now] : [],
  );
}
