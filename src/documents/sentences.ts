import { l10n } from 'vscode';
import { sentenceOf } from '../accounts/explain';
import type { FlowRef } from '../flows/types';
import { isCancelled } from '../platform/cancellation';

/** A flow as sentences call it: its name if there is one, and always its ID. */
export function labelOf(ref: FlowRef, name: string | undefined): string {
  return name === undefined || name === '' || name === ref.flowId
    ? l10n.t('Flow {0}', ref.flowId)
    : l10n.t('Flow "{0}" ({1})', name, ref.flowId);
}

/** Why a tab stays empty and what to do about it. */
export function unreadable(label: string, error: unknown, account: { signedIn: boolean }): string {
  if (!account.signedIn) {
    return l10n.t(
      '{0} belongs to an account that is not signed in. Sign in, then open it from the WhatsApp Flows view.',
      label,
    );
  }
  if (isCancelled(error)) {
    return l10n.t('{0} was not read, because its account changed meanwhile. Try again.', label);
  }
  return l10n.t('{0} cannot be read. {1}', label, sentenceOf(error));
}
