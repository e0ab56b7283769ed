import { fitted, wrapped } from '../../../webview/map/drawing/fitting';
import { phone, rounded, type Look, type Shape } from '../../../webview/map/drawing/shapes';

const margin = 9;

/** Writes one thing below the other, as on a phone, until the screen is full. */
export class Pen {
  readonly shapes: Shape[] = [];

  constructor(
    private y: number,
    private readonly bottom: number,
  ) {}

  static readonly left = margin;
  static readonly right = phone.width - margin;
  static readonly width = phone.width - 2 * margin;

  /** Nothing below can be seen. */
  get isFull(): boolean {
    return this.y >= this.bottom;
  }

  skip(height: number): void {
    this.y += height;
  }

  /** Room of that height; where it begins. */
  take(height: number): number {
    const top = this.y;
    this.y += height;
    return top;
  }

  rect(look: Look, x: number, y: number, width: number, height: number, round = 0): void {
    this.shapes.push({
      is: 'rect',
      look,
      x: rounded(x),
      y: rounded(y),
      width: rounded(width),
      height,
      round,
    });
  }

  path(look: Look, d: string): void {
    this.shapes.push({ is: 'path', look, d });
  }

  /** One line of text somewhere, cut off where it does not fit. */
  put(
    look: Look,
    text: string,
    at: { x: number; y: number; width: number; size: number; bold?: true },
  ): void {
    const line = fitted(text, at.bold ? at.width * 0.94 : at.width, at.size);
    if (line === '') return;
    const { x, y, size, bold } = at;
    this.shapes.push({
      is: 'text',
      look,
      x: rounded(x),
      y: rounded(y),
      size,
      text: line,
      ...(bold && { bold }),
    });
  }

  /** A paragraph over the whole width. */
  paragraph(look: Look, text: string, size: number, lines: number, bold?: true): void {
    for (const line of wrapped(text, bold ? Pen.width * 0.94 : Pen.width, size, lines)) {
      if (this.isFull) return;
      const y = this.take(size * 1.3) + size;
      this.shapes.push({
        is: 'text',
        look,
        x: margin,
        y: rounded(y),
        size,
        text: line,
        ...(bold && { bold }),
      });
    }
  }
}
