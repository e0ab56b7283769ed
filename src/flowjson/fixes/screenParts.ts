import { componentFact, propertiesOf } from '../catalogue';
import { before } from '../catalogue/versions';
import type { Flow } from '../model/flow';
import type { Screen } from '../model/screen';
import type { Edit } from '../text/edit';
import { property, valueOf, type Node } from '../text/nodes';
import { insertItem, setProperty } from '../model/edits';
import { readable } from './names';
import { actionFor, answerOf } from './samples';

/** The list in which a new component of a screen belongs: inside the Form where there is one. */
export function mainList(screen: Screen): Node | undefined {
  const form = screen.components.find(({ type, parent }) => type === 'Form' && parent === undefined);
  const inside = valueOf(form?.node, 'children');
  const list = inside?.type === 'array' ? inside : valueOf(valueOf(screen.node, 'layout'), 'children');
  return list?.type === 'array' ? list : undefined;
}

/** Puts a Footer below everything else; on a terminal screen it completes, elsewhere it goes on. */
export function addFooter(flow: Flow, screen: Screen, terminal = screen.terminal): Edit[] | undefined {
  if (standsAlone(flow, screen)) return undefined;
  const list = mainList(screen);
  const footer = footerFor(flow, screen, terminal);
  return list && footer && insertItem(flow, list, footer);
}

/** A NavigationList has no Footer beside it, and a RichText only from 6.3 on. */
function standsAlone(flow: Flow, screen: Screen): boolean {
  const alone = before(flow.version, '6.3') ? ['NavigationList', 'RichText'] : ['NavigationList'];
  return screen.components.some(({ type }) => alone.includes(type));
}

function footerFor(flow: Flow, screen: Screen, terminal: boolean): Record<string, unknown> | undefined {
  const shape = propertiesOf(componentFact('Footer')!, flow.version).get('on-click-action')?.shape;
  const action = terminal
    ? { name: 'complete', payload: answerOf(screen) }
    : shape?.is === 'action'
      ? actionFor({ flow, screen }, shape)
      : undefined;
  if (action === undefined) return undefined;
  return { type: 'Footer', label: terminal ? 'Done' : 'Continue', 'on-click-action': action };
}

/** Makes a screen one that ends the flow; nothing where what its Footer does speaks against it. */
export function makeTerminal(flow: Flow, screen: Screen): Edit[] | undefined {
  const footers = screen.components.filter(({ type }) => type === 'Footer');
  const goesOn = screen
    .actions()
    .some(
      ({ name, component }) => component.type === 'Footer' && name !== 'complete' && name !== 'data_exchange',
    );
  const hasList = screen.components.some(({ type }) => type === 'NavigationList');
  if (goesOn || hasList) return undefined;
  const marks = markTerminal(flow, screen);
  if (footers.length > 0) return marks;
  const footer = addFooter(flow, screen, true);
  return footer && [...marks, ...footer];
}

export function markTerminal(flow: Flow, screen: Screen): Edit[] {
  const before = ['success', 'data', 'layout'].find((key) => property(screen.node, key));
  return setProperty(flow, screen.node, 'terminal', true, before);
}

/** A screen that shows next to nothing and ends the flow: something to begin with. */
export function endScreen(id: string, data: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    id,
    title: readable(id),
    terminal: true,
    ...(Object.keys(data).length > 0 && { data }),
    layout: {
      type: 'SingleColumnLayout',
      children: [
        { type: 'TextBody', text: 'Text' },
        { type: 'Footer', label: 'Done', 'on-click-action': { name: 'complete', payload: {} } },
      ],
    },
  };
}
