import type * as vscode from 'vscode';
import { baseName } from '../../platform/baseName';

/** What people call the flow in a document: its file's name, without what every such file ends with. */
export function flowName(uri: vscode.Uri): string {
  const file = baseName(uri);
  return file.replace(/(?:\.flow)?\.json$/i, '') || file;
}
