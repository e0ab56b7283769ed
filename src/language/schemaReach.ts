import * as vscode from 'vscode';

/** Whether VS Code's JSON features complete and explain this document by the schema that we contribute. */
export function isReachedBySchema({ uri }: vscode.TextDocument): boolean {
  return (
    uri.path.endsWith('.flow.json') &&
    vscode.extensions.getExtension('vscode.json-language-features') !== undefined
  );
}
