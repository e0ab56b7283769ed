import { l10n } from 'vscode';
import { labelProblem } from '../accounts/labels';
import { askText, back } from '../accounts/steps';
import { accountTarget } from './accountTarget';
import type { Command } from './command';

export const accountRename: Command = async (parts, args) => {
  const { accounts } = parts;
  const account = await accountTarget(parts, args);
  if (account === undefined) return;
  const label = await askText({
    title: l10n.t('Rename Account {0}', account.label),
    prompt: l10n.t('A name for this account, shown in the sidebar.'),
    value: account.label,
    validate: (text) => labelProblem(accounts, text, account.id),
  });
  if (label !== back) await accounts.rename(account.id, label);
};
