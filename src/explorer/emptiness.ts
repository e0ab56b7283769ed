import { l10n } from 'vscode';
import { sentenceOf } from '../accounts/explain';
import type { Account } from '../accounts/types';
import { situationOf } from '../cams/errors';
import type { FlowStore } from '../flows/flowStore';
import type { EmptyReason } from '../platform/contextKeys';

/** Why nothing of a space is shown, given that nothing is; '' while the answer is on its way. */
export function whyNoRows(account: Account, store: FlowStore): EmptyReason {
  if (store.flows.length > 0) return 'filtered';
  if (account.state !== 'ready') return 'expired';
  // Another attempt may be under way: what is wrong stays until it is right.
  if (store.failure !== undefined) return reasonOf(store.failure.error);
  return store.listing || store.outdated ? '' : 'noFlows';
}

/** What a failure is to somebody who looks at an empty list. */
export function reasonOf(error: unknown): EmptyReason {
  switch (situationOf(error)) {
    case 'credentials':
    case 'expiredToken':
      return 'expired';
    case 'permission':
      return 'noPermission';
    case 'notSubscribed':
      return 'notSubscribed';
    case 'wrongSpace':
      return 'wrongSpace';
    case 'network':
      return 'offline';
    default:
      return 'failed';
  }
}

/** The row that says why there is nothing. */
export function labelOf(reason: EmptyReason): string {
  switch (reason) {
    case '':
      return l10n.t('Loading…');
    case 'signedOut':
      return l10n.t('Not signed in');
    case 'expired':
      return l10n.t('Sign in again: the keys are no longer accepted');
    case 'noSpace':
      return l10n.t('No space yet: add one by its ID');
    case 'noPermission':
      return l10n.t('The key is not allowed to list flows: add them by ID');
    case 'notSubscribed':
      return l10n.t('Chat App Message Service is not activated');
    case 'wrongSpace':
      return l10n.t('The space belongs to another account');
    case 'offline':
      return l10n.t('CAMS cannot be reached');
    case 'failed':
      return l10n.t('CAMS did not list the flows');
    case 'noFlows':
      return l10n.t('No WhatsApp Flows yet');
    case 'filtered':
      return l10n.t('No flow matches the filter');
  }
}

/** The whole story behind that row, where there is one. */
export function detailOf(reason: EmptyReason, error: unknown): string {
  return error === undefined || ['', 'filtered', 'noFlows'].includes(reason)
    ? labelOf(reason)
    : sentenceOf(error);
}
