import * as vscode from 'vscode';
import { REMOTE, versionUri } from '../documents/history/versionUri';
import type { Link } from '../links/types';
import { setStatusBarMessage, showInformationMessage, showWarningMessage } from '../platform/messages';
import type { Command, Parts } from './command';
import { checkOne } from './linking/check';
import { linkTarget } from './linking/targets';
import { comparisonTitle, flowName, pathOf, reachable } from './linking/texts';

export const linkCompare: Command = async (parts, args) => {
  const link = await linkTarget(parts, args, vscode.l10n.t('Compare which file with its flow?'));
  if (link === undefined) return;
  const { status, link: checked } = await checkOne(parts, link);
  if (status === 'missingThere') return offerUnlink(link);
  const ref = reachable(checked);
  const remote = versionUri({ ref, id: REMOTE }, parts.flows.get(ref)?.name);
  if (status === 'missingHere') return offerPull(parts, link, remote);
  if (status === 'same') {
    const sentence = vscode.l10n.t('{0} and {1} are the same', pathOf(link.file), flowName(parts, link));
    setStatusBarMessage(sentence, 10_000);
  }
  await vscode.commands.executeCommand('vscode.diff', remote, link.file, comparisonTitle(parts, link));
};

/** Neither offer is waited for: there is nothing to compare. */
async function offerUnlink(link: Link): Promise<void> {
  const unlink = vscode.l10n.t('Unlink…');
  const sentence = vscode.l10n.t(
    'The flow {0} that {1} is linked to does not exist any more in {2}. The file is as it was.',
    link.flowId,
    pathOf(link.file),
    link.environment,
  );
  if ((await showWarningMessage(sentence, unlink)) === unlink)
    await vscode.commands.executeCommand('camsFlows.link.remove', link.file);
}

async function offerPull(parts: Parts, link: Link, remote: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand('vscode.open', remote);
  const pull = vscode.l10n.t('Pull');
  const sentence = vscode.l10n.t(
    'There is no file {0} yet to compare the flow {1} with.',
    pathOf(link.file),
    flowName(parts, link),
  );
  if ((await showInformationMessage(sentence, pull)) === pull)
    await vscode.commands.executeCommand('camsFlows.link.pull', link.file);
}
