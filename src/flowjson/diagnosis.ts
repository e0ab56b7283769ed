import type { Provenance } from './catalogue/types';
import type { Message } from './message';
import type { Node } from './text/nodes';
import type { Span } from './text/span';

export type Severity = 'error' | 'warning' | 'info';

/** What a rule knows that a fix needs: the missing property, the word that was meant, the target screen … */
export type Facts = Readonly<Record<string, string>>;

interface RelatedPlace {
  readonly span: Span;
  readonly path: string;
  readonly message: Message;
}

/** One thing found in a flow. */
export interface Diagnosis {
  /** Meta's error code, or a code of ours in the same style for advice. */
  readonly code: string;
  /** The rule that found it (`rules/`). */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly provenance: Provenance;
  /** Meta's form: `screens[0].layout.children[2].label`; empty for the whole flow. */
  readonly path: string;
  readonly span: Span;
  readonly related: readonly RelatedPlace[];
  /** The node it is about, in the tree of the flow that was diagnosed. */
  readonly node: Node;
  readonly facts: Facts;
}
