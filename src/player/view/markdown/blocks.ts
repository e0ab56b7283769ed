import { shortened } from '../../../flowjson/message';
import { readInline } from './inline';
import type { Block, Dialect, Inline } from './nodes';
import { cellsOf, isRow, isRule } from './table';

const entry = /^\s{0,8}(?:[-+]|(\d{1,9})\.)\s+(?=\S)/;
const heading = /^ {0,3}(#{1,6})\s+(?=\S)/;

/** More is not drawn: no phone shows so much, and the panel has to answer while somebody writes. */
const mostBlocks = 1000;
const longestBlock = 20_000;

/**
 * Reads the markdown of a component into blocks. Never throws; everything that is not known to be markdown stays text.
 * Linear in the length of the text.
 *
 * @param source one text, where a blank line ends a paragraph, or one paragraph each
 */
export function readMarkdown(source: string | readonly string[], dialect: Dialect): readonly Block[] {
  return new Reader(linesOf(source), dialect).read();
}

/** Authors write a table or list also with one line in each paragraph: these belong together. */
function linesOf(source: string | readonly string[]): readonly string[] {
  if (typeof source === 'string') return split(source);
  const lines: string[] = [];
  for (const paragraph of source) {
    const more = split(paragraph);
    const [before, after] = [lines.at(-1), more[0]];
    if (before !== undefined && after !== undefined && familyOf(before) !== familyOf(after)) lines.push('');
    else if (after !== undefined && familyOf(after) === 'text') lines.push('');
    for (const line of more) lines.push(line);
  }
  return lines;
}

function split(text: string): string[] {
  return text.split(/\r\n?|\n/);
}

function familyOf(line: string): 'row' | 'entry' | 'text' {
  return isRow(line) ? 'row' : entry.test(line) ? 'entry' : 'text';
}

class Reader {
  private at = 0;

  constructor(
    private readonly lines: readonly string[],
    private readonly dialect: Dialect,
  ) {}

  read(): readonly Block[] {
    const blocks: Block[] = [];
    while (this.at < this.lines.length) {
      if (this.line.trim() === '') this.at += 1;
      else if (blocks.length === mostBlocks) return [...blocks, { is: 'cut' }];
      else blocks.push(this.heading() ?? this.table() ?? this.list() ?? this.paragraph());
    }
    return blocks;
  }

  private get line(): string {
    return this.lines[this.at] ?? '';
  }

  private heading(): Block | undefined {
    const signs = this.dialect.rich ? heading.exec(this.line) : null;
    if (!signs) return undefined;
    const content = this.inline(this.line.slice(signs[0].length));
    this.at += 1;
    return { is: 'heading', level: Math.min(signs[1]!.length, 3) as 1 | 2 | 3, content };
  }

  private table(): Block | undefined {
    if (!this.startsTable()) return undefined;
    const header = this.cells();
    const rows: (readonly Inline[])[][] = [];
    // A row with fewer cells stays so: filled up, a wide header would make much out of little text.
    for (this.at += 2; isRow(this.line); this.at += 1) rows.push(this.cells());
    return { is: 'table', header, rows };
  }

  private startsTable(): boolean {
    return this.dialect.rich && isRow(this.line) && isRule(this.lines[this.at + 1] ?? '');
  }

  private cells(): (readonly Inline[])[] {
    return cellsOf(this.line).map((cell) => this.inline(cell));
  }

  private list(): Block | undefined {
    const found = this.startsEntry();
    if (!found) return undefined;
    const isNumbered = found[1] !== undefined;
    const entries: (readonly Inline[])[] = [];
    for (let signs = this.startsEntry(); signs; signs = this.startsEntry()) {
      if ((signs[1] !== undefined) !== isNumbered) break;
      const first = this.line.slice(signs[0].length);
      this.at += 1;
      entries.push(this.inline([first, ...this.restOfParagraph()].join('\n')));
      this.skipBlankBeforeEntry();
    }
    return { is: 'list', first: isNumbered ? Number(found[1]) : undefined, entries };
  }

  private startsEntry(): RegExpExecArray | null {
    return this.dialect.lists ? entry.exec(this.line) : null;
  }

  /** Blank lines between entries do not end a list. Each blank line is passed once: otherwise it would not be linear. */
  private skipBlankBeforeEntry(): void {
    while (this.at < this.lines.length && this.line.trim() === '') this.at += 1;
  }

  private paragraph(): Block {
    const first = this.line.trim();
    this.at += 1;
    return { is: 'paragraph', content: this.inline([first, ...this.restOfParagraph()].join('\n')) };
  }

  /** The lines up to a blank one, or to the beginning of another block. */
  private restOfParagraph(): string[] {
    const lines: string[] = [];
    while (this.at < this.lines.length && this.line.trim() !== '' && !this.startsBlock()) {
      lines.push(this.line.trim());
      this.at += 1;
    }
    return lines;
  }

  private startsBlock(): boolean {
    return (
      this.startsEntry() !== null || this.startsTable() || (this.dialect.rich && heading.test(this.line))
    );
  }

  private inline(text: string): readonly Inline[] {
    // Pictures are long, and quick to read.
    const isLong = text.length > longestBlock && !text.includes(';base64,');
    return readInline(isLong ? shortened(text, longestBlock) : text, this.dialect.rich);
  }
}
