import * as vscode from 'vscode';
import { sentenceOf } from '../accounts/explain';
import { isCamsError, isOutcomeUnknown, situationOf } from '../cams/errors';
import { isCancelled } from '../platform/cancellation';
import { showErrorMessage } from '../platform/messages';
import type { OutputLog } from '../platform/outputLog';

/** Tells a person once what failed, why and what to do. A cancelled command is not a failure, unless it may have changed something. */
export async function report(error: unknown, log: OutputLog): Promise<void> {
  if (isCancelled(error) && !isOutcomeUnknown(error)) return;
  log.error(
    error instanceof Error
      ? isCamsError(error)
        ? error.message
        : (error.stack ?? error.message)
      : String(error),
  );
  const signIn = vscode.l10n.t('Sign In Again');
  const showLog = vscode.l10n.t('Show Log');
  const needsKeys = ['credentials', 'expiredToken'].includes(situationOf(error) ?? '');
  const choice = await showErrorMessage(sentenceOf(error), ...(needsKeys ? [signIn] : []), showLog);
  if (choice === signIn) await vscode.commands.executeCommand('camsFlows.account.renew');
  if (choice === showLog) log.show();
}
