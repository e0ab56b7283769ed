import * as vscode from 'vscode';
import type { FlowTexts } from '../flowTexts';
import { selector } from '../selector';
import { Definitions } from './definition';
import { Folding } from './folding';
import { Outline } from './outline';
import { References } from './references';
import { Renames } from './rename';
import { Selections } from './selection';

/** Everything that answers "what is this, where else is it?" about names, screens and components. */
export function registerSymbols(texts: FlowTexts): vscode.Disposable {
  const references = new References(texts);
  const { languages } = vscode;
  return vscode.Disposable.from(
    languages.registerDefinitionProvider(selector, new Definitions(texts)),
    languages.registerReferenceProvider(selector, references),
    languages.registerDocumentHighlightProvider(selector, references),
    languages.registerRenameProvider(selector, new Renames(texts)),
    languages.registerDocumentSymbolProvider(selector, new Outline(texts), { label: 'WhatsApp Flow' }),
    languages.registerFoldingRangeProvider(selector, new Folding(texts)),
    languages.registerSelectionRangeProvider(selector, new Selections(texts)),
  );
}
