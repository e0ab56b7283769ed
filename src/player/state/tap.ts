import { say } from '../../flowjson/message';
import type { Screen } from '../../flowjson/model/screen';
import { isObject, own, withKey } from '../json';
import { inputsAmong } from '../screen/inputs';
import { shownOn, withAllBelow, type ShownComponent } from '../screen/reading';
import { obstaclesOf } from '../screen/tappable';
import { runAction } from './action';
import { optionOf } from './option';
import { actionsOf } from './select';
import type { Turn } from './turn';

/** A tap on a Footer, a link, the "Read more" of an OptIn, or a row of a NavigationList. */
export function tap(turn: Turn, screen: Screen, key: string, item: string | undefined): void {
  const { flow, state } = turn;
  const all = shownOn(flow, state, screen);
  const shown = [...withAllBelow(all)].find((one) => one.key === key);
  if (shown?.fact === undefined || shown.broken) {
    turn.refuse(say('There is nothing to tap here.'), key);
    return;
  }
  if (shown.component.type === 'Footer') {
    const [obstacle] = obstaclesOf(flow, state, screen, shown, inputsAmong(flow, state, screen, all));
    if (obstacle) {
      turn.refuse(obstacle.reason, obstacle.where ?? key);
      return;
    }
  }
  if (shown.component.type === 'NavigationList') tapRow(turn, screen, shown, item);
  else click(turn, screen, shown);
}

function click(turn: Turn, screen: Screen, shown: ShownComponent): void {
  const action = own(actionsOf(shown), 'on-click-action');
  if (isObject(action)) runAction(turn, screen, action, { shown, slot: 'on-click-action', ofItem: false });
  else turn.refuse(say('Nothing happens here on a tap.'), shown.key);
}

/** The row is the value of the list, then its action runs, or that of the list. */
function tapRow(turn: Turn, screen: Screen, shown: ShownComponent, item: string | undefined): void {
  const row = item === undefined ? undefined : optionOf(shown, item);
  if (row === undefined || item === undefined || own(row, 'enabled') === false) {
    turn.refuse(say('This row cannot be tapped.'), shown.key);
    return;
  }
  const { name } = shown.component;
  const { values, touched } = turn.screenState(screen.id!);
  if (name !== undefined) {
    turn.changeScreen(screen.id!, {
      values: withKey(values, name, item),
      touched: touched.includes(name) ? touched : [...touched, name],
    });
  }
  const action = own(row, 'on-click-action');
  if (isObject(action)) runAction(turn, screen, action, { shown, slot: 'on-click-action', ofItem: true });
  else click(turn, screen, shown);
}
