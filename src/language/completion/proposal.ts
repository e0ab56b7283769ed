import type { Span } from '../../flowjson/text/span';
import type { Edit } from '../../flowjson/text/edit';
import type { Cursor } from '../context/cursor';
import { lastSignBefore, nextSign } from '../context/cursor';
import type { Passage } from '../context/passage';
import { escaped, write, writeEntry, writeKeyed, type Template } from './template';

export type ProposalKind = 'data' | 'input' | 'screen' | 'component' | 'key' | 'word' | 'snippet';

/** Something that may be typed at a place. Offsets count in the text as it is. */
export interface Proposal {
  readonly kind: ProposalKind;
  readonly label: string;
  /** What the text from the beginning of the range up to the cursor is compared with. */
  readonly filter: string;
  readonly range: Span;
  /** In the syntax of VS Code's snippets. */
  readonly snippet: string;
  /** A comma before the range, where one is missing. */
  readonly comma: Edit | undefined;
  /** Smaller comes first. */
  readonly rank: number;
  /** A type or the like: the same in every language. */
  readonly detail: string;
  readonly about: readonly Passage[];
  /** Whether what is put in asks for the next proposals at once, such as for a reference. */
  readonly goesOn: boolean;
}

interface Details {
  readonly kind: ProposalKind;
  readonly label: string;
  readonly rank: number;
  readonly detail?: string;
  readonly about?: readonly Passage[];
  readonly goesOn?: boolean;
}

/** A value, in the place of what is half typed; with the commas that it needs. */
export function valueProposal(cursor: Cursor, value: Template, details: Details): Proposal {
  return whole(cursor, write(value) + commaAfter(cursor), details);
}

/** A key with its value; where the key has one already, the key alone. */
export function keyProposal(cursor: Cursor, key: string, value: Template, details: Details): Proposal {
  const isKeyOnly = nextSign(cursor.text, cursor.span.end) === ':';
  const snippet = isKeyOnly ? write(key) : writeEntry(key, value) + commaAfter(cursor);
  return whole(cursor, snippet, details);
}

/** An entry whose key is to be written over. */
export function entryProposal(cursor: Cursor, key: string, value: Template, details: Details): Proposal {
  return whole(cursor, writeKeyed(key, value) + commaAfter(cursor), details);
}

function whole(cursor: Cursor, snippet: string, details: Details): Proposal {
  const { token, span } = cursor;
  const { comma, joined } = commaBefore(cursor);
  const filter = { string: `"${details.label}"`, braces: `{${details.label}`, word: details.label };
  return proposal(details, span, filter[token?.is ?? 'word'], joined + snippet, comma);
}

/** Raw text inside of the string that is typed. */
export function insideProposal(range: Span, text: string, filter: string, details: Details): Proposal {
  return proposal(details, range, filter, escaped(text), undefined);
}

function proposal(
  { detail = '', about = [], goesOn = false, ...details }: Details,
  range: Span,
  filter: string,
  snippet: string,
  comma: Edit | undefined,
): Proposal {
  return { ...details, detail, about, goesOn, range, filter, snippet, comma };
}

function commaAfter({ text, span }: Cursor): string {
  const next = nextSign(text, span.end);
  return next === '' || ',]}:'.includes(next) ? '' : ',';
}

/** A comma behind what stands before; part of the text itself where they touch. */
function commaBefore({ text, span, path, atKey }: Cursor): { comma: Edit | undefined; joined: string } {
  const isListed = atKey || typeof path.at(-1) === 'number';
  const last = lastSignBefore(text, span.start);
  if (!isListed || last === '' || '[{,:'.includes(last)) return { comma: undefined, joined: '' };
  const at = text.lastIndexOf(last, span.start - 1) + 1;
  if (at === span.start) return { comma: undefined, joined: ', ' };
  return { comma: { start: at, end: at, text: ',' }, joined: '' };
}
