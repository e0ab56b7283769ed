import { l10n } from 'vscode';
import type { Command } from './command';
import { pushLinks } from './linking/push';
import { linkTargets } from './linking/targets';

export const linkPush: Command = async (parts, args) => {
  const links = await linkTargets(parts, args, l10n.t('Push which file?'));
  if (links !== undefined) await pushLinks(parts, links);
};
