import * as vscode from 'vscode';

const complete = { name: 'complete', payload: {} };

/** A flow of one screen in which nothing is wrong but what is given here. */
export function flowText(top: Record<string, unknown>): string {
  const footer = { type: 'Footer', label: 'Done', 'on-click-action': complete };
  const layout = { type: 'SingleColumnLayout', children: [footer] };
  const screens = [{ id: 'ONLY', title: 'Only', terminal: true, layout }];
  return JSON.stringify({ version: '7.3', ...top, screens }, undefined, 2);
}

/** An editor with this text in the language JSON, without a file. */
export async function openJson(content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: 'json', content });
  await vscode.window.showTextDocument(document);
  return document;
}

/** As if the person had selected all and typed this. */
export async function replaceAll(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const end = document.positionAt(document.getText().length);
  edit.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), end), text);
  await vscode.workspace.applyEdit(edit);
}

/** The codes of what we say about a file. */
export function problemsOf(uri: vscode.Uri): unknown[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'WhatsApp Flow')
    .map(({ code }) => code);
}

/** Closes all tabs; what has no file is thrown away. */
export async function closeEverything(): Promise<void> {
  while (vscode.window.activeTextEditor !== undefined) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}
