import * as vscode from 'vscode';
import { showErrorMessage } from '../../../platform/messages';

/** Waits for a change of the mock file, and says why there was none. */
export function orTell(work: Promise<void>): void {
  work.catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    void showErrorMessage(vscode.l10n.t('The mock file was not changed. {0}', reason));
  });
}
