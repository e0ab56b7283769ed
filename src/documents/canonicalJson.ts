/** Deeper than any flow. Each level may cost one copy of what is in it. */
const DEEPEST = 200;

/** For fewer than these, inserting one by one is the fastest way of sorting. */
const MANY = 40;

const [QUOTE, BACKSLASH, COMMA, COLON, MINUS, ZERO] = [0x22, 0x5c, 0x2c, 0x3a, 0x2d, 0x30];
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d];

/** What may follow a backslash and is kept as it is; `\/` and `\u` are only other spellings. */
const kept = new Set(Buffer.from('"\\bfnrt'));
const literals = ['true', 'false', 'null'].map((word) => Buffer.from(word));

/**
 * The one spelling of a JSON text (UTF-8): without white space, members by their names, strings and numbers as JavaScript
 * writes them. Made from the bytes themselves, as values and strings of a text of 10 MB take five times as long.
 *
 * Throws for what is no JSON, and where two texts that differ could get the same spelling: members of the same name, numbers
 * beyond JavaScript's precision. Also for nesting that no flow has.
 */
export function canonicalJson(bytes: Uint8Array): Uint8Array {
  return new Canonical(bytes).text();
}

class Canonical {
  private at = 0;
  private out: Buffer;
  private length = 0;
  private aside = Buffer.alloc(0);

  constructor(private readonly bytes: Uint8Array) {
    this.out = Buffer.allocUnsafe(bytes.length);
  }

  text(): Uint8Array {
    const hasMark = this.bytes[0] === 0xef && this.bytes[1] === 0xbb && this.bytes[2] === 0xbf;
    if (hasMark) this.at = 3;
    this.value(0);
    if (this.next() !== undefined) throw notJson();
    return this.out.subarray(0, this.length);
  }

  private value(depth: number): void {
    if (depth > DEEPEST) throw new RangeError('nested too deeply');
    const first = this.next();
    if (first === QUOTE) this.string();
    else if (first === OPEN_BRACE) this.object(depth);
    else if (first === OPEN_BRACKET) this.array(depth);
    else if (first === MINUS || isDigit(first)) this.number();
    else this.literal();
  }

  private array(depth: number): void {
    this.copy();
    if (this.next() !== CLOSE_BRACKET) {
      this.value(depth + 1);
      while (this.next() === COMMA) {
        this.copy();
        this.value(depth + 1);
      }
    }
    this.expect(CLOSE_BRACKET);
  }

  private object(depth: number): void {
    this.copy();
    /** Where in `out` each member begins, its name ends, and it ends. */
    const places: number[] = [];
    let isSorted = true;
    if (this.next() !== CLOSE_BRACE) {
      for (;;) {
        const start = this.length;
        if (this.next() !== QUOTE) throw notJson();
        this.string();
        const nameEnd = this.length;
        this.next();
        this.expect(COLON);
        this.value(depth + 1);
        const last = places.length - 3;
        isSorted &&= last < 0 || this.compare(places[last]!, places[last + 1]!, start, nameEnd) < 0;
        places.push(start, nameEnd, this.length);
        if (this.next() !== COMMA) break;
        this.copy();
      }
    }
    if (!isSorted) this.sort(places);
    this.expect(CLOSE_BRACE);
  }

  /** Members of the same name are found here too: they are never in order. */
  private sort(places: readonly number[]): void {
    const members = this.inOrder(places);
    const start = places[0]!;
    // As much as is ever needed: what is not written to costs nothing.
    if (this.aside.length < this.length - start) this.aside = Buffer.allocUnsafe(this.out.length);
    copyBytes(this.out, start, this.length, this.aside, 0);
    let to = start;
    for (const member of members) {
      if (to > start) this.out[to++] = COMMA;
      const [from, end] = [places[member]! - start, places[member + 2]! - start];
      copyBytes(this.aside, from, end, this.out, to);
      to += end - from;
    }
  }

