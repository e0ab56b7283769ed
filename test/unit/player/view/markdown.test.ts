import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../../src/player/view/markdown/blocks';
import { dialects, type Block, type Dialect, type Inline } from '../../../../src/player/view/markdown/nodes';
import { linkTarget } from '../../../../src/player/view/markdown/targets';

const rich = dialects.RichText;
const png = 'data:image/png;base64,iVBORw0KGgo=';

/** A short form to compare: `b(…)`, `i(…)`, `s(…)`, `a(address|…)`, `img(alt)`. */
function short(content: readonly Inline[]): string {
  return content
    .map((piece) => {
      switch (piece.is) {
        case 'text':
          return piece.text;
        case 'image':
          return `img(${piece.alt}${piece.src === undefined ? '?' : ''})`;
        case 'link':
          return `a(${piece.href}|${short(piece.content)})`;
        default:
          return `${piece.is[0]}(${short(piece.content)})`;
      }
    })
    .join('');
}

const line = (text: string, dialect: Dialect = rich): string => {
  const [block, ...more] = readMarkdown(text, dialect);
  expect(more).toEqual([]);
  expect(block?.is).toBe('paragraph');
  return short((block as Extract<Block, { is: 'paragraph' }>).content);
};

const shape = (source: string | readonly string[], dialect: Dialect = rich): string[] =>
  readMarkdown(source, dialect).map((block) => {
    switch (block.is) {
      case 'heading':
        return `h${block.level} ${short(block.content)}`;
      case 'paragraph':
        return `p ${short(block.content)}`;
      case 'list':
        return `${block.first === undefined ? 'ul' : `ol${block.first}`} ${block.entries.map(short).join(' / ')}`;
      case 'cut':
        return 'cut';
      case 'table':
        return `table ${[block.header, ...block.rows].map((row) => row.map(short).join(' | ')).join(' / ')}`;
    }
  });

describe('a line of markdown', () => {
  it.each([
    ['plain', 'plain'],
    ['**bold** *italic* ~~gone~~', 'b(bold) i(italic) s(gone)'],
    ['***both***', 'b(i(both))'],
    ['*italic **and bold***', 'i(italic b(and bold))'],
    ['**bold *and italic***', 'b(bold i(and italic))'],
    ['~~**both**~~', 's(b(both))'],
    ['**a **b**', '**a b(b)'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['**open', '**open'],
    ['*crossed **over* here**', 'i(crossed **over) here**'],
    ['****', '****'],
    ['~one~ ~~~three~~~', '~one~ ~~~three~~~'],
    ['[here](https://example.com/a_(b)?c=d#e)', 'a(https://example.com/a_(b)?c=d#e|here)'],
    ['**[here *now*](http://example.com)**', 'b(a(http://example.com|here i(now)))'],
    ['[a] (https://example.com)', '[a] (https://example.com)'],
    ['[](https://example.com)', '[](https://example.com)'],
    ['[a](https://exa mple.com)', '[a](https://exa mple.com)'],
    ['[[a](https://example.com)]', '[a(https://example.com|a)]'],
    [`before ![a hill](${png}) after`, 'before img(a hill) after'],
    ['![a](https://example.com/a.png)', 'img(a?)'],
    ['![a](data:image/svg+xml;base64,PHN2Zz4=)', 'img(a?)'],
    ['![a](data:text/html;base64,PHN2Zz4=)', 'img(a?)'],
    ['<b>&amp;</b>', '<b>&amp;</b>'],
  ])('%s', (text, expected) => {
    expect(line(text)).toBe(expected);
  });

  it('has no pictures outside of a RichText', () => {
    expect(line(`![a](${png})`, dialects.TextBody)).toBe(`![a](${png})`);
  });
});

describe('addresses', () => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' https://example.com',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'command:workbench.action.quit',
    'vscode://x/y',
    '//example.com',
    '/path',
    'https://',
    'https:///x',
    'https:example.com',
    'http://[',
    'java\nscript:alert(1)',
  ])('%s is none', (address) => {
    expect(linkTarget(address)).toBeUndefined();
  });

  it('are http and https only, whatever is written', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.stringMatching(/^[a-z]{1,10}:[^]*$/)), (written) => {
        const target = linkTarget(written);
        if (target !== undefined) expect(['http:', 'https:']).toContain(new URL(target).protocol);
      }),
    );
  });
});

