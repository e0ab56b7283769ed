import type { Message } from '../../../flowjson/message';
import type { MapNode, Mark } from '../contract';
import { fitted, widthOf, wrapped } from './fitting';
import { card, phone, phoneAt, rounded, type Look, type Shape } from './shapes';
import { markNames } from './words';

type Tone = 'entry' | 'end' | 'warning' | 'error' | undefined;

const tones: Readonly<Record<Mark, Tone>> = {
  entry: 'entry',
  end: 'end',
  failure: 'end',
  unreachable: 'warning',
  deadEnd: 'warning',
  onlyBack: undefined,
  missing: 'error',
  twice: 'error',
  nameless: 'error',
};

/**
 * The card of a screen, at the origin, without the picture in its phone.
 *
 * @param idSize how large its id is written: seen from farther away it must be larger
 */
export function drawCard(node: MapNode, tell: (message: Message) => string, idSize = 11): Shape[] {
  const { marks, problems } = node;
  const worst = worstOf(problems);
  const size = pillSizeAt(idSize);
  const count = problems.length > 0 && worst !== 'info' ? String(node.problemCount) : '';
  const room = card.width - 16 - (count === '' ? 0 : widthOf(count) * size + 18);
  const shapes: Shape[] = [
    { is: 'rect', look: lookOf(marks, worst), x: 0, y: 0, width: card.width, height: card.height, round: 8 },
    ...idOf(node, room, idSize),
    ...(marks.includes('missing') ? [questionMark] : []),
  ];
  if (count !== '') {
    const width = widthOf(count) * size + 10;
    const tone: Tone = worst === 'error' ? 'error' : 'warning';
    shapes.push(...pill({ x: card.width - 7 - width, y: 14.5, width, size }, count, tone, true));
  }
  let x = phoneAt.x;
  for (const mark of marks) {
    const name = tell(markNames[mark]);
    const text = fitted(name, card.width - 8 - x - 10, size);
    const width = widthOf(text) * size + 13;
    // Only the first one may be cut off: the beginning of another says too little.
    if (mark !== marks[0] && text !== name) break;
    if (text.length < 2 || x + width > card.width - 6) break;
    shapes.push(...pill({ x, y: card.height - 14.5, width, size }, text, tones[mark], false));
    x += width + 4;
  }
  return shapes;
}

const questionMark: Shape = {
  is: 'text',
  look: 'quiet',
  x: card.width / 2,
  y: card.height / 2 + 14,
  size: 40,
  text: '?',
  anchor: 'middle',
};

function idOf({ id, title }: MapNode, room: number, size: number): Shape[] {
  const y = 15 + size * 0.36;
  if (id === '') return [{ is: 'text', look: 'quiet', x: 9, y, size, text: fitted(title, room, size) }];
  return [
    { is: 'text', look: 'id', x: 9, y, size, text: fitted(id, room, size, true), bold: true, mono: true },
  ];
}

/** What is seen from far away: nothing but the id, as large as it fits. */
export function drawFromFar({ id, title, marks, problems }: MapNode): Shape[] {
  const width = card.width - 16;
  const text = id === '' ? title : id.replaceAll('_', ' ');
  const size = [30, 26, 22, 18].find((one) => widest(text) * one <= width) ?? 18;
  const lines = wrapped(text, width, size, 5);
  const top = card.height / 2 - ((lines.length - 1) * size * 1.2) / 2 + size * 0.35;
  return [
    {
      is: 'rect',
      look: lookOf(marks, worstOf(problems)),
      x: 0,
      y: 0,
      width: card.width,
      height: card.height,
      round: 8,
    },
    ...lines.map((line, index): Shape => {
      const y = top + index * size * 1.2;
      return { is: 'text', look: 'id', x: card.width / 2, y, size, text: line, anchor: 'middle', bold: true };
    }),
    ...marks.slice(0, 1).flatMap((mark) => {
      const look = lookOfPill(tones[mark]);
      return [
        { is: 'rect', look, x: 0, y: card.height - 14, width: card.width, height: 14, round: 6 } as const,
      ];
    }),
  ];
}

function widest(text: string): number {
  return text.split(' ').reduce((most, word) => Math.max(most, widthOf(word)), 0);
}

/** The empty phone: its picture is drawn on it. */
export const emptyPhone: Shape = { is: 'rect', look: 'phone', x: 0, y: 0, ...phone };

export function worstOf(problems: MapNode['problems']): 'error' | 'warning' | 'info' | undefined {
  return (['error', 'warning', 'info'] as const).find((one) =>
    problems.some(({ severity }) => severity === one),
  );
}

function lookOf(marks: readonly Mark[], worst: ReturnType<typeof worstOf>): Look {
  if (marks.includes('missing')) return 'card-missing';
  if (worst === 'error') return 'card-problem';
  if (marks.includes('unreachable')) return 'card-unreachable';
  return marks.includes('deadEnd') ? 'card-deadEnd' : 'card';
}

const lookOfPill = (tone: Tone): Look => (tone === undefined ? 'pill' : `pill-${tone}`);

const pillSizeAt = (idSize: number): number => (idSize > 15 ? 14 : idSize > 11 ? 12 : 9);

/** @param place `y`: its middle; `size`: of its text */
function pill(
  { x, y, width, size }: { x: number; y: number; width: number; size: number },
  text: string,
  tone: Tone,
  bold: boolean,
): Shape[] {
  const height = size + 6;
  const top = rounded(y - height / 2);
  return [
    { is: 'rect', look: lookOfPill(tone), x, y: top, width, height, round: height / 2 },
    {
      is: 'text',
      look: tone === undefined ? 'on-pill' : `on-pill-${tone}`,
      x: x + width / 2,
      y: rounded(y + size * 0.355),
      size,
      text,
      anchor: 'middle',
      ...(bold && { bold: true as const }),
    },
  ];
}
