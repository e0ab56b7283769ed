import { homedir } from 'node:os';
import * as vscode from 'vscode';

/** Where a new file may lie: the first folder of the workspace that takes files, else the person's own. */
export function usualFolder(): vscode.Uri {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const writable = folders.find(({ uri }) => vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true);
  return writable?.uri ?? vscode.Uri.file(homedir());
}
