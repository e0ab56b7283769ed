import * as vscode from 'vscode';
import type { Edit } from '../../flowjson/text/edit';
import { rangeOf } from '../ranges';

/** Edits of a flow's text as VS Code applies them, in one step that one Undo takes back. */
export function workspaceEdit(document: vscode.TextDocument, edits: readonly Edit[]): vscode.WorkspaceEdit {
  const result = new vscode.WorkspaceEdit();
  for (const edit of edits) result.replace(document.uri, rangeOf(document, edit), edit.text);
  return result;
}
