import type { Action } from '../../flowjson/model/action';
import type { Flow } from '../../flowjson/model/flow';
import type { Screen } from '../../flowjson/model/screen';
import type { Node } from '../../flowjson/text/nodes';

/** The action that an object is; nothing for other objects. */
export function actionAt(screen: Screen, node: Node | undefined): Action | undefined {
  return node && screen.actions().find((action) => action.node === node);
}

/** The screen whose data an action's payload becomes; nothing where it goes elsewhere or that cannot be known. */
export function filledBy(flow: Flow, screen: Screen, { name, target }: Action): Screen | undefined {
  if (name === 'update_data') return screen;
  return name === 'navigate' && target !== undefined ? flow.screen(target) : undefined;
}
