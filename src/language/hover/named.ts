import type { Resolution } from '../../flowjson/expression/resolve';
import { typeName } from '../../flowjson/expression/valueTypes';
import { say, type Message } from '../../flowjson/message';
import type { Flow } from '../../flowjson/model/flow';
import type { Screen } from '../../flowjson/model/screen';
import { property } from '../../flowjson/text/nodes';
import { filledBy } from '../../flowjson/model/payload';
import { exampleOf, labelOf, sourceOf } from '../context/describe';
import { excerpt, type Passage } from '../context/passage';

/**
 * What a reference leads to: its type, where it is declared, an example, where its value comes from. Nothing for what leads
 * nowhere: the diagnostics speak about that.
 *
 * @param written what stands between the braces
 * @param path the way from the data model or the name of the input on
 */
export function aboutResolved(
  flow: Flow,
  resolution: Resolution,
  written: string,
  path: readonly string[],
): readonly Passage[] {
  if (resolution.is !== 'data' && resolution.is !== 'input') return [];
  const { screen, type } = resolution;
  const head: Passage = { code: `${written}: ${typeName(type)}`, typed: true };
  const id = screen.id ?? '';
  if (resolution.is === 'input') {
    const { component } = resolution;
    const label = labelOf(component);
    return [
      head,
      label === ''
        ? say('{0} on the screen {1}.', component.type, id)
        : say('{0} “{1}” on the screen {2}.', component.type, label, id),
    ];
  }
  const example = exampleOf(screen, path);
  return [
    head,
    say('Data of the screen {0}.', id),
    ...(example ? [{ code: excerpt(sourceOf(flow, example)) }] : []),
    ...originsOf(flow, screen, path[0]!),
  ];
}

/** Where the value of a data entry comes from. */
function originsOf(flow: Flow, screen: Screen, key: string): Message[] {
  const fillers = flow.screens.filter((other) =>
    other
      .actions()
      .some(
        (action) =>
          action.name === 'navigate' &&
          filledBy(flow, other, action) === screen &&
          property(action.payload, key),
      ),
  );
  const isChanged = screen
    .actions()
    .some(({ name, payload }) => name === 'update_data' && property(payload, key));
  const from = fillers.map(({ id }) => id ?? '…').join(', ');
  return [
    ...(fillers.length > 0 ? [say('Handed over by navigate from: {0}.', from)] : []),
    ...(fillers.length === 0 && !flow.endpoint ? [say('Comes with the message that opens the flow.')] : []),
    ...(flow.endpoint ? [say('May come from the endpoint.')] : []),
    ...(isChanged ? [say('Changed by update_data.')] : []),
  ];
}

/** A screen: its title, whether the flow ends there, what leads there and where it goes. */
export function aboutScreen(
  screen: Screen,
  title: string | undefined,
  before: readonly string[],
  after: readonly string[],
): readonly Passage[] {
  return [
    ...(title === undefined ? [] : [{ text: title }]),
    ...(screen.terminal ? [say('The flow can end on this screen.')] : []),
    before.length === 0 ? say('No screen leads here.') : say('Reached from: {0}.', before.join(', ')),
    ...(after.length === 0 ? [] : [say('Leads to: {0}.', after.join(', '))]),
  ];
}
