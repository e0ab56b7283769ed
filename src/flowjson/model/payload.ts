import type { Action } from './action';
import type { Flow } from './flow';
import type { Screen } from './screen';

/**
 * The screen whose data an action's payload becomes; nothing where it goes elsewhere or that cannot be known.
 *
 * @param screen the screen that the action stands on
 */
export function filledBy(flow: Flow, screen: Screen, { name, target }: Action): Screen | undefined {
  if (name === 'update_data') return screen;
  return name === 'navigate' && target !== undefined ? flow.screen(target) : undefined;
}
