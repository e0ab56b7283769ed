import * as vscode from 'vscode';
import { setContextKey } from '../platform/contextKeys';
import { isFlowJson } from './recognition';
import { jsonLanguages } from './selector';

/** How long after the last key a JSON document is looked at, in milliseconds. */
const AFTER_TYPING = 500;

/**
 * Calls `found` once, as soon as a Flow JSON is open: now, opened, typed or pasted later, or renamed (which closes and
 * opens it). Part of the entry bundle: it is all that other JSON files ever cost.
 */
export function onFirstFlowJson(found: () => void): vscode.Disposable {
  const waiting = new Map<vscode.TextDocument, NodeJS.Timeout>();
  const forget = (document: vscode.TextDocument): void => {
    clearTimeout(waiting.get(document));
    waiting.delete(document);
  };
  const look = (document: vscode.TextDocument, delay: number): void => {
    forget(document);
    if (!jsonLanguages.includes(document.languageId)) return;
    const timer = setTimeout(() => {
      waiting.delete(document);
      if (!isFlowJson(document)) return;
      watching.dispose();
      // The menus need not wait for the language.
      if (document === vscode.window.activeTextEditor?.document) setContextKey('camsFlows.flowJson', true);
      found();
    }, delay);
    waiting.set(document, timer);
  };
  const lookAtAll = (): void => vscode.workspace.textDocuments.forEach((document) => look(document, 0));

  const watching = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument((document) => look(document, 0)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => look(document, AFTER_TYPING)),
    vscode.workspace.onDidCloseTextDocument(forget),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('camsFlows.flowJson.files')) lookAtAll();
    }),
    new vscode.Disposable(() => [...waiting.keys()].forEach(forget)),
  );
  lookAtAll();
  return watching;
}
