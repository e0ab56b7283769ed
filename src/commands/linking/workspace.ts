import * as vscode from 'vscode';
import { showInformationMessage } from '../../platform/messages';

/** Links lie in the workspace, so that they can be committed with it. Where there is none, a person is offered to open one. */
export async function hasWorkspace(): Promise<boolean> {
  if ((vscode.workspace.workspaceFolders ?? []).length > 0) return true;
  const open = vscode.l10n.t('Open Folder…');
  const sentence = vscode.l10n.t('Open a folder first: files in it can be linked to flows.');
  if ((await showInformationMessage(sentence, open)) === open)
    await vscode.commands.executeCommand('vscode.openFolder');
  return false;
}
