import * as vscode from 'vscode';
import type { FlowTexts } from '../flowTexts';
import { selector } from '../selector';
import { fixAllKind, QuickFixes } from './quickFixes';
import { Refactorings } from './refactorings';

/** Everything that mends or remakes a flow from the light bulb. */
export function registerFixes(texts: FlowTexts): vscode.Disposable {
  const { QuickFix, Refactor } = vscode.CodeActionKind;
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(selector, new QuickFixes(texts), {
      providedCodeActionKinds: [QuickFix, fixAllKind()],
    }),
    vscode.languages.registerCodeActionsProvider(selector, new Refactorings(texts), {
      providedCodeActionKinds: [Refactor],
    }),
  );
}
