import * as vscode from 'vscode';
import { looksLikeFlow } from '../flowjson/model/recognise';
import { jsonLanguages } from './selector';

/** Part of the entry bundle: this file must stay free of everything that is large. */

/** Whether we speak about this document: by where it lies, by its name, or else by what it says. No parsing. */
export function isFlowJson(document: vscode.TextDocument): boolean {
  if (!jsonLanguages.includes(document.languageId)) return false;
  return isFlowByName(document) || looksLikeFlow(document.getText());
}

function isFlowByName(document: vscode.TextDocument): boolean {
  const { uri } = document;
  return (
    uri.scheme === 'cams-flow' ||
    uri.path.toLowerCase().endsWith('.flow.json') ||
    flowPatterns(uri).some((pattern) => vscode.languages.match({ pattern }, document) > 0)
  );
}

/** The globs of the setting, each from the workspace folder of the file on where there is one. */
export function flowPatterns(uri: vscode.Uri): vscode.GlobPattern[] {
  const patterns = vscode.workspace.getConfiguration('camsFlows', uri).get<unknown>('flowJson.files', []);
  if (!Array.isArray(patterns)) return [];
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  return patterns
    .filter((pattern): pattern is string => typeof pattern === 'string' && pattern !== '')
    .map((pattern) => (folder === undefined ? pattern : new vscode.RelativePattern(folder, pattern)));
}
