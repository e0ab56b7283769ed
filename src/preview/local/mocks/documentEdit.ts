import * as vscode from 'vscode';
import { commonEnds } from '../../../flowjson/text/commonEnds';

/** Gives a document another text by replacing what is different. Rejects where VS Code refuses. */
export async function rewrite(document: vscode.TextDocument, text: string): Promise<void> {
  const before = document.getText();
  if (text === before) return;
  const { prefix, suffix } = commonEnds(before, text);
  const range = new vscode.Range(document.positionAt(prefix), document.positionAt(before.length - suffix));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, text.slice(prefix, text.length - suffix));
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new Error(vscode.l10n.t('VS Code did not take the change. Try it again.'));
  }
}
