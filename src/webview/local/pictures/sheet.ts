import type { Size } from '../looks';

/** Where a phone stands on a sheet, in CSS pixels. */
export interface Placed extends Size {
  readonly x: number;
  readonly y: number;
}

export interface Sheet extends Size {
  readonly phones: readonly Placed[];
}

/** Around the sheet, and between phones; captions stand above the phones. */
const margin = 40;
const between = 32;
export const captionHeight = 28;
/** Width by height that a sheet should have: paper lies on its side. */
const paper = 1.4;

/** Phones in rows, from left to right, on a sheet that is about as wide as paper that lies on its side. */
export function sheetOf(sizes: readonly Size[]): Sheet {
  const cell = Math.max(...sizes.map(({ width }) => width));
  const average = sizes.reduce((sum, { height }) => sum + height + captionHeight, 0) / sizes.length;
  const columns = Math.min(
    sizes.length,
    Math.max(1, Math.round(Math.sqrt((sizes.length * paper * average) / cell))),
  );
  const phones: Placed[] = [];
  let y = margin;
  for (let row = 0; row < sizes.length; row += columns) {
    const inRow = sizes.slice(row, row + columns);
    inRow.forEach((size, index) => {
      phones.push({ ...size, x: margin + index * (cell + between), y: y + captionHeight });
    });
    y += Math.max(...inRow.map(({ height }) => height)) + captionHeight + between;
  }
  return { phones, width: 2 * margin + columns * (cell + between) - between, height: y - between + margin };
}

/** What Chromium draws at most: a side, and all pixels together (of which each takes four bytes). */
const longestSide = 16_384;
const mostPixels = 64_000_000;

/** The scale that was wanted, or as much of it as can be drawn. */
export function drawable({ width, height }: Size, scale: number): number {
  return Math.min(scale, longestSide / Math.max(width, height), Math.sqrt(mostPixels / (width * height)));
}
