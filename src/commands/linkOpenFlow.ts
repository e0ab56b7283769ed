import { l10n } from 'vscode';
import type { Command } from './command';
import { linkTarget } from './linking/targets';
import { reachable } from './linking/texts';

export const linkOpenFlow: Command = async (parts, args) => {
  const link = await linkTarget(parts, args, l10n.t('Open the flow of which file?'));
  if (link !== undefined) await parts.documents.open(reachable(link));
};