  /** Where in `places` the members stand, by their names. */
  private inOrder(places: readonly number[]): number[] {
    const compare = (a: number, b: number) => {
      const order = this.compare(places[a]!, places[a + 1]!, places[b]!, places[b + 1]!);
      if (order === 0 && a !== b) throw new RangeError('a name stands twice');
      return order;
    };
    const members: number[] = [];
    for (let member = 0; member < places.length; member += 3) members.push(member);
    if (members.length > MANY) return members.sort(compare);
    for (let sorted = 1; sorted < members.length; sorted += 1) {
      const member = members[sorted]!;
      let at = sorted;
      for (; at > 0 && compare(members[at - 1]!, member) > 0; at -= 1) members[at] = members[at - 1]!;
      members[at] = member;
    }
    return members;
  }

  private compare(a: number, aEnd: number, b: number, bEnd: number): number {
    const { out } = this;
    const shorter = Math.min(aEnd - a, bEnd - b);
    for (let index = 0; index < shorter; index += 1) {
      const difference = out[a + index]! - out[b + index]!;
      if (difference !== 0) return difference;
    }
    return aEnd - a - (bEnd - b);
  }

  private string(): void {
    const { bytes, out } = this;
    const start = this.at;
    let [at, to] = [start + 1, this.length];
    out[to++] = QUOTE;
    for (;;) {
      const byte = bytes[at++]!;
      out[to++] = byte;
      if (byte === QUOTE) break;
      if (byte === BACKSLASH) {
        const escaped = bytes[at++]!;
        if (!kept.has(escaped)) {
          this.respell(start);
          return;
        }
        out[to++] = escaped;
      } else if (byte < 0x20 || at > bytes.length) throw notJson();
    }
    this.at = at;
    this.length = to;
  }

  /** A string with escapes that are not the shortest. */
  private respell(start: number): void {
    const { bytes } = this;
    let end = start + 1;
    while (bytes[end] !== QUOTE) {
      if (end >= bytes.length) throw notJson();
      end += bytes[end] === BACKSLASH ? 2 : 1;
    }
    this.at = end + 1;
    const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, this.at - start).toString();
    this.write(JSON.stringify(JSON.parse(text)));
  }

  private number(): void {
    const { bytes, at: start } = this;
    let at = start;
    while (isDigit(bytes[at])) at += 1;
    const isPlain =
      at > start && at - start < 16 && !isInNumber(bytes[at]) && (bytes[start] !== ZERO || at - start === 1);
    if (isPlain) {
      this.copy(at - start);
      return;
    }
    while (isInNumber(bytes[at])) at += 1;
    this.at = at;
    const value: unknown = JSON.parse(Buffer.from(bytes.subarray(start, at)).toString());
    if (Math.abs(Number(value)) > Number.MAX_SAFE_INTEGER) throw new RangeError('imprecise');
    this.write(JSON.stringify(value));
  }

  private literal(): void {
    const word = literals.find((word) => word.every((byte, index) => byte === this.bytes[this.at + index]));
    if (word === undefined) throw notJson();
    this.copy(word.length);
  }

  /** What comes after white space; undefined at the end. */
  private next(): number | undefined {
    const { bytes } = this;
    let byte = bytes[this.at];
    while (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) byte = bytes[(this.at += 1)];
    return byte;
  }

  private expect(byte: number): void {
    if (this.bytes[this.at] !== byte) throw notJson();
    this.copy();
  }

  /** The next bytes as they are. */
  private copy(count = 1): void {
    copyBytes(this.bytes, this.at, this.at + count, this.out, this.length);
    this.at += count;
    this.length += count;
  }

  /** A number may be longer than it was: what is left of the text has to fit in behind it. */
  private write(text: string): void {
    const size = Buffer.byteLength(text);
    const needed = this.length + size + this.bytes.length - this.at;
    if (needed > this.out.length) this.out = Buffer.concat([this.out], needed + this.out.length);
    this.out.write(text, this.length);
    this.length += size;
  }
}

/** For a few bytes a loop is faster than a call. */
function copyBytes(from: Uint8Array, start: number, end: number, to: Uint8Array, at: number): void {
  if (end - start > 100) to.set(from.subarray(start, end), at);
  else for (let index = start; index < end; index += 1) to[at + index - start] = from[index]!;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= 0x39;
}

/** Digits, `+`, `-`, `.`, `e` and `E`. */
function isInNumber(byte: number | undefined): boolean {
  return isDigit(byte) || byte === 0x2b || byte === MINUS || byte === 0x2e || byte === 0x65 || byte === 0x45;
}

function notJson(): SyntaxError {
  return new SyntaxError('not JSON');
}
