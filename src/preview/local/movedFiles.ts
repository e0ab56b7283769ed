import type * as vscode from 'vscode';

/** Where a file is now, after it or a folder around it was renamed or moved; undefined where it was not. */
export function movedTo(uri: vscode.Uri, files: vscode.FileRenameEvent['files']): vscode.Uri | undefined {
  const renamed = files.find(
    ({ oldUri }) => oldUri.scheme === uri.scheme && `${uri.path}/`.startsWith(`${oldUri.path}/`),
  );
  return renamed?.newUri.with({ path: renamed.newUri.path + uri.path.slice(renamed.oldUri.path.length) });
}
