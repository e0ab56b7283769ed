import type { Size } from '../looks';

/** Between two phones, and from the last one to the edge. */
export const gap = 24;
const smallest = 0.35;

/** How phones stand in the room that there is. */
export interface Fit {
  readonly inRow: boolean;
  /** From {@link smallest} to 1. */
  readonly scale: number;
}

/** The arrangement in which phones are largest; never larger than they are. */
export function fit(room: Size, phone: Size, count: number): Fit {
  const row = scaleIn(room, { width: phone.width * count, height: phone.height }, gap * (count - 1), 0);
  const column = scaleIn(room, { width: phone.width, height: phone.height * count }, 0, gap * (count - 1));
  const inRow = row >= column;
  return { inRow, scale: Math.min(1, Math.max(smallest, inRow ? row : column)) };
}

function scaleIn(room: Size, { width, height }: Size, across: number, down: number): number {
  return Math.min((room.width - across) / width, (room.height - down) / height);
}
