import { l10n } from 'vscode';
import { spaceLabelProblem } from '../accounts/labels';
import { askText, back } from '../accounts/steps';
import { spaceTarget } from './accountTarget';
import type { Command } from './command';

export const spaceRename: Command = async (parts, args) => {
  const { accounts } = parts;
  const ref = await spaceTarget(parts, args);
  if (ref === undefined) return;
  const space = accounts.get(ref.accountId)?.spaces.find(({ id }) => id === ref.spaceId);
  if (space === undefined) return;
  const label = await askText({
    title: l10n.t('Rename Space {0}', space.label),
    prompt: l10n.t('A name for the space, shown in the sidebar. CAMS keeps its own.'),
    value: space.label,
    validate: spaceLabelProblem,
  });
  if (label !== back) await accounts.renameSpace(ref.accountId, space.id, label);
};
