import { l10n } from 'vscode';
import { showInformationMessage } from '../platform/messages';
import { accountTarget } from './accountTarget';
import type { Command } from './command';

export const accountSignOut: Command = async (parts, args) => {
  const account = await accountTarget(parts, args);
  if (account === undefined) return;
  await parts.accounts.signOut(account.id);
  void showInformationMessage(
    l10n.t(
      'Signed out of {0}: its keys are gone from the secret storage. The AccessKey itself and the flows in CAMS stay.',
      account.label,
    ),
  );
};
