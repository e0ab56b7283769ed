import type { JSX } from 'preact';
import { say } from '../../../flowjson/message';
import { NoPicture, Picture } from '../parts/picture';
import type { Ui } from '../ui';
import type { Block, Inline, InlineImage } from './nodes';

/** Draws what was read. The elements are named here and nowhere else: a flow cannot bring others. */
export function Markdown({
  blocks,
  ui,
}: {
  readonly blocks: readonly Block[];
  readonly ui: Ui;
}): JSX.Element {
  return (
    <>
      {blocks.map((block, index) => (
        <BlockView key={index} block={block} ui={ui} />
      ))}
    </>
  );
}

function BlockView({ block, ui }: { readonly block: Block; readonly ui: Ui }): JSX.Element {
  switch (block.is) {
    case 'heading':
      return <Heading block={block} ui={ui} />;
    case 'paragraph':
      return (
        <p class={isPicture(block.content) ? 'wf-paragraph wf-picture-alone' : 'wf-paragraph'} dir="auto">
          <Line content={block.content} ui={ui} />
        </p>
      );
    case 'list':
      return <List block={block} ui={ui} />;
    case 'cut':
      return <p class="wf-caption">{ui.tell(say('The preview shows the beginning of this text only.'))}</p>;
    case 'table':
      return <Table block={block} ui={ui} />;
  }
}

/** By itself in a paragraph a picture has the full width. */
function isPicture(content: readonly Inline[]): boolean {
  return content.length === 1 && content[0]!.is === 'image';
}

type Of<Kind> = { readonly block: Extract<Block, { is: Kind }>; readonly ui: Ui };

/** The first two levels look like TextHeading and TextSubheading, the others like body (facts, section 8.3). */
function Heading({ block: { level, content }, ui }: Of<'heading'>): JSX.Element {
  const line = <Line content={content} ui={ui} />;
  if (level === 1) {
    return (
      <h2 class="wf-heading" dir="auto">
        {line}
      </h2>
    );
  }
  return level === 2 ? (
    <h3 class="wf-subheading" dir="auto">
      {line}
    </h3>
  ) : (
    <h4 class="wf-paragraph" dir="auto">
      {line}
    </h4>
  );
}

function List({ block: { first, entries }, ui }: Of<'list'>): JSX.Element {
  const items = entries.map((content, index) => (
    <li key={index}>
      <Line content={content} ui={ui} />
    </li>
  ));
  return first === undefined ? (
    <ul class="wf-list" dir="auto">
      {items}
    </ul>
  ) : (
    <ol class="wf-list" dir="auto" start={first}>
      {items}
    </ol>
  );
}

/** Wider than the screen it scrolls by itself, with the keyboard too. */
function Table({ block: { header, rows }, ui }: Of<'table'>): JSX.Element {
  return (
    <div class="wf-table-box" role="region" aria-label={ui.tell(say('Table'))} tabIndex={0}>
      <table class="wf-table">
        <thead>
          <tr>
            {header.map((cell, index) => (
              <th key={index} scope="col" dir="auto">
                <Line content={cell} ui={ui} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, index) => (
                <td key={index} dir="auto">
                  <Line content={cell} ui={ui} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ content, ui }: { readonly content: readonly Inline[]; readonly ui: Ui }): JSX.Element {
  return (
    <>
      {content.map((piece, index) => (
        <Piece key={index} piece={piece} ui={ui} />
      ))}
    </>
  );
}

function Piece({ piece, ui }: { readonly piece: Inline; readonly ui: Ui }): JSX.Element {
  switch (piece.is) {
    case 'text':
      return <>{piece.text}</>;
    case 'image':
      return <Inlaid image={piece} ui={ui} />;
    case 'link':
      return (
        <a class="wf-link wf-text-link" href={piece.href} target="_blank" rel="noopener noreferrer">
          <Line content={piece.content} ui={ui} />
        </a>
      );
    case 'bold':
      return (
        <strong>
          <Line content={piece.content} ui={ui} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Line content={piece.content} ui={ui} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <Line content={piece.content} ui={ui} />
        </s>
      );
  }
}

function Inlaid({ image, ui }: { readonly image: InlineImage; readonly ui: Ui }): JSX.Element {
  if (image.src !== undefined)
    return <Picture ui={ui} source={image.src} alt={image.alt} class="wf-inlaid" />;
  const reason = say('Only a picture in the text itself is shown.');
  return <NoPicture ui={ui} alt={image.alt} class="wf-inlaid" reason={reason} />;
}