describe('blocks of markdown', () => {
  it('are headings of three levels', () => {
    expect(shape('# One\n## Two\n### Three\n###### Six\n#None')).toEqual([
      'h1 One',
      'h2 Two',
      'h3 Three',
      'h3 Six',
      'p #None',
    ]);
  });

  it('are paragraphs, ended by a blank line; other line breaks stay', () => {
    expect(shape('one\ntwo\r\n\r\nthree')).toEqual(['p one\ntwo', 'p three']);
    expect(shape(['one', 'two'])).toEqual(['p one', 'p two']);
  });

  it('are lists with one level', () => {
    expect(shape('- a\n+ b\n  - c\n\n- d\nand more\n\n3. x\n4. y')).toEqual([
      'ul a / b / c / d\nand more',
      'ol3 x / y',
    ]);
    expect(shape('text\n- a')).toEqual(['p text', 'ul a']);
    expect(shape('-a\n* b')).toEqual(['p -a\n* b']);
  });

  it('are tables with a line of dashes', () => {
    expect(shape('| A | **B** |\n|---|:-:|\n| 1 | 2 | 3 |\n| 4 |\ntext')).toEqual([
      'table A | b(B) / 1 | 2 | 3 / 4',
      'p text',
    ]);
    expect(shape('| A | B |\n| 1 | 2 |')).toEqual(['p | A | B |\n| 1 | 2 |']);
  });

  it('may be written with each line as a paragraph of its own', () => {
    expect(shape(['| A |', '|---|', '| 1 |', '- a', '- b', 'end'])).toEqual([
      'table A / 1',
      'ul a / b',
      'p end',
    ]);
  });

  it('are fewer in a TextBody, and fewer still in a TextCaption', () => {
    const text = '# A\n- b\n\n| C |\n|---|';
    expect(shape(text, dialects.TextBody)).toEqual(['p # A', 'ul b', 'p | C |\n|---|']);
    expect(shape(text, dialects.TextCaption)).toEqual(['p # A\n- b', 'p | C |\n|---|']);
  });
});

/** Everything that was kept of a text, in its order. */
function kept(blocks: readonly Block[]): string {
  const inside = (content: readonly Inline[]): string =>
    content
      .map((piece) => {
        if (piece.is === 'text') return piece.text;
        if (piece.is === 'image') return `${piece.alt}${piece.written}`;
        return piece.is === 'link' ? `${inside(piece.content)}${piece.href}` : inside(piece.content);
      })
      .join('');
  return blocks
    .map((block) => {
      if (block.is === 'cut') return '';
      if (block.is === 'list') return block.entries.map(inside).join('');
      if (block.is === 'table') return [block.header, ...block.rows].flat().map(inside).join('');
      return inside(block.content);
    })
    .join('');
}

/** Letters and letters only: signs and the numbers of lists may be markdown. */
const letters = (text: string): string => text.replace(/[^\p{L}]/gu, '');

const pieces = fc.constantFrom(
  ...[
    'a',
    'Bé',
    'ش',
    ' ',
    '\n',
    '\n\n',
    '*',
    '**',
    '***',
    '~~',
    '[',
    ']',
    '(',
    ')',
    '](',
    '![',
    '|',
    '|-|',
    '\n| ',
  ],
  ...[
    '- ',
    '\n- ',
    '\n1. ',
    '\n# ',
    '## ',
    'https://e.x/',
    'javascript:',
    png,
    '<img onerror=x>',
    '&lt;',
    '\\',
    '`',
    '_',
  ],
);
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(pieces).map((all) => all.join('')),
);
const sources = fc.oneof(texts, fc.array(texts, { maxLength: 5 }));

describe('a text of a length that no phone shows', () => {
  it('is drawn up to a point, and says so; pictures do not count', () => {
    expect(shape('a\n\n'.repeat(1001)).slice(-2)).toEqual(['p a', 'cut']);
    expect(shape('a\n\n'.repeat(1000)).at(-1)).toBe('p a');
    expect(shape('a'.repeat(30_000))[0]).toHaveLength('p '.length + 20_000);
    expect(shape(`![a](data:image/png;base64,${'A'.repeat(400_000)}) b`)).toEqual(['p img(a) b']);
  });
});

describe('any text', () => {
  it.each(Object.entries(dialects))('keeps its words as %s', (_, dialect) => {
    fc.assert(
      fc.property(sources, (source) => {
        const written = typeof source === 'string' ? source : source.join('');
        expect(letters(kept(readMarkdown(source, dialect)))).toBe(letters(written));
      }),
      { numRuns: 500 },
    );
  });

  it('is read in a time that grows with its length only', () => {
    const hostile = [
      ...[
        '*',
        '**a ',
        '*a **b ',
        '*a*',
        '~~a',
        '[',
        '[]',
        '](',
        '[x](',
        '[](x',
        '[a]((b)',
        '[x](http://',
        '[x](http://e.x) ',
        '[x](http://e.x) *',
        '![a](data:',
      ],
      ...['|', '|a\n', '|a\n|-\n', '- a\n\n', '1', '#', ' ', '\n', 'a\n', '\n ', '- ', '```', '\\'],
    ];
    // A reader that looks at everything again for each sign would not come back before the test ends.
    for (const piece of hostile) readMarkdown(piece.repeat(100_000), rich);
    readMarkdown(`${'|'.repeat(100_000)}\n|-|\n${'|a\n'.repeat(100_000)}`, rich);
  });
});
