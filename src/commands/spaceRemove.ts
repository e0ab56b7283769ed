import { l10n } from 'vscode';
import { showInformationMessage } from '../platform/messages';
import { spaceTarget } from './accountTarget';
import type { Command } from './command';

/** Takes a space out of the sidebar. It can be undone, so it is not asked about beforehand. */
export const spaceRemove: Command = async (parts, args) => {
  const { accounts } = parts;
  const ref = await spaceTarget(parts, args);
  if (ref === undefined) return;
  const space = accounts.get(ref.accountId)?.spaces.find(({ id }) => id === ref.spaceId);
  if (space === undefined) return;
  await accounts.removeSpace(ref.accountId, space.id);
  const undo = l10n.t('Undo');
  const choice = await showInformationMessage(
    l10n.t('{0} is no longer shown. Its flows in CAMS stay.', space.label),
    undo,
  );
  if (choice === undo) await accounts.addSpace(ref.accountId, space.id, space.label);
};
