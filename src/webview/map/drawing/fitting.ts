/**
 * How wide a text will be, in units of its size. An estimate: neither the host nor a file that somebody opens elsewhere
 * knows the font. Rather too wide than too narrow.
 */
export function widthOf(text: string, mono = false): number {
  let width = 0;
  for (const sign of text) width += isWide(sign) ? 1.02 : mono ? 0.61 : narrow.has(sign) ? 0.32 : 0.6;
  return width;
}

const narrow = new Set("iljtfrI1.,:;'|!()[] ");

/** Chinese, Japanese and Korean signs, and emoji. */
function isWide(sign: string): boolean {
  const code = sign.codePointAt(0)!;
  return (code >= 0x1100 && code <= 0x11ff) || (code >= 0x2e80 && code <= 0xffef) || code >= 0x1f000;
}

/** Longer texts than anybody sees are not measured. */
const mostSigns = 400;

/** As much of a text as fits into a width on one line; what is cut off ends in `…`. */
export function fitted(text: string, width: number, size: number, mono = false): string {
  return wrapped(text, width, size, 1, mono)[0] ?? '';
}

/** The lines of a text in a width; what is left after the last line is cut off and ends in `…`. */
export function wrapped(text: string, width: number, size: number, most: number, mono = false): string[] {
  const limit = width / size;
  const words = plain(text)
    .split(' ')
    .filter((word) => word !== '');
  const lines: string[] = [];
  let line = '';
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]!;
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer, mono) <= limit) {
      line = longer;
      continue;
    }
    if (lines.length === most - 1) return [...lines, cut(longer, limit, mono)];
    if (line === '') {
      const head = headOf(word, limit, mono);
      lines.push(head);
      words[index] = word.slice(head.length);
    } else {
      lines.push(line);
      line = '';
    }
    index -= 1;
  }
  return line === '' ? lines : [...lines, line];
}

function cut(text: string, width: number, mono: boolean): string {
  return `${headOf(text, width - 0.9, mono).trimEnd()}…`;
}

/** The first signs that fit, at least one: else nobody would ever be done. */
function headOf(text: string, width: number, mono: boolean): string {
  let head = '';
  let used = 0;
  for (const sign of text) {
    used += widthOf(sign, mono);
    if (used > width && head !== '') break;
    head += sign;
  }
  return head;
}

function plain(text: string): string {
  return text
    .slice(0, mostSigns)
    .replace(notText, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}

/** Spaces, and signs that are no text: XML does not allow them, with them an exported map would be no file. */
// eslint-disable-next-line no-control-regex
const notText = /[\u0000-\u0020\u007f-\u009f\u2028\u2029\ufffe\uffff]+/g;
