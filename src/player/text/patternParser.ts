/** A part of a regular expression. What is remembered of a match is left out: only whether there is one is asked. */
export type Piece =
  | { readonly is: 'sign'; readonly fits: (sign: string) => boolean }
  | { readonly is: 'place'; readonly at: 'start' | 'end' | 'word' | 'inside' }
  | { readonly is: 'look'; readonly wanted: boolean; readonly inner: Piece }
  | { readonly is: 'sequence'; readonly pieces: readonly Piece[] }
  | { readonly is: 'choice'; readonly pieces: readonly Piece[] }
  | { readonly is: 'repeat'; readonly inner: Piece; readonly min: number; readonly max: number };

/** Parentheses deeper than this are not read: the reader is recursive. */
const deepest = 50;

/**
 * Reads a regular expression; nothing where it is wrong, or has what the matcher does not know: references back, looking
 * behind, and what only other dialects have. Cost: linear.
 */
export function readPattern(source: string): Piece | undefined {
  try {
    return new Reader(source).read();
  } catch (error) {
    if (error instanceof Unreadable || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

class Unreadable extends Error {}

class Reader {
  private at = 0;
  private depth = 0;

  constructor(private readonly source: string) {}

  read(): Piece {
    const piece = this.choice();
    if (this.at < this.source.length) throw new Unreadable();
    return piece;
  }

  private choice(): Piece {
    const pieces = [this.sequence()];
    while (this.take('|')) pieces.push(this.sequence());
    return pieces.length === 1 ? pieces[0]! : { is: 'choice', pieces };
  }

  private sequence(): Piece {
    const pieces: Piece[] = [];
    while (this.at < this.source.length && !'|)'.includes(this.source[this.at]!)) {
      pieces.push(this.repeated(this.atom()));
    }
    return { is: 'sequence', pieces };
  }

  private repeated(inner: Piece): Piece {
    const counts = /(?:([*+?])|\{(\d{1,6})(?:(,)(\d{1,6})?)?\})([?+]?)/y;
    counts.lastIndex = this.at;
    const found = counts.exec(this.source);
    if (!found) return inner;
    // What takes all it can and gives nothing back exists in other dialects only.
    if (found[5] === '+') throw new Unreadable();
    this.at = counts.lastIndex;
    const [, sign, least, comma, most] = found;
    const min = sign === undefined ? Number(least) : sign === '+' ? 1 : 0;
    const max =
      sign === undefined
        ? comma === undefined
          ? min
          : Number(most ?? Infinity)
        : sign === '?'
          ? 1
          : Infinity;
    if (max < min) throw new Unreadable();
    return { is: 'repeat', inner, min, max };
  }

  private atom(): Piece {
    const sign = this.next();
    switch (sign) {
      case '(':
        return this.group();
      case '[':
        return this.set();
      case '.':
        return { is: 'sign', fits: (one) => !/[\n\r\u2028\u2029]/.test(one) };
      case '^':
        return { is: 'place', at: 'start' };
      case '$':
        return { is: 'place', at: 'end' };
      case '\\':
        return this.escaped();
      case '*':
      case '+':
      case '?':
        throw new Unreadable();
      default:
        return { is: 'sign', fits: (one) => one === sign };
    }
  }

  private group(): Piece {
    this.depth += 1;
    if (this.depth > deepest) throw new Unreadable();
    const kind = /\?(?:([:=!])|<(?![=!])[\p{L}_$][\w$]*>)/uy;
    kind.lastIndex = this.at;
    const found = kind.exec(this.source);
    if (found) this.at = kind.lastIndex;
    else if (this.source[this.at] === '?') throw new Unreadable();
    const inner = this.choice();
    if (!this.take(')')) throw new Unreadable();
    this.depth -= 1;
    const look = found?.[1];
    return look === '=' || look === '!' ? { is: 'look', wanted: look === '=', inner } : inner;
  }

  /** A set is asked of one sign at a time, which the built-in matcher does without danger. */
  private set(): Piece {
    const start = this.at - 1;
    for (let sign = this.next(); sign !== ']'; sign = this.next()) if (sign === '\\') this.next();
    return oneSign(this.source.slice(start, this.at));
  }

  private escaped(): Piece {
    const start = this.at - 1;
    const sign = this.next();
    if (sign === 'b' || sign === 'B') return { is: 'place', at: sign === 'b' ? 'word' : 'inside' };
    if (/[1-9k]/.test(sign)) throw new Unreadable();
    const rest = {
      u: /\{[\da-f]{1,6}\}|[\da-f]{4}/iy,
      x: /[\da-f]{2}/iy,
      p: /\{[\w=]+\}/y,
      P: /\{[\w=]+\}/y,
    };
    if (Object.hasOwn(rest, sign)) {
      const tail = rest[sign as keyof typeof rest];
      tail.lastIndex = this.at;
      if (tail.test(this.source)) this.at = tail.lastIndex;
    }
    return oneSign(this.source.slice(start, this.at));
  }

  private take(sign: string): boolean {
    if (this.source[this.at] !== sign) return false;
    this.at += 1;
    return true;
  }

  /** The next character, whole. */
  private next(): string {
    const code = this.source.codePointAt(this.at);
    if (code === undefined) throw new Unreadable();
    const sign = String.fromCodePoint(code);
    this.at += sign.length;
    return sign;
  }
}

/** A class or an escape, in the strict dialect or, where that refuses what people write such as `\-`, the loose one. */
function oneSign(source: string): Piece {
  const known = new Map<string, boolean>();
  const expression = compiled(source);
  const fits = (sign: string): boolean => {
    let answer = known.get(sign);
    if (answer === undefined) known.set(sign, (answer = expression.test(sign)));
    return answer;
  };
  return { is: 'sign', fits };
}

function compiled(source: string): RegExp {
  try {
    return new RegExp(`^${source}$`, 'u');
  } catch {
    return new RegExp(`^${source}$`);
  }
}
