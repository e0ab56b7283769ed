import type { Flow } from '../../../flowjson/model/flow';
import { own, type Json } from '../../../player/json';
import { mostEntries, type Entry, type Session } from '../../../player/session/session';
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

  /** Lines that stay as they were stay the same objects, with their numbers. Of a very long one the oldest are gone. */
  get log(): readonly LogEntry[] {
    return this.shown;
  }

  /** The entry of the session that a line ends with: stepping back to the line is stepping back to it. */
  lastOf(number: number): Entry | undefined {
    return this.lines.find(({ shown }) => shown.number === number)?.last;
  }

  /** Reads what is new since the last time; `noteOf` tells who gave an answer. */
  follow(flow: Flow, { entries }: Session, noteOf: (entry: Entry) => Note | undefined): void {
    const same = lastSame(this.read, entries);
    const lines = this.lines.filter(({ last }) => last.number <= same);
    // What has been read behind the last of these lines is read again.
    const from = lines.at(-1)?.last.number ?? -1;
    for (const entry of entries) if (entry.number > from) add(lines, flow, entry, noteOf(entry));
    this.read = entries;
    this.lines = lines.slice(-mostEntries);
    this.shown = this.lines.map(({ shown }) => shown);
  }
}

/** The number of the last entry that two courses of a session have in common; -1 where there is none. */
function lastSame(before: readonly Entry[], now: readonly Entry[]): number {
  const at = (entries: readonly Entry[], number: number) => entries[number - (entries[0]?.number ?? 0)];
  let number = Math.min(before.at(-1)?.number ?? -1, now.at(-1)?.number ?? -1);
  // Entries never change: where one is the same, so are those before it. The oldest may be gone.
  while (number >= 0 && (at(now, number) === undefined || at(before, number) !== at(now, number)))
    number -= 1;
  return number;
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
    number: (lines.at(-1)?.shown.number ?? -1) + 1,
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
