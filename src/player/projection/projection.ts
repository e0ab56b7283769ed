import { say } from '../../flowjson/message';
import type { Flow } from '../../flowjson/model/flow';
import type { Screen } from '../../flowjson/model/screen';
import { once } from '../../flowjson/once';
import { valueOf } from '../../flowjson/text/nodes';
import { evaluateText } from '../evaluate/evaluate';
import { beginningOf, type Json } from '../json';
import { mostKeys } from '../limits';
import { inputsAmong, screenStateOf } from '../screen/inputs';
import { shownOn } from '../screen/reading';
import { dataValue, scopeOn } from '../screen/scope';
import type { PlayerState } from '../state/state';
import { Drawing } from './draw';
import { placeOf } from './place';
import type { Drawn, Projection, ShownScreen } from './types';

/**
 * What a running flow shows now, ready to be drawn; never throws. The flow may have changed since the state was made: what
 * still fits is shown (see `carryOver`). Cost: linear in the screen in front.
 */
export function project(flow: Flow, state: PlayerState): Projection {
  const { phase, snackbar } = state;
  const id = state.stack.at(-1);
  const screen = id === undefined ? undefined : flow.screen(id);
  return {
    phase,
    screen: screen === undefined ? null : projectScreen(flow, state, screen),
    reason: screen === undefined ? reasonOf(state) : null,
    snackbar,
    busy: phase.is === 'waiting',
    canGoBack: (phase.is === 'showing' || phase.is === 'waiting') && state.stack.length > 1,
  };
}

function reasonOf({ phase, stack }: PlayerState): NonNullable<Projection['reason']> {
  if (phase.is === 'empty' || phase.is === 'stopped') return phase.reason;
  if (phase.is === 'waiting' && stack.length === 0) return say('The endpoint says which screen comes first.');
  return say('The screen is no longer there.');
}

function projectScreen(flow: Flow, state: PlayerState, screen: Screen): ShownScreen {
  const shown = shownOn(flow, state, screen);
  const inputs = inputsAmong(flow, state, screen, shown);
  const drawing = new Drawing(flow, state, screen, inputs);
  const all = drawing.list(shown);
  const footer = firstFooter(all);
  const title = titleOf(flow, state, screen);
  return {
    id: screen.id!,
    place: placeOf(flow, screen.node),
    ...title,
    terminal: screen.terminal,
    ...dataOf(state, screen),
    components: footer ? without(all, footer) : all,
    footer: footer ?? null,
  };
}

function titleOf(flow: Flow, state: PlayerState, screen: Screen): Pick<ShownScreen, 'title' | 'gaps'> {
  const node = valueOf(screen.node, 'title');
  const written = node && beginningOf(node);
  if (typeof written !== 'string') return { title: '', gaps: [] };
  const { value, gaps } = evaluateText(written, scopeOn(flow, state, screen));
  return {
    title: typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value),
    gaps: gaps.map((gap) => ({ ...gap, property: 'title' })),
  };
}

function dataOf(state: PlayerState, screen: Screen): Pick<ShownScreen, 'data' | 'examples'> {
  const keys = new Set([
    ...declaredKeys(screen),
    ...Object.keys(screenStateOf(state, screen).data).slice(0, mostKeys),
  ]);
  const data: [string, Json][] = [];
  const examples: string[] = [];
  for (const key of keys) {
    const found = dataValue(state, screen, key);
    if (found === undefined) continue;
    data.push([key, found.value]);
    if (found.example) examples.push(key);
  }
  return { data: Object.fromEntries(data), examples };
}

const declaredKeys = once((screen: Screen): readonly string[] =>
  [...screen.data().keys()].slice(0, mostKeys),
);

function firstFooter(list: readonly Drawn[]): Drawn | undefined {
  for (const one of list) {
    if (one.type === 'Footer' && one.is !== 'placeholder') return one;
    const inner = firstFooter(one.children);
    if (inner) return inner;
  }
  return undefined;
}

function without(list: readonly Drawn[], footer: Drawn): Drawn[] {
  return list
    .filter((one) => one !== footer)
    .map((one) => (one.children.length > 0 ? { ...one, children: without(one.children, footer) } : one));
}
