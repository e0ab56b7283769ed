import * as vscode from 'vscode';
import type { FlowTexts } from '../flowTexts';
import { selector } from '../selector';
import { ExampleHints } from './exampleHints';

/** Shows behind a binding what it stands for; off until a person wants it. */
export function registerInlayHints(texts: FlowTexts): vscode.Disposable {
  const hints = new ExampleHints(texts);
  return vscode.Disposable.from(hints, vscode.languages.registerInlayHintsProvider(selector, hints));
}
