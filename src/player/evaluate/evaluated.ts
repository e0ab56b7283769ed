import type { ReferencePath } from '../../flowjson/text/reference';
import { say, type Message } from '../../flowjson/message';
import type { Version } from '../../flowjson/catalogue';
import type { Json } from '../json';
import { longestText, type Room } from '../limits';

/** Why a value is not all that its author may expect; for showing discreetly. */
export interface Gap {
  readonly reason: Message;
  /** A mistake of the flow; otherwise something is only not there yet, such as the input of a screen not visited. */
  readonly broken: boolean;
}

/** What a text of a flow gives now. `null` where it gives nothing: then a gap tells why, unless the value given is empty. */
export interface Evaluated {
  readonly value: Json;
  readonly gaps: readonly Gap[];
}

/** What an evaluation needs to know. */
export interface Scope {
  readonly version: Version;
  /** A payload may read inputs in all versions, a property only from 4.0 on (facts on Flow JSON, section 5.1). */
  readonly inPayload: boolean;
  /** The value that a well-formed reference leads to. */
  readonly lookup: (to: ReferencePath) => Evaluated;
  /** How much more is read and evaluated with this scope. */
  readonly room: Room;
}

/** Why an expression or condition is not evaluated; nothing if it is. */
export function tooLong(text: string, { room }: Scope): Message | undefined {
  if (text.length > longestText) return say('This is too long to be evaluated in the preview.');
  room.characters -= text.length;
  return room.characters < 0
    ? say('All expressions of this screen together are too long to be evaluated in the preview.')
    : undefined;
}

export function given(value: Json): Evaluated {
  return { value, gaps: [] };
}

/** Nothing, because of a mistake of the flow. */
export function broken(reason: Message): Evaluated {
  return { value: null, gaps: [{ reason, broken: true }] };
}

/** Nothing, because it is not there yet. */
export function absent(reason: Message): Evaluated {
  return { value: null, gaps: [{ reason, broken: false }] };
}
