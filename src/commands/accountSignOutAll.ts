import { l10n } from 'vscode';
import { showWarningMessage } from '../platform/messages';
import type { Command } from './command';

export const accountSignOutAll: Command = async ({ accounts }) => {
  const signOut = l10n.t('Sign Out of All');
  const labels = accounts.all.map(({ label }) => label).join(', ');
  const choice = await showWarningMessage(
    l10n.t('Sign out of all accounts ({0})?', labels),
    {
      modal: true,
      detail: l10n.t(
        'Their keys are removed from the secret storage, and so are the spaces that were added by hand. The AccessKeys themselves and the flows in CAMS stay.',
      ),
    },
    signOut,
  );
  if (choice === signOut) await accounts.signOutAll();
};
