import { l10n, commands } from 'vscode';
import { versionUri } from '../documents/history/versionUri';
import type { Command } from './command';
import { versionTarget } from './versions/target';

export const versionOpen: Command = async (parts, args) => {
  const version = await versionTarget(parts, args, l10n.t('Open which version?'));
  if (version === undefined) return;
  // VS Code has no words of ours for a file that cannot be read.
  await parts.history.read(version);
  await commands.executeCommand('vscode.open', versionUri(version, parts.flows.get(version.ref)?.name));
};
