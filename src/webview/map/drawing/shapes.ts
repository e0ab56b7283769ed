/** What the map is drawn with: the page makes elements of it, the export makes a file of it. Plain JSON. */

/** What a shape is, for its colours: classes in the page, fixed colours in the export. */
export type Look =
  /* The card of a screen */
  | 'card'
  | 'card-unreachable'
  | 'card-deadEnd'
  | 'card-missing'
  | 'card-problem'
  | 'id'
  | 'quiet'
  | 'pill'
  | 'pill-entry'
  | 'pill-end'
  | 'pill-warning'
  | 'pill-error'
  | 'on-pill'
  | 'on-pill-entry'
  | 'on-pill-end'
  | 'on-pill-warning'
  | 'on-pill-error'
  /* The small picture of a screen */
  | 'phone'
  | 'bar'
  | 'title'
  | 'text'
  | 'strong'
  | 'faint'
  | 'line'
  | 'field'
  | 'link'
  | 'picture'
  | 'dashed'
  | 'button'
  | 'on-button'
  /* The ways between them */
  | 'edge'
  | 'edge-dashed'
  | 'edge-problem'
  | 'edge-problem-dashed'
  | 'walked'
  | 'head'
  | 'head-problem'
  | 'label'
  | 'label-plate';

interface Rect {
  readonly is: 'rect';
  readonly look: Look;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly round?: number;
}

interface Text {
  readonly is: 'text';
  readonly look: Look;
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly size: number;
  readonly text: string;
  readonly anchor?: 'middle' | 'end';
  readonly bold?: true;
  readonly mono?: true;
}

interface Path {
  readonly is: 'path';
  readonly look: Look;
  readonly d: string;
}

export type Shape = Rect | Text | Path;

/** A place on the map. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Sizes of what is drawn, in the units of the map: CSS pixels at 100 %. */
export const phone = { width: 144, height: 192 } as const;
export const card = { width: 160, height: 250 } as const;
/** Where the phone lies in its card. */
export const phoneAt: Point = { x: 8, y: 28 };

/** To a tenth: nobody sees more, and long fractions are most of a drawing's length. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
