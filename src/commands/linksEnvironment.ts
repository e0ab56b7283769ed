import { l10n } from 'vscode';
import { askChoice, back, unlessDismissed } from '../accounts/steps';
import { showInformationMessage } from '../platform/messages';
import type { Command } from './command';

export const linksEnvironment: Command = async ({ links }) => {
  await links.load();
  const { environments, environment } = links;
  if (environments.length === 0) {
    void showInformationMessage(l10n.t('No file of this workspace is linked to a WhatsApp Flow yet.'));
    return;
  }
  const choices = environments.map((name) => ({
    label: name,
    description: name === environment ? l10n.t('chosen now') : undefined,
    value: name,
  }));
  const question = l10n.t('Compare, pull and push with which environment?');
  const chosen = await unlessDismissed(
    askChoice({ title: l10n.t('Environment'), placeholder: question, choices }),
  );
  if (chosen !== undefined && chosen !== back) await links.choose(chosen);
};
