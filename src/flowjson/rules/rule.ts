import type { Provenance } from '../catalogue/types';
import type { Version, VersionSpan } from '../catalogue/versions';
import type { Facts, Severity } from '../diagnosis';
import type { Message } from '../message';
import type { Flow } from '../model/flow';
import type { Screen } from '../model/screen';
import type { Node } from '../text/nodes';

/** What a rule says about one place. */
export interface Finding {
  /** What Meta's pointer covers: the value; the object around it where something is missing. */
  readonly node: Node;
  readonly message: Message;
  /** A stretch of the decoded text, where `node` is a string and only a part of it is meant. */
  readonly inside?: readonly [from: number, to: number];
  /** Where it differs from the rule's first code and severity. */
  readonly code?: string;
  readonly severity?: Severity;
  readonly provenance?: Provenance;
  /** What a fix needs to know (`fixes/` finds its fixes by the rule's id). */
  readonly facts?: Facts;
  readonly related?: readonly { readonly node: Node; readonly message: Message }[];
}

export type Report = (finding: Finding) => void;

/** What everybody should know about a rule, also for the coverage table in the docs. */
export interface RuleFacts extends VersionSpan {
  /** Stable and unique, in words: `routing-unknown-target`. */
  readonly id: string;
  /** The codes it may report; the first one unless a finding says otherwise. */
  readonly codes: readonly [string, ...string[]];
  readonly severity: Severity | ((version: Version) => Severity);
  readonly provenance: Provenance;
  /** Rows of Meta's table of static validation errors that it covers (facts on errors, section 1). */
  readonly rows?: readonly number[];
  /** One English sentence for the docs: what it demands. */
  readonly about: string;
}

/** What a screen rule may know besides its screen. Its findings are kept as long as the screen and these are the same. */
export interface ScreenContext {
  readonly version: Version;
  readonly endpoint: boolean;
}

/** A rule that needs nothing but one screen. */
export interface ScreenRule extends RuleFacts {
  readonly checkScreen: (screen: Screen, report: Report, context: ScreenContext) => void;
}

/** A rule that looks at several screens or the top level; it runs at every keystroke, so it must be quick. */
export interface FlowRule extends RuleFacts {
  readonly checkFlow: (flow: Flow, report: Report) => void;
}

export type Rule = ScreenRule | FlowRule;
