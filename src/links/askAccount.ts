import { l10n, window } from 'vscode';
import { withoutIcons } from '../platform/messages';
import type { AskAccount } from './spaceAccounts';

/** A list of the accounts that have the space: a person knows which one their team means. */
export const askAccount: AskAccount = async (spaceId, candidates) => {
  const items = candidates.map(({ id, label }) => ({ id, label: withoutIcons(label) }));
  const title =
    spaceId === ''
      ? l10n.t('Which account are the linked flows of the default space in?')
      : l10n.t('Which account are the linked flows of the space "{0}" in?', spaceId);
  const chosen = await window.showQuickPick(items, { title, ignoreFocusOut: true });
  return chosen?.id;
};
