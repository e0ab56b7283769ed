import { l10n } from 'vscode';
import { showInformationMessage } from '../platform/messages';
import type { Command } from './command';
import { placeOf } from './linking/confirm';
import { pullLinks } from './linking/pull';
import { someOf } from './linking/texts';

export const linksPullAll: Command = async (parts) => {
  await parts.links.load();
  const links = parts.links.all.map(({ link }) => link);
  if (links.length === 0) {
    void showInformationMessage(l10n.t('No file of this workspace is linked to a WhatsApp Flow yet.'));
    return;
  }
  const where = someOf([...new Set(links.map((link) => placeOf(parts, link)))], 3);
  const pull = l10n.t('Pull');
  const choice = await showInformationMessage(
    links.length === 1
      ? l10n.t('Pull 1 flow from {0}?', where)
      : l10n.t('Pull {0} flows from {1}?', links.length, where),
    { modal: true, detail: l10n.t('Files that changed here are left as they are.') },
    pull,
  );
  if (choice === pull) await pullLinks(parts, links);
};
