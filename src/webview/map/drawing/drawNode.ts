import type { Message } from '../../../flowjson/message';
import type { MapNode, Mark } from '../contract';
import { fitted, widthOf, wrapped } from './fitting';
import { card, phone, phoneAt, type Look, type Shape } from './shapes';
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
  const count = problems.length > 0 && worst !== 'info' ? String(node.problemCount) : '';
  const room = card.width - 16 - (count === '' ? 0 : widthOf(count) * 9 + 18);
  const shapes: Shape[] = [
    { is: 'rect', look: lookOf(marks, worst), x: 0, y: 0, width: card.width, height: card.height, round: 8 },
    ...idOf(node, room, idSize),
    ...(marks.includes('missing') ? [questionMark] : []),
  ];
  if (count !== '') {
    const width = widthOf(count) * 9 + 10;
    const tone: Tone = worst === 'error' ? 'error' : 'warning';
    shapes.push(...pill(card.width - 7 - width, 7, width, count, tone, true));
  }
  let x = phoneAt.x;
  for (const mark of marks) {
    const text = fitted(tell(markNames[mark]), card.width - 8 - x - 10, 9);
    const width = widthOf(text) * 9 + 13;
    if (text.length < 2 || x + width > card.width - 6) break;
    shapes.push(...pill(x, card.height - 22, width, text, tones[mark], false));
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

function pill(x: number, y: number, width: number, text: string, tone: Tone, bold: boolean): Shape[] {
  return [
    { is: 'rect', look: lookOfPill(tone), x, y, width, height: 15, round: 7.5 },
    {
      is: 'text',
      look: tone === undefined ? 'on-pill' : `on-pill-${tone}`,
      x: x + width / 2,
      y: y + 10.7,
      size: 9,
      text,
      anchor: 'middle',
      ...(bold && { bold: true as const }),
    },
  ];
}
