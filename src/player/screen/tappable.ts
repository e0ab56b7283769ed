import { say, type Message } from '../../flowjson/message';
import type { Flow } from '../../flowjson/model/flow';
import type { Screen } from '../../flowjson/model/screen';
import { valueOf } from '../../flowjson/text/nodes';
import { evaluateAll } from '../evaluate/evaluate';
import { isObject, beginningOf, own } from '../json';
import type { PlayerState } from '../state/state';
import type { ShownInput } from './inputs';
import type { ShownComponent } from './reading';
import { scopeOn } from './scope';

/** Why a Footer does not work now; `where` is the name of the input that is to blame, if one is. */
export interface Obstacle {
  readonly reason: Message;
  readonly where?: string;
}

/**
 * What keeps a Footer from working: `enabled`, inputs that are empty or invalid, and for `navigate` a payload with values
 * that do not exist (facts on Flow JSON, section 13). What does not show counts as valid. Empty when it works.
 */
export function obstaclesOf(
  flow: Flow,
  state: PlayerState,
  screen: Screen,
  footer: ShownComponent,
  inputs: readonly ShownInput[],
): readonly Obstacle[] {
  const obstacles: Obstacle[] = [];
  if (own(footer.properties, 'enabled') === false) obstacles.push({ reason: say('It is not enabled.') });
  for (const { name, problems } of inputs) {
    const problem = problems.find(({ kind }) => kind !== 'unchecked');
    if (problem) obstacles.push({ reason: problem.message, where: name });
  }
  const node = valueOf(footer.component.node, 'on-click-action');
  const action = node && beginningOf(node);
  if (isObject(action) && own(action, 'name') === 'navigate') {
    const { gaps } = evaluateAll(own(action, 'payload') ?? {}, scopeOn(flow, state, screen, 'payload'));
    const mistake = gaps.find(({ broken }) => broken);
    if (mistake) obstacles.push({ reason: mistake.reason });
  }
  return obstacles;
}
