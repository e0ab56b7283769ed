import type { Diagnosis } from '../diagnosis';
import type { Message } from '../message';
import type { Flow } from '../model/flow';
import type { Edit } from '../text/edit';

/** A way to mend something. The edits are computed when it is chosen. */
export interface Fix {
  /** The kind of fix, stable: what "fix all of this kind" gathers by, e.g. `remove-property`. */
  readonly kind: string;
  readonly title: Message;
  /** The one to take when a person asks for "the" fix. */
  readonly preferred?: boolean;
  readonly edits: () => readonly Edit[];
}

/** Offers what can be done about what a rule found; nothing where nobody can say. */
export type Fixer = (flow: Flow, diagnosis: Diagnosis) => readonly Fix[];

/** Fixers by the id of the rule whose findings they mend. */
export type Fixers = Readonly<Record<string, Fixer>>;

export function fix(kind: string, title: Message, edits: () => readonly Edit[]): Fix {
  return { kind, title, edits };
}

/** The fix that is taken when a person asks for "the" fix. */
export function best(kind: string, title: Message, edits: () => readonly Edit[]): Fix {
  return { kind, title, edits, preferred: true };
}
