import { bracketsOf } from './brackets';
import type { Inline, Mark } from './nodes';

type Token =
  | { readonly is: 'node'; readonly node: Inline }
  | { readonly is: 'mark'; readonly mark: Mark; readonly sign: string; role: 'sign' | 'open' | 'close' };

type MarkToken = Extract<Token, { is: 'mark' }>;

/**
 * Reads the inside of a block: bold, italic, strike, links and, with `images`, pictures. Never throws, never loses a
 * word: signs without a partner stand as they are. Linear in the length of the text.
 */
export function readInline(text: string, images: boolean): readonly Inline[] {
  const tokens: Token[] = [];
  const marks = new OpenMarks();
  const runs = new Runs(text);
  let at = 0;
  for (const { from, to, node } of bracketsOf(text, images, (words) => readInline(words, false))) {
    tokenise(text, at, from, runs, tokens, marks);
    tokens.push({ is: 'node', node });
    at = to;
  }
  tokenise(text, at, text.length, runs, tokens, marks);
  return nested(tokens);
}

/** Marks that still wait for their partner, at most one of a kind: that keeps the reader linear. */
class OpenMarks {
  private open: MarkToken[] = [];

  get last(): Mark | undefined {
    return this.open.at(-1)?.mark;
  }

  /** Closes a mark, opens it, or leaves it as a sign. Whatever was opened inside and not closed stays a sign. */
  meet(token: MarkToken, canOpen: boolean, canClose: boolean): void {
    const before = this.open.findIndex(({ mark }) => mark === token.mark);
    if (before !== -1 && canClose) {
      this.open[before]!.role = 'open';
      token.role = 'close';
      this.open.length = before;
    } else if (canOpen) {
      // The nearer of two beginnings counts.
      if (before !== -1) this.open.splice(before, 1);
      this.open.push(token);
    }
  }
}

/** The runs of signs in a text, one after the other. What was found ahead is kept: looking twice would not be linear. */
class Runs {
  private ahead: RegExpExecArray | null | undefined;

  constructor(private readonly text: string) {}

  /** The first run at or behind a place. */
  from(place: number): RegExpExecArray | null {
    if (this.ahead !== undefined && (this.ahead === null || this.ahead.index >= place)) return this.ahead;
    const signs = /\*+|~+/g;
    signs.lastIndex = place;
    return (this.ahead = signs.exec(this.text));
  }
}

/** Splits a part of the text into marks and what is between them. */
function tokenise(
  text: string,
  from: number,
  to: number,
  runs: Runs,
  tokens: Token[],
  marks: OpenMarks,
): void {
  let plain = from;
  for (let run = runs.from(from); run && run.index < to; run = runs.from(run.index + run[0].length)) {
    const at = run.index;
    const end = at + run[0].length;
    const kinds = kindsOf(run[0][0]!, end - at, marks.last);
    if (kinds.length === 0) continue;
    addText(tokens, text.slice(plain, at));
    plain = end;
    const canOpen = isBlack(text[end]);
    const canClose = isBlack(text[at - 1]);
    for (const [mark, written] of kinds) {
      const token: MarkToken = { is: 'mark', mark, sign: written, role: 'sign' };
      tokens.push(token);
      marks.meet(token, canOpen, canClose);
    }
  }
  addText(tokens, text.slice(plain, to));
}

const bold = ['bold', '**'] as const;
const italic = ['italic', '*'] as const;

function kindsOf(sign: string, length: number, last: Mark | undefined): (readonly [Mark, string])[] {
  if (sign === '~') return length === 2 ? [['strike', '~~']] : [];
  if (length === 1) return [italic];
  if (length === 2) return [bold];
  // Three close in the order in which they can: what was opened last first.
  return length === 3 ? (last === 'italic' ? [italic, bold] : [bold, italic]) : [];
}

function isBlack(sign: string | undefined): boolean {
  return sign !== undefined && !/\s/.test(sign);
}

function addText(tokens: Token[], text: string): void {
  if (text !== '') tokens.push({ is: 'node', node: { is: 'text', text } });
}

/** Opened and closed marks stand in each other already, three deep at most. */
function nested(tokens: readonly Token[]): readonly Inline[] {
  const levels: { readonly mark: Mark | undefined; readonly content: Inline[] }[] = [
    { mark: undefined, content: [] },
  ];
  for (const token of tokens) {
    const { content } = levels.at(-1)!;
    if (token.is === 'node') content.push(token.node);
    else if (token.role === 'sign') content.push({ is: 'text', text: token.sign });
    else if (token.role === 'open') levels.push({ mark: token.mark, content: [] });
    else {
      levels.pop();
      levels.at(-1)!.content.push({ is: token.mark, content });
    }
  }
  return levels[0]!.content;
}
