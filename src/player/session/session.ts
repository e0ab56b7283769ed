import type { Flow } from '../../flowjson/model/flow';
import { carryOver, start } from '../state/start';
import type { Effect, PlayerEvent, PlayerState, StartOptions } from '../state/state';
import { step } from '../state/step';

/** One thing that happened in a session, with what came of it. Plain JSON. */
export interface Entry {
  /** Counts from 0, which is the opening. */
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** `null`: the flow was opened. */
  readonly event: PlayerEvent | null;
  readonly effects: readonly Effect[];
  /** The state after it. */
  readonly state: PlayerState;
}

/** A running flow with all that happened since it was opened. Plain JSON; never empty. */
export interface Session {
  readonly entries: readonly Entry[];
  /** The state now: that of the last entry, carried over to the text of now. */
  readonly state: PlayerState;
}

/** Opens a flow. Never throws. `at` is milliseconds since 1970. */
export function begin(flow: Flow, options: StartOptions, at: number): Session {
  const { state, effects } = start(flow, options);
  return { entries: [{ number: 0, at, event: null, effects, state }], state };
}

/** Lets something happen. Never throws. */
export function advance(flow: Flow, session: Session, event: PlayerEvent, at: number): Session {
  const { state, effects } = step(flow, session.state, event);
  const entry: Entry = { number: session.entries.length, at, event, effects, state };
  return { entries: [...session.entries, entry], state };
}

/** Takes a session over to a flow whose text has changed: no entry, nothing of what happened is lost. Never throws. */
export function carry(flow: Flow, session: Session): Session {
  return { ...session, state: carryOver(flow, session.state).state };
}

/** Steps back to just after an entry; what happened later is gone. Never throws: an unknown number changes nothing. */
export function rewind(flow: Flow, session: Session, number: number): Session {
  const entry = session.entries[number];
  if (entry === undefined) return session;
  return { entries: session.entries.slice(0, number + 1), state: carryOver(flow, entry.state).state };
}
