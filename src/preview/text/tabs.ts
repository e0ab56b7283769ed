import * as vscode from 'vscode';

/** Whether a tab holds the text: in an editor, or on a side of a comparison. */
export function isInTab(uri: vscode.Uri): boolean {
  return columnOfTab(uri) !== undefined;
}

/** Where the person has the text. */
export function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  return editorsOf(uri)[0]?.viewColumn ?? columnOfTab(uri);
}

/** Where the cursor is in a text that the person sees. */
export function cursorIn(document: vscode.TextDocument): number | undefined {
  const [editor] = editorsOf(document.uri);
  return editor && document.offsetAt(editor.selection.active);
}

/** The one in front is the first. */
function editorsOf(uri: vscode.Uri): vscode.TextEditor[] {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const all = activeTextEditor === undefined ? visibleTextEditors : [activeTextEditor, ...visibleTextEditors];
  return all.filter(({ document }) => document.uri.toString() === uri.toString());
}

function columnOfTab(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const text = uri.toString();
  const holds = ({ input }: vscode.Tab) =>
    Object.values(input ?? {}).some((part) => isUri(part) && part.toString() === text);
  return vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(holds))?.viewColumn;
}

function isUri(value: unknown): value is vscode.Uri {
  return value instanceof vscode.Uri;
}
