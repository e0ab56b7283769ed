import { isList, isObject, own, type Json, type JsonObject } from '../../../player/json';
import type { Drawn } from '../../../player/player';
import { Pen } from './pen';

const gap = 5;

/** Draws components one below the other, roughly as a phone would: enough to know a screen again. */
export function drawComponents(pen: Pen, list: readonly Drawn[]): void {
  for (const drawn of list) {
    if (pen.isFull) return;
    if (drawn.is === 'group') drawComponents(pen, drawn.children);
    else {
      drawOne(pen, drawn);
      pen.skip(gap);
    }
  }
}

function drawOne(pen: Pen, drawn: Drawn): void {
  const draw = Object.hasOwn(drawings, drawn.type) ? drawings[drawn.type] : undefined;
  if (drawn.is === 'component' && draw !== undefined) draw(pen, drawn);
  else standIn(pen, drawn);
}

type Draw = (pen: Pen, drawn: Drawn) => void;

const texts =
  (look: 'text' | 'strong' | 'faint', size: number, lines: number, bold?: true): Draw =>
  (pen, { properties }) =>
    pen.paragraph(look, proseOf(properties, 'text'), size, lines, bold);

const field =
  (height: number, sign?: string): Draw =>
  (pen, { properties }) => {
    const y = pen.take(height);
    pen.rect('field', Pen.left, y, Pen.width, height, 3);
    pen.put('faint', labelOf(properties), { x: Pen.left + 5, y: y + 12, width: Pen.width - 24, size: 7 });
    if (sign !== undefined) pen.path('line', signAt(sign, Pen.right - 14, y + 5));
  };

const calendar = 'm0 1h8v7h-8zm0 2.5h8';
const down = 'm1 2.5 3 3 3-3';
const forward = 'm2.5 1 3 3-3 3';

const signAt = (sign: string, x: number, y: number): string => `M${x} ${y}${sign}`;

const options =
  (round: number): Draw =>
  (pen, { properties, options: all }) => {
    pen.paragraph('strong', labelOf(properties), 7.5, 2, true);
    const shown = all.slice(0, all.length > 4 ? 3 : 4);
    for (const option of shown) {
      if (pen.isFull) return;
      const y = pen.take(14);
      pen.put('text', textOf(option.properties, 'title'), {
        x: Pen.left,
        y: y + 9,
        width: Pen.width - 14,
        size: 7.5,
      });
      pen.rect('field', Pen.right - 8, y + 2.5, 8, 8, round);
      if (option.selected) pen.rect('button', Pen.right - 6, y + 4.5, 4, 4, round / 2);
    }
    more(pen, all.length - shown.length);
  };

const picture =
  (height: number): Draw =>
  (pen, { properties }) => {
    const asked = own(properties, 'height');
    const tall = typeof asked === 'number' ? Math.min(Math.max(asked * 0.4, 18), 80) : height;
    const y = pen.take(tall);
    pen.rect('picture', Pen.left, y, Pen.width, tall, 3);
    const [x, middle] = [Pen.left + Pen.width / 2, y + tall / 2];
    pen.path('faint', `M${x - 11} ${middle + 7}l7-9 5 6 3-3 7 6z`);
  };

const pick: Draw = (pen, { properties }) => {
  pen.paragraph('strong', labelOf(properties), 7.5, 2, true);
  const y = pen.take(18);
  pen.rect('dashed', Pen.left, y, Pen.width, 18, 4);
  const x = Pen.left + Pen.width / 2;
  pen.path('line', `M${x - 4} ${y + 9}h8M${x} ${y + 5}v8`);
};

