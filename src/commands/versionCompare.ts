import { l10n, commands } from 'vscode';
import { nameIn } from '../documents/flowUri';
import { exactTime } from '../documents/history/versionTexts';
import { versionUri } from '../documents/history/versionUri';
import type { Command } from './command';
import { versionTarget } from './versions/target';
import { workingCopy } from './versions/workingCopy';

export const versionCompare: Command = async (parts, args) => {
  const version = await versionTarget(parts, args, l10n.t('Compare with which version?'));
  if (version === undefined) return;
  // VS Code has no words of ours for a file that cannot be read.
  await parts.history.read(version);
  const right = await workingCopy(parts, version.ref);
  const left = versionUri(version, parts.flows.get(version.ref)?.name);
  const title = l10n.t('{0} ({1}) ↔ {2}', nameIn(left), exactTime(version.at), nameIn(right));
  await commands.executeCommand('vscode.diff', left, right, title);
};
