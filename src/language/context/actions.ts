import type { Action } from '../../flowjson/model/action';
import type { Screen } from '../../flowjson/model/screen';
import type { Node } from '../../flowjson/text/nodes';

/** The action that an object is; nothing for other objects. */
export function actionAt(screen: Screen, node: Node | undefined): Action | undefined {
  return node && screen.actions().find((action) => action.node === node);
}
