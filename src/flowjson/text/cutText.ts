import type { Node, ParseError } from 'jsonc-parser';

/** A value in a text that need not be read again: it is known. */
export interface Cut {
  /** Where it stands now. */
  readonly start: number;
  readonly end: number;
  /** What is known of it. */
  readonly node: Node;
  /** Items of the same array that follow it, and stand between start and end as well. */
  readonly more: readonly Node[];
}

/** The shortest text that is read as a value of that kind. */
const standIns: Readonly<Partial<Record<Node['type'], string>>> = { object: '{}', array: '[]', string: '""' };

export const hasStandIn = ({ type }: Pick<Node, 'type'>): boolean => standIns[type] !== undefined;

/** Whether there is a stand-in for such a value, and it is worth one. */
export const canBeCut = (node: Pick<Node, 'type' | 'length'>): boolean =>
  node.length > 64 && hasStandIn(node);

/**
 * A text whose known values are replaced by empty ones of their kind, so that reading it costs only what is left. The
 * parser never looks back: where it reads the empty value it would have read the whole one, and would go on in the same
 * state. So it would behind several items of an array, which have one stand-in. Where it does not read the empty value as
 * such (it may stand in a string now), this says nothing.
 */
export class CutText {
  readonly text: string;
  /** Where the stand-ins begin in the short text, and the first characters behind them in both texts. */
  private readonly starts: number[] = [];
  private readonly shortEnds: number[] = [];

  /** @param cuts in the order of the text, apart from each other */
  constructor(
    whole: string,
    readonly cuts: readonly Cut[],
  ) {
    const parts: string[] = [];
    let from = 0;
    let length = 0;
    for (const { start, end, node } of cuts) {
      const standIn = standIns[node.type]!;
      parts.push(whole.slice(from, start), standIn);
      length += start - from;
      this.starts.push(length);
      length += standIn.length;
      this.shortEnds.push(length);
      from = end;
    }
    parts.push(whole.slice(from));
    this.text = parts.join('');
  }

  /** Where a place of the short text stands in the whole one. */
  place(offset: number): number {
    const index = this.before(offset);
    return index < 0 ? offset : this.cuts[index]!.end + offset - this.shortEnds[index]!;
  }

  /** A problem of the short text where it stands in the whole one: it may be about a text that was cut out. */
  problem({ error, offset, length }: ParseError): ParseError {
    const next = this.before(offset) + 1;
    const isCut = this.starts[next] === offset && this.cuts[next]!.node.type === 'string';
    return { error, offset: this.place(offset), length: isCut ? this.cuts[next]!.node.length : length };
  }

  /** The cut whose stand-in this node of the short text is. */
  cutOf(node: Node): Cut | undefined {
    const cut = node.length === 2 ? this.cuts[this.before(node.offset) + 1] : undefined;
    const isIt = cut?.node.type === node.type && this.starts[this.before(node.offset) + 1] === node.offset;
    return isIt ? cut : undefined;
  }

  /** The last cut whose stand-in ends at or before a place; -1 for none. */
  private before(offset: number): number {
    let low = 0;
    let high = this.shortEnds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.shortEnds[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
