import * as vscode from 'vscode';

/** Why the sidebar shows nothing; '' while it shows something or does not know yet. */
export type EmptyReason =
  | ''
  | 'signedOut'
  | 'expired'
  | 'noSpace'
  | 'noPermission'
  | 'notSubscribed'
  | 'wrongSpace'
  | 'offline'
  | 'failed'
  | 'noFlows'
  | 'filtered';

/** Every context key of ours with its value before anybody has set it. `when` clauses use these and no others. */
export const contextKeys = {
  'camsFlows.signedIn': false as boolean,
  'camsFlows.filtered': false as boolean,
  'camsFlows.empty': '' as EmptyReason,
  /** The editor in front holds Flow JSON. */
  'camsFlows.flowJson': false as boolean,
  /** The editor in front holds the JSON of a flow on CAMS, or of a file that is linked to one. */
  'camsFlows.flowInFront': false as boolean,
  /** That flow may be published, as far as its status is known. */
  'camsFlows.publishable': false as boolean,
  /** Somebody asked for the history of a flow that is not in front. */
  'camsFlows.historyAsked': false as boolean,
  /** A folder of the workspace links files to flows. */
  'camsFlows.links': false as boolean,
};

export type ContextKey = keyof typeof contextKeys;

const current: Partial<typeof contextKeys> = {};

export function setContextKey<K extends ContextKey>(key: K, value: (typeof contextKeys)[K]): void {
  if (current[key] === value) return;
  current[key] = value;
  void vscode.commands.executeCommand('setContext', key, value);
}
