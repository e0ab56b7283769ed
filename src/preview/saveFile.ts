import * as vscode from 'vscode';
import { showInformationMessage } from '../platform/messages';
import { usualFolder } from '../platform/usualFolder';

export interface FileToSave {
  readonly title: string;
  /** The name that is proposed; what no file may be called is replaced. */
  readonly name: string;
  readonly filters: Readonly<Record<string, string[]>>;
  readonly bytes: Uint8Array;
}

/** Saves something about a flow where the person says: beside its file, unless it lies on CAMS or nowhere yet. */
export async function saveFile(flow: vscode.Uri, { title, name, filters, bytes }: FileToSave): Promise<void> {
  const canHold =
    vscode.workspace.fs.isWritableFileSystem(flow.scheme) === true && flow.scheme !== 'cams-flow';
  const folder = canHold ? vscode.Uri.joinPath(flow, '..') : usualFolder();
  const defaultUri = vscode.Uri.joinPath(folder, name.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(-120));
  const file = await vscode.window.showSaveDialog({ title, defaultUri, filters: { ...filters } });
  if (file === undefined) return;
  await vscode.workspace.fs.writeFile(file, bytes);
  const open = vscode.l10n.t('Open');
  const reveal = vscode.l10n.t('Show in Folder');
  const saved = vscode.l10n.t('Saved {0}', vscode.workspace.asRelativePath(file));
  // Only the computer in front of the person has folders to show.
  const isHere = vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined;
  const choices = file.scheme === 'file' && isHere ? [open, reveal] : [open];
  const choice = await showInformationMessage(saved, ...choices);
  if (choice === open) await vscode.commands.executeCommand('vscode.open', file);
  if (choice === reveal) await vscode.commands.executeCommand('revealFileInOS', file);
}
