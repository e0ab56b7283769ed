import * as vscode from 'vscode';
import type { AccountState } from '../accounts/types';
import { situationOf } from '../cams/errors';
import type { FlowRef } from '../flows/types';
import { DisposableStore } from '../platform/disposable';
import { scheme, flowRefOf } from './flowUri';
import { hasNoJson } from './write/look';

/** Why a tab shows a notice instead of a flow. */
export interface Problem {
  readonly error: unknown;
  /** What the account was when it happened. */
  readonly account: AccountState | 'signedOut';
}

/**
 * VS Code hides why a file cannot be read behind a sentence of its own. So a tab of ours gets a text that
 * says it; here it becomes plain text instead of broken JSON, with the ways out as lenses above it.
 */
export class Notices extends DisposableStore implements vscode.CodeLensProvider {
  constructor(private readonly problemOf: (ref: FlowRef) => Problem | undefined) {
    super();
    this.register(vscode.workspace.onDidOpenTextDocument((document) => this.setLanguage(document)));
    this.register(vscode.languages.registerCodeLensProvider({ scheme }, this));
  }

  /** After a flow took the place of a notice, or the other way round. */
  setLanguage(document: vscode.TextDocument): void {
    const ref = flowRefOf(document.uri);
    if (ref === undefined) return;
    const [before, after] = this.problemOf(ref) ? ['json', 'plaintext'] : ['plaintext', 'json'];
    // Any other language was chosen by a person.
    if (document.languageId === before) void vscode.languages.setTextDocumentLanguage(document, after);
  }

  provideCodeLenses({ uri }: vscode.TextDocument): vscode.CodeLens[] {
    const ref = flowRefOf(uri);
    const problem = ref && this.problemOf(ref);
    if (problem === undefined) return [];
    const top = new vscode.Range(0, 0, 0, 0);
    return waysOut(ref!, problem).map((command) => new vscode.CodeLens(top, command));
  }
}

function waysOut(ref: FlowRef, { error, account: state }: Problem): vscode.Command[] {
  const again = { title: vscode.l10n.t('Try Again'), command: 'camsFlows.flow.openJson', arguments: [ref] };
  const log = { title: vscode.l10n.t('Show Log'), command: 'camsFlows.help.log' };
  if (state === 'signedOut')
    return [{ title: vscode.l10n.t('Sign In'), command: 'camsFlows.account.signIn' }, log];
  if (hasNoJson(error)) {
    const start = {
      title: vscode.l10n.t('Start with a Template or File'),
      command: 'camsFlows.flow.replaceJson',
      arguments: [ref],
    };
    return [start, again, log];
  }
  if (!['credentials', 'expiredToken'].includes(situationOf(error) ?? '')) return [again, log];
  const account = { kind: 'account', accountId: ref.accountId };
  const renew = {
    title: vscode.l10n.t('Sign In Again'),
    command: 'camsFlows.account.renew',
    arguments: [account],
  };
  return [renew, again, log];
}
