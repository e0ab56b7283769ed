import { atLeast, before } from '../../flowjson/catalogue';
import type { ActionSlot } from '../../flowjson/model/action';
import type { Screen } from '../../flowjson/model/screen';
import { valueOf } from '../../flowjson/text/nodes';
import { isObject, isUnfilled, beginningOf, own, type Json, type JsonObject } from '../json';
import { inputsAmong } from '../screen/inputs';
import { shownOn, type ShownComponent } from '../screen/reading';
import { runAction } from './action';
import { optionOf } from './option';
import type { Turn } from './turn';

/**
 * Runs what a change of a choice causes (facts on Flow JSON, section 6.1): the action of the option, else that of the
 * component; without an `on-unselect-action` the select action runs for both.
 */
export function runSelect(
  turn: Turn,
  screen: Screen,
  shown: ShownComponent,
  chosen: boolean,
  option?: string,
): void {
  const item = option === undefined ? undefined : optionOf(shown, option);
  for (const holder of [item, actionsOf(shown)]) {
    const slots: readonly ActionSlot[] = chosen
      ? ['on-select-action']
      : ['on-unselect-action', 'on-select-action'];
    const slot = slots.find((one) => holder && isObject(own(holder, one)));
    if (slot === undefined || holder === undefined) continue;
    runAction(turn, screen, own(holder, slot) as JsonObject, { shown, slot, ofItem: holder === item });
    return;
  }
}

/**
 * In versions from 6.0 to before 7.0 the select action of a component also runs when a screen comes to the front on which
 * it has a value (facts on Flow JSON, sections 1.1 and 13). Of several that ask the endpoint only the first does.
 */
export function selectOnRender(turn: Turn, screen: Screen): void {
  const { version } = turn.flow;
  if (!atLeast(version, '6.0') || !before(version, '7.0')) return;
  const inputs = inputsAmong(turn.flow, turn.state, screen, shownOn(turn.flow, turn.state, screen));
  for (const { shown, held } of inputs) {
    const action = own(actionsOf(shown), 'on-select-action');
    if (turn.state.phase.is !== 'showing' || isUnfilled(held) || !isObject(action)) continue;
    runAction(turn, screen, action, { shown, slot: 'on-select-action', ofItem: false });
  }
}

/** The actions of the component itself, as they stand. */
export function actionsOf({ component }: ShownComponent): JsonObject {
  const found: [string, Json][] = [];
  for (const slot of ['on-click-action', 'on-select-action', 'on-unselect-action']) {
    const node = valueOf(component.node, slot);
    if (node) found.push([slot, beginningOf(node)]);
  }
  return Object.fromEntries(found);
}
