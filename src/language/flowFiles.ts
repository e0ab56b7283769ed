import * as vscode from 'vscode';
import { flowPatterns } from './recognition';

/** The files of the workspace that hold Flow JSON by their name. What `files.exclude` hides is not ours to look at. */
export async function flowFiles(token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const patterns = (vscode.workspace.workspaceFolders ?? []).flatMap((folder) => [
    new vscode.RelativePattern(folder, '**/*.flow.json'),
    ...flowPatterns(folder.uri),
  ]);
  const found = await Promise.all(
    patterns.map((pattern) => vscode.workspace.findFiles(pattern, undefined, undefined, token)),
  );
  const files = new Map(found.flat().map((uri) => [uri.toString(), uri]));
  return [...files.values()];
}
