import * as vscode from 'vscode';

/**
 * Whether a document is the thing itself. What an editor shows of the past (git, the local history) comes from file systems
 * that are read-only as a whole: mistakes in it are nobody's any more. A flow of CAMS is read-only by itself.
 */
export function isOriginal({ uri }: vscode.TextDocument): boolean {
  return vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== false;
}
