import * as vscode from 'vscode';
import type { FlowTexts } from '../flowTexts';
import { selector } from '../selector';
import { Hovers } from './hovers';

/** Explains what stands under the mouse. */
export function registerHover(texts: FlowTexts): vscode.Disposable {
  return vscode.languages.registerHoverProvider(selector, new Hovers(texts));
}
