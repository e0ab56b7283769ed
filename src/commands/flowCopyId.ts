import * as vscode from 'vscode';
import { setStatusBarMessage } from '../platform/messages';
import type { Command } from './command';
import { flowTarget } from './flowTarget';

export const flowCopyId: Command = async (parts, args) => {
  const ref = await flowTarget(parts, args);
  if (ref === undefined) return;
  await vscode.env.clipboard.writeText(ref.flowId);
  setStatusBarMessage(vscode.l10n.t('Copied flow ID {0}', ref.flowId), 5_000);
};
