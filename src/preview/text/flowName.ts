import type * as vscode from 'vscode';

/** What people call the flow in a document: its file's name, without what every such file ends with. */
export function flowName(uri: vscode.Uri): string {
  const file = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  return file.replace(/(?:\.flow)?\.json$/i, '') || file;
}
