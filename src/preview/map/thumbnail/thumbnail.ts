import type { Flow } from '../../../flowjson/model/flow';
import type { Screen } from '../../../flowjson/model/screen';
import { once } from '../../../flowjson/once';
import { entryOf, project, start, type ShownScreen } from '../../../player/player';
import { phone, type Shape } from '../../../webview/map/drawing/shapes';
import { fitted } from '../../../webview/map/drawing/fitting';
import { drawComponents } from './components';
import { Pen } from './pen';

const barHeight = 19;
const footerHeight = 27;

/** A screen of more components is not worth the time for a picture in which nobody finds anything. */
const mostComponents = 500;

interface Known {
  readonly version: string;
  readonly isFirst: boolean;
  readonly isEntry: boolean;
  readonly shapes: readonly Shape[];
}

const known = new WeakMap<Screen, Known>();
const entryIn = once(entryOf);

/** The small picture of a screen with its example data; made once, as long as its text stays the same. Never throws. */
export function thumbnailOf(flow: Flow, screen: Screen): readonly Shape[] {
  const { version } = flow;
  // Where another screen has the id, or nobody, the player does not know this one.
  const isFirst = screen.id !== undefined && flow.screen(screen.id) === screen;
  const isEntry = isFirst && screen.id === entryIn(flow);
  const before = known.get(screen);
  if (before?.version === version && before.isFirst === isFirst && before.isEntry === isEntry) {
    return before.shapes;
  }
  const shapes = isFirst ? draw(flow, screen, isEntry) : unknown;
  known.set(screen, { version, isFirst, isEntry, shapes });
  return shapes;
}

function draw(flow: Flow, screen: Screen, isEntry: boolean): readonly Shape[] {
  if (screen.components.length > mostComponents) return unknown;
  const { state } = start(flow, { screen: screen.id! });
  const shown = project(flow, state).screen;
  return shown === null ? unknown : drawScreen(shown, isEntry ? cross : arrowBack);
}

const unknown: readonly Shape[] = [
  {
    is: 'text',
    look: 'faint',
    x: phone.width / 2,
    y: phone.height / 2 + 8,
    size: 24,
    text: '?',
    anchor: 'middle',
  },
];

const cross = 'M6 7l5 5M11 7l-5 5';
/** On every screen to which people come from another one. */
const arrowBack = 'M9 6.5l-3 3l3 3M6 9.5h6';

/** The drawing of a screen, in a phone at the origin. */
function drawScreen({ title, components, footer }: ShownScreen, wayOut: string): readonly Shape[] {
  const shapes: Shape[] = [
    { is: 'rect', look: 'bar', x: 0, y: 0, width: phone.width, height: barHeight },
    { is: 'path', look: 'line', d: wayOut },
  ];
  const text = fitted(title, phone.width - 34, 8);
  if (text !== '') {
    shapes.push({
      is: 'text',
      look: 'title',
      x: phone.width / 2,
      y: 12.5,
      size: 8,
      text,
      anchor: 'middle',
      bold: true,
    });
  }
  const bottom = phone.height - (footer === null ? 0 : footerHeight);
  const pen = new Pen(barHeight + 8, bottom);
  drawComponents(pen, components);
  shapes.push(...pen.shapes);
  if (footer !== null) shapes.push(...drawFooter(footer.properties['label']));
  return shapes;
}

/** Over whatever runs down to it. */
function drawFooter(label: unknown): Shape[] {
  const y = phone.height - footerHeight;
  const text = fitted(typeof label === 'string' ? label : '', Pen.width - 12, 7.5);
  return [
    { is: 'rect', look: 'phone', x: 0, y, width: phone.width, height: footerHeight },
    { is: 'rect', look: 'button', x: Pen.left, y: y + 5, width: Pen.width, height: 16, round: 8 },
    {
      is: 'text',
      look: 'on-button',
      x: phone.width / 2,
      y: y + 15.6,
      size: 7.5,
      text,
      anchor: 'middle',
      bold: true,
    },
  ];
}
