import * as vscode from 'vscode';
import type { FlowTexts } from '../flowTexts';
import { selector } from '../selector';
import { Completions } from './completions';

/** What begins a reference, a step of it, a string or an expression. */
const triggers = ['$', '{', '.', '"', '`'];

/** Proposes what only the flow itself can say, and whole pieces of it. */
export function registerCompletion(texts: FlowTexts): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(selector, new Completions(texts), ...triggers);
}
