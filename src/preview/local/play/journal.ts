import type { Flow } from '../../../flowjson/model/flow';
import { own, type Json } from '../../../player/json';
import type { Entry, Session } from '../../../player/session/session';
import type { LogEntry } from '../../../webview/local/contract';
import { detailsOf, type Note } from './details';
import { hidden, secretInputs } from './secrets';
import { sentenceOf } from './sentences';

/** A line of the log, and the entry of the session with which it ends. */
interface Line {
  readonly last: Entry;
  readonly shown: LogEntry;
}

/**
 * A session as lines that a person reads: a line for each entry, but one only where letters follow letters in the same
 * input, and none for what is not worth one.
 */
export class Journal {
  private lines: readonly Line[] = [];
  private read: readonly Entry[] = [];
  private shown: readonly LogEntry[] = [];

  /** Lines that stay as they were stay the same objects. */
  get log(): readonly LogEntry[] {
    return this.shown;
  }

  /** The entry of the session that a line ends with: stepping back to the line is stepping back to it. */
  lastOf(line: number): Entry | undefined {
    return this.lines[line]?.last;
  }

  /** Reads what is new since the last time; `noteOf` tells who gave an answer. */
  follow(flow: Flow, { entries }: Session, noteOf: (entry: Entry) => Note | undefined): void {
    let same = Math.min(this.read.length, entries.length);
    // Entries never change, and each has its number: where one is the same, so are those before it.
    while (same > 0 && this.read[same - 1] !== entries[same - 1]) same -= 1;
    const last = entries[same - 1];
    const lines = last === undefined ? [] : this.lines.filter((line) => line.last.number <= last.number);
    // What has been read after the last of these lines was worth none, or is read again.
    const from = lines.length === 0 ? 0 : entries.indexOf(lines.at(-1)!.last) + 1;
    for (const entry of entries.slice(from)) add(lines, flow, entry, noteOf(entry));
    this.read = entries;
    this.lines = lines;
    this.shown = lines.map(({ shown }) => shown);
  }
}

function add(lines: Line[], flow: Flow, entry: Entry, note: Note | undefined): void {
  const value = valueAfter(flow, entry);
  const told = sentenceOf(entry, note, value);
  const before = lines.at(-1);
  if (told === undefined) {
    if (before) lines[lines.length - 1] = { ...before, last: entry };
    return;
  }
  const goesOn = before !== undefined && continues(before.last, entry);
  if (goesOn) lines.pop();
  const gaps = entry.effects.flatMap((effect) => (effect.is === 'gap' ? [effect.reason] : []));
  const warnings = [...gaps, ...(note?.warnings ?? [])];
  const shown: LogEntry = {
    number: lines.length,
    at: entry.at,
    ...told,
    details: detailsOf(entry, note, value),
    ...(warnings.length > 0 && { warnings }),
  };
  lines.push({ last: entry, shown });
}

/** Whether an entry is one more letter in the same input. */
function continues(before: Entry, { event, effects, state }: Entry): boolean {
  return (
    event?.is === 'typed' &&
    before.event?.is === 'typed' &&
    before.event.name === event.name &&
    before.state.stack.at(-1) === state.stack.at(-1) &&
    effects.length === 0 &&
    before.effects.length === 0
  );
}

/** What the input of an event holds after it; not told where it is a secret. */
function valueAfter(flow: Flow, { event, state }: Entry): Json {
  if (event === null || !('name' in event)) return null;
  const id = state.stack.at(-1);
  const screen = id === undefined ? undefined : flow.screen(id);
  const value = id === undefined ? undefined : own(own(state.screens, id)?.values ?? {}, event.name);
  if (value === undefined) return null;
  return screen === undefined || secretInputs(screen).has(event.name) ? hidden : value;
}
