import type { Flow } from '../../flowjson/model/flow';
import { carryOver, start } from '../state/start';
import type { Effect, PlayerEvent, PlayerState, StartOptions } from '../state/state';
import { step } from '../state/step';
import { renamedBy, withRenamed, type Renamed } from './renamed';

/** So many entries are kept: of a very long session the oldest are gone, and the numbers of the others stay. */
export const mostEntries = 1000;

/** One thing that happened in a session, with what came of it. Plain JSON. */
export interface Entry {
  /** Counts from 0, which is the opening; from one entry to the next by one. */
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** `null`: the flow was opened. */
  readonly event: PlayerEvent | null;
  readonly effects: readonly Effect[];
  /** The state after it. */
  readonly state: PlayerState;
  /** The edition of the text in which it happened. */
  readonly edition: number;
}

/** A running flow with all that happened since it was opened. Plain JSON. */
export interface Session {
  /** Never empty; the last {@link mostEntries} at most, the oldest first. */
  readonly entries: readonly Entry[];
  /** The state now: that of the last entry, carried over to the text of now. */
  readonly state: PlayerState;
  /**
   * What is carried over to each new text: the state of the last entry, or how the flow has opened anew since. What an
   * edit takes away is there again when the edit is taken back.
   */
  readonly origin: PlayerState;
  readonly renamed: Renamed;
  /** Counts up whenever the text changes. */
  readonly edition: number;
}

/** Opens a flow. Never throws. `at` is milliseconds since 1970. */
export function begin(flow: Flow, options: StartOptions, at: number): Session {
  const { state, effects } = start(flow, options);
  const entry = { number: 0, at, event: null, effects, state, edition: 0 };
  return { entries: [entry], state, origin: state, renamed: {}, edition: 0 };
}

/** Lets something happen: one more entry, those before stay as they are. Never throws. `at` as in {@link begin}. */
export function advance(flow: Flow, session: Session, event: PlayerEvent, at: number): Session {
  const { edition, entries } = session;
  const { state, effects } = step(flow, session.state, event);
  const entry: Entry = { number: entries.at(-1)!.number + 1, at, event, effects, state, edition };
  return { ...session, entries: [...entries.slice(1 - mostEntries), entry], state, origin: state };
}

/**
 * Takes a session over to a flow whose text has changed: no entry, nothing of what happened is lost. A screen that has
 * another id now is still the same. Never throws.
 *
 * @param before the flow of the text before
 */
export function carry(flow: Flow, session: Session, before: Flow): Session {
  const renamed = renamedBy(session.renamed, before, flow);
  const origin = withRenamed(session.origin, renamed, flow);
  const { state } = carryOver(flow, origin);
  const isAnother = state.phase.is !== 'empty' && !origin.stack.some((id) => flow.screen(id) !== undefined);
  return {
    ...session,
    state,
    origin: isAnother ? state : session.origin,
    renamed,
    edition: session.edition + 1,
  };
}

/**
 * Steps back to just after an entry; what happened later is gone, and the next entry follows on its number. The same
 * events then lead to the same state again, unless the text has changed. Never throws: the number of an entry that is not
 * there changes nothing.
 */
export function rewind(flow: Flow, session: Session, number: number): Session {
  const { entries, edition } = session;
  const index = entries.findIndex((entry) => entry.number === number);
  const entry = entries[index];
  if (entry === undefined) return session;
  // What was made of this very text needs no carrying over.
  const origin = withRenamed(entry.state, session.renamed, flow);
  const state = entry.edition === edition ? entry.state : carryOver(flow, origin).state;
  return { ...session, entries: entries.slice(0, index + 1), state, origin: entry.state };
}
