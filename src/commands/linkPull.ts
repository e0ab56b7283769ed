import { l10n } from 'vscode';
import type { Command } from './command';
import { pullLinks } from './linking/pull';
import { linkTargets } from './linking/targets';

export const linkPull: Command = async (parts, args) => {
  const links = await linkTargets(parts, args, l10n.t('Pull into which file?'));
  if (links !== undefined) await pullLinks(parts, links);
};