const drawings: Readonly<Record<string, Draw>> = {
  TextHeading: texts('strong', 10.5, 3, true),
  TextSubheading: texts('strong', 8.5, 3, true),
  TextBody: texts('text', 7.5, 5),
  TextCaption: texts('faint', 6.5, 4),
  RichText: (pen, { properties }) => {
    for (const block of blocksOf(own(properties, 'text') ?? null)) {
      if (pen.isFull) return;
      if (block.startsWith('#'))
        pen.paragraph('strong', prose(block), block.startsWith('##') ? 8.5 : 10.5, 2, true);
      else pen.paragraph('text', prose(block), 7.5, 5);
      pen.skip(2);
    }
  },
  TextInput: field(19),
  TextArea: field(38),
  Dropdown: field(19, down),
  DatePicker: field(19, calendar),
  CalendarPicker: field(19, calendar),
  CheckboxGroup: options(1.5),
  RadioButtonsGroup: options(4),
  ChipsSelector: chips,
  Image: picture(52),
  ImageCarousel: (pen, drawn) => {
    picture(60)(pen, drawn);
    const y = pen.take(8) + 5;
    for (const x of [-6, 0, 6]) pen.rect('faint', Pen.left + Pen.width / 2 + x - 1.5, y - 1.5, 3, 3, 1.5);
  },
  PhotoPicker: pick,
  DocumentPicker: pick,
  OptIn: (pen, { properties, input }) => {
    const y = pen.take(13);
    pen.rect('field', Pen.left, y + 1, 8, 8, 1.5);
    if (input?.value === true) pen.rect('button', Pen.left + 2, y + 3, 4, 4, 0.5);
    pen.put('text', labelOf(properties), { x: Pen.left + 13, y: y + 8, width: Pen.width - 13, size: 7 });
  },
  EmbeddedLink: (pen, { properties }) => {
    const y = pen.take(10);
    pen.put('link', textOf(properties, 'text'), { x: Pen.left, y: y + 8, width: Pen.width, size: 7.5 });
  },
  NavigationList: (pen, { properties, options: rows }) => {
    pen.paragraph('strong', labelOf(properties), 8, 2, true);
    for (const row of rows.slice(0, 8)) {
      if (pen.isFull) return;
      const content = own(row.properties, 'main-content');
      const main = isObject(content) ? content : {};
      const y = pen.take(21);
      const width = Pen.width - 12;
      pen.put('text', textOf(main, 'title'), { x: Pen.left, y: y + 8, width, size: 7.5, bold: true });
      pen.put('faint', textOf(main, 'description'), { x: Pen.left, y: y + 16, width, size: 6.5 });
      pen.path('line', signAt(forward, Pen.right - 8, y + 6));
    }
  },
};

function chips(pen: Pen, { properties, options: all }: Drawn): void {
  pen.paragraph('strong', labelOf(properties), 7.5, 2, true);
  let x = Pen.left;
  let y = pen.take(16);
  for (const option of all.slice(0, 10)) {
    const text = textOf(option.properties, 'title');
    const width = Math.min(12 + text.length * 3.8, Pen.width);
    if (x + width > Pen.right) {
      if (pen.isFull) return;
      x = Pen.left;
      y = pen.take(16);
    }
    pen.rect(option.selected ? 'button' : 'field', x, y, width, 13, 6.5);
    const look = option.selected ? 'on-button' : 'text';
    pen.put(look, text, { x: x + 5, y: y + 9, width: width - 8, size: 6.5 });
    x += width + 4;
  }
}

function standIn(pen: Pen, { type }: Drawn): void {
  const y = pen.take(18);
  pen.rect('dashed', Pen.left, y, Pen.width, 18, 3);
  pen.put('faint', type === '' ? '?' : type, {
    x: Pen.left + 5,
    y: y + 11.5,
    width: Pen.width - 10,
    size: 7,
  });
}

function more(pen: Pen, count: number): void {
  if (count <= 0 || pen.isFull) return;
  const y = pen.take(10);
  pen.put('faint', `+ ${count}`, { x: Pen.left, y: y + 7, width: Pen.width, size: 6.5 });
}

function textOf(properties: JsonObject, name: string): string {
  const value = own(properties, name);
  return typeof value === 'string' ? value : '';
}

/** The label; of a range the one of its beginning. */
function labelOf(properties: JsonObject): string {
  const label = own(properties, 'label');
  return isObject(label) ? textOf(label, 'start-date') : textOf(properties, 'label');
}

function proseOf(properties: JsonObject, name: string): string {
  const value = own(properties, name);
  return prose(
    isList(value) ? value.filter((one) => typeof one === 'string').join(' ') : textOf(properties, name),
  );
}

/** More blocks than fit on a screen are not looked at. */
function blocksOf(text: Json): string[] {
  const lines = isList(text)
    ? text.filter((one) => typeof one === 'string')
    : [typeof text === 'string' ? text : ''];
  return lines
    .slice(0, 40)
    .flatMap((line) => line.slice(0, 2000).split('\n'))
    .filter((line) => line.trim() !== '');
}

/** Markdown without its signs; pictures in it are left out. */
function prose(text: string): string {
  return text
    .slice(0, 600)
    .replace(/!\[[^\]]{0,200}\]\([^)]{0,400}\)?/g, ' ')
    .replace(/\[([^\]]{0,200})\]\([^)]{0,400}\)/g, '$1')
    .replace(/[*_~#|`]+/g, '');
}
