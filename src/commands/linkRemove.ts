import { l10n } from 'vscode';
import { showWarningMessage } from '../platform/messages';
import type { Command } from './command';
import { linkTargets } from './linking/targets';
import { pathOf, someOf } from './linking/texts';

export const linkRemove: Command = async (parts, args) => {
  const links = await linkTargets(parts, args, l10n.t('Unlink which file?'));
  if (links === undefined) return;
  const unlink = l10n.t('Unlink');
  const question =
    links.length === 1
      ? l10n.t('Unlink {0} from its flow in {1}?', pathOf(links[0]!.file), links[0]!.environment)
      : l10n.t('Unlink {0} files from their flows in {1}?', links.length, links[0]!.environment);
  const stays = l10n.t('Neither a file nor a flow is changed.');
  const files = links.length === 1 ? '' : ` ${someOf(links.map(({ file }) => pathOf(file)))}`;
  const choice = await showWarningMessage(question, { modal: true, detail: stays + files }, unlink);
  if (choice === unlink) await parts.links.remove(links);
};
