/** What marks make of a text. */
export type Mark = 'bold' | 'italic' | 'strike';

/** A piece of a line. There is no other: whatever a flow says becomes one of these. */
export type Inline =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: Mark; readonly content: readonly Inline[] }
  /** The address is http or https. */
  | { readonly is: 'link'; readonly href: string; readonly content: readonly Inline[] }
  | InlineImage;

/** The source is a picture in the text itself (`data:`), or nothing where it is anything else. */
export interface InlineImage {
  readonly is: 'image';
  readonly src: string | undefined;
  readonly alt: string;
  /** As it was written, to name what cannot be shown. */
  readonly written: string;
}

type Cells = readonly (readonly Inline[])[];

/** A block of markdown: what stands below another. */
export type Block =
  | { readonly is: 'heading'; readonly level: 1 | 2 | 3; readonly content: readonly Inline[] }
  | { readonly is: 'paragraph'; readonly content: readonly Inline[] }
  /** `first` is the number of the first entry where the list is numbered. */
  | { readonly is: 'list'; readonly first: number | undefined; readonly entries: Cells }
  /** The text goes on, but no more of it is drawn. */
  | { readonly is: 'cut' }
  | { readonly is: 'table'; readonly header: Cells; readonly rows: readonly Cells[] };

/** How much of markdown a component reads (facts on Flow JSON, sections 8.2 and 8.3). */
export interface Dialect {
  readonly lists: boolean;
  /** Headings, tables and images. */
  readonly rich: boolean;
}

export const dialects = {
  RichText: { lists: true, rich: true },
  TextBody: { lists: true, rich: false },
  TextCaption: { lists: false, rich: false },
} as const satisfies Record<string, Dialect>;
