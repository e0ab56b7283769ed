import type { Diagnosis } from '../diagnosis';
import type { Message } from '../message';
import type { Flow } from '../model/flow';
import type { Edit } from '../text/edit';

/** A way to mend something. The edits are computed when it is chosen. */
export interface Fix {
  /** The kind of fix, stable: what "fix all of this kind" gathers by, e.g. `remove-unknown-property`. */
  readonly kind: string;
  readonly title: Message;
  /** The one to take when a person asks for "the" fix. */
  readonly preferred?: boolean;
  readonly edits: () => readonly Edit[];
}

/** Offers what can be done about what a rule found; nothing where nobody can say. */
export type Fixer = (flow: Flow, diagnosis: Diagnosis) => readonly Fix[];
