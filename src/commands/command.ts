import type { Accounts } from '../accounts/accounts';
import type { Documents } from '../documents/documents';
import type { FlowInFront } from '../documents/flowInFront';
import type { History } from '../documents/history/history';
import type { LiveVersions } from '../documents/history/liveVersions';
import type { HistoryView } from '../documents/history/historyView';
import type { Writer } from '../documents/write/writing';
import type { Explorer } from '../explorer/explorer';
import type { Flows } from '../flows/flows';
import type { Lifecycle } from '../flows/lifecycle';
import type { Language } from '../language/language';
import type { Links } from '../links/links';
import type { Merges } from '../links/merges';
import type { OutputLog } from '../platform/outputLog';
import type { Previews } from '../preview/hosted/previews';
import type { Local } from '../preview/local/local';

/** What a command may use. */
export interface Parts {
  readonly accounts: Accounts;
  readonly flows: Flows;
  readonly explorer: Explorer;
  readonly lifecycle: Lifecycle;
  readonly documents: Documents;
  readonly front: FlowInFront;
  readonly history: History;
  readonly historyView: HistoryView;
  readonly live: LiveVersions;
  readonly writer: Writer;
  readonly links: Links;
  readonly merges: Merges;
  readonly previews: Previews;
  /** Flow JSON in the editor: a bundle of its own, loaded when it is asked for. */
  readonly language: () => Promise<Language>;
  /** Flows that run on this computer: likewise. */
  readonly local: () => Promise<Local>;
  readonly log: OutputLog;
}

/**
 * One sentence over the parts. `args` is whatever VS Code hands over: a tree node, a URI, or nothing.
 * It rejects when it fails; who called it tells the person.
 */
export type Command = (parts: Parts, args: readonly unknown[]) => Promise<void>;
