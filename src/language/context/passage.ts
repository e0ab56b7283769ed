import type { Message } from '../../flowjson/message';

/** A piece of what is said about something: a sentence, words of the flow itself, code, or a picture. */
export type Passage =
  | Message
  | { readonly text: string }
  /** JSON, unless it is a name with its type. */
  | { readonly code: string; readonly typed?: boolean }
  /** A data URI, and how wide it is to be shown, in pixels. */
  | { readonly image: string; readonly width: number };

/** The longest piece of a value that is shown, in characters. */
const longest = 300;

/** JSON as it is written, cut to a size that can be read at a glance. Its indentation is made as small as it can be. */
export function excerpt(source: string, most = longest): string {
  const text = source.length <= most ? source : `${source.slice(0, most)}…`;
  const lines = text.split(/\r?\n/);
  const indents = lines.slice(1).map((line) => /^\s*/.exec(line)![0].length);
  const common = Math.min(...indents);
  return [lines[0], ...lines.slice(1).map((line) => line.slice(common))].join('\n');
}

/** The same on one line, for lists. */
export function inLine(source: string, most = 40): string {
  const text = source.slice(0, most * 4).replace(/\s+/g, ' ');
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
