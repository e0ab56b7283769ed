import { l10n } from 'vscode';
import type { LinkStatus } from '../links/types';
import { showInformationMessage } from '../platform/messages';
import type { Command } from './command';
import { pushLinks } from './linking/push';

/** As far as is known, these files say nothing new: a file that changes is compared anew by itself. */
const nothingNew = new Set<LinkStatus>(['same', 'changedThere', 'missingHere']);

export const linksPushAll: Command = async (parts) => {
  await parts.links.load();
  const changed = parts.links.all.filter(({ status }) => !nothingNew.has(status));
  if (changed.length > 0) {
    await pushLinks(
      parts,
      changed.map(({ link }) => link),
    );
    return;
  }
  void showInformationMessage(l10n.t('There is nothing to push: no linked file has changed here.'));
};
