import * as vscode from 'vscode';
import { fileNameOf } from '../documents/fileName';
import { labelOf } from '../documents/sentences';
import { showInformationMessage } from '../platform/messages';
import { withLateProgress } from '../platform/progress';
import { usualFolder } from '../platform/usualFolder';
import type { Command } from './command';
import { flowTarget } from './flowTarget';

export const flowSaveJsonAs: Command = async (parts, args) => {
  const ref = await flowTarget(parts, args);
  if (ref === undefined) return;
  const name = parts.flows.get(ref)?.name;
  const file = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save Flow JSON As'),
    defaultUri: vscode.Uri.joinPath(usualFolder(), fileNameOf(name, ref.flowId)),
    filters: { JSON: ['json'] },
  });
  if (file === undefined) return;
  const bytes = await withLateProgress(vscode.l10n.t('Downloading {0}', labelOf(ref, name)), (signal) =>
    parts.documents.text(ref, { signal }),
  );
  await vscode.workspace.fs.writeFile(file, bytes);
  const open = vscode.l10n.t('Open');
  const saved = vscode.l10n.t('Saved {0}', vscode.workspace.asRelativePath(file));
  if ((await showInformationMessage(saved, open)) === open) {
    await vscode.commands.executeCommand('vscode.open', file);
  }
};
