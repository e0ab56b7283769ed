import * as vscode from 'vscode';
import type { FlowRef } from '../../flows/types';
import type { Link } from '../../links/types';
import { unlessMissing } from '../../platform/files';
import { setStatusBarMessage, showInformationMessage, showWarningMessage } from '../../platform/messages';
import type { Parts } from '../command';
import { askEnvironment } from './askEnvironment';
import { checkOne } from './check';
import { pullLinks } from './pull';
import { flowName, pathOf } from './texts';

/** Links a file and a flow, and says how the two differ; a file that is not there yet is pulled. */
export async function join(parts: Parts, file: vscode.Uri, ref: FlowRef): Promise<void> {
  const environment = await askEnvironment(parts, file, ref);
  if (environment === undefined || !(await mayReplace(parts, file, ref, environment))) return;
  const link = await parts.links.add(file, ref, environment);
  await parts.links.choose(environment);
  if (await isMissing(file)) {
    await pullLinks(parts, [link]);
    await vscode.commands.executeCommand('vscode.open', file);
    return;
  }
  const { status } = await checkOne(parts, link);
  const told = vscode.l10n.t(
    'The file {0} is linked to the flow {1} in {2}.',
    pathOf(file),
    flowName(parts, link),
    environment,
  );
  if (status === 'changedHere') offer(told, vscode.l10n.t('The flow has no JSON yet.'), link, push());
  else if (status === 'conflict') offer(told, vscode.l10n.t('The two differ.'), link, compare(), merge());
  else setStatusBarMessage(told, 10_000);
}

interface Offer {
  readonly title: string;
  readonly command: string;
}

const push = (): Offer => ({ title: vscode.l10n.t('Push'), command: 'camsFlows.link.push' });
const merge = (): Offer => ({ title: vscode.l10n.t('Merge…'), command: 'camsFlows.link.merge' });
const compare = (): Offer => ({ title: vscode.l10n.t('Compare'), command: 'camsFlows.link.compare' });

/** Does not wait for an answer: the link is made. */
function offer(told: string, why: string, { file }: Link, ...offers: Offer[]): void {
  const titles = offers.map(({ title }) => title);
  void showInformationMessage(`${told} ${why}`, ...titles).then((choice) => {
    const command = offers.find(({ title }) => title === choice)?.command;
    if (command !== undefined) void vscode.commands.executeCommand(command, file);
  });
}

async function mayReplace(
  { links }: Parts,
  file: vscode.Uri,
  { flowId }: FlowRef,
  environment: string,
): Promise<boolean> {
  const earlier = links.everywhere(file).find((link) => link.environment === environment);
  if (earlier === undefined || earlier.flowId === flowId) return true;
  const replace = vscode.l10n.t('Link to This Flow Instead');
  const sentence = vscode.l10n.t(
    'The file {0} is linked to the flow {1} in {2} already.',
    pathOf(file),
    earlier.flowId,
    environment,
  );
  return (await showWarningMessage(sentence, { modal: true }, replace)) === replace;
}

async function isMissing(file: vscode.Uri): Promise<boolean> {
  return (await unlessMissing(vscode.workspace.fs.stat(file))) === undefined;
}
