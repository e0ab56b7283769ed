import * as vscode from 'vscode';

/** The text of a file as VS Code would show it in an editor: with the encoding of the settings, without a byte order mark. */
export async function readText(uri: vscode.Uri): Promise<string> {
  const bytes = await vscode.workspace.fs.readFile(uri);
  const text = await vscode.workspace.decode(bytes, { uri });
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
