import * as vscode from 'vscode';
import type { Diagnosis } from '../flowjson/diagnosis';
import type { Span } from '../flowjson/text/span';
import { Lines } from '../flowjson/text/lines';
import { rangeOf } from './ranges';

/** Where a flow's text lies, in a document or in a file that is not open. */
export interface Place {
  readonly uri: vscode.Uri;
  readonly rangeOf: (span: Span) => vscode.Range;
  /** Whether VS Code says so by itself: nothing is said twice. */
  readonly isSaid: (diagnosis: Diagnosis) => boolean;
}

export function placeIn(document: vscode.TextDocument): Place {
  const isValidated = validatedByVsCode(document);
  return {
    uri: document.uri,
    rangeOf: (span) => rangeOf(document, span),
    isSaid: ({ rule }) => isValidated && rulesOfVsCode.has(rule),
  };
}

/** VS Code counts lines and columns from 0. */
export function placeInFile(uri: vscode.Uri, text: string): Place {
  const lines = new Lines(text);
  const position = (offset: number): vscode.Position => {
    const { line, column } = lines.position(offset);
    return new vscode.Position(line - 1, column - 1);
  };
  return {
    uri,
    rangeOf: ({ start, end }) => new vscode.Range(position(start), position(end)),
    isSaid: () => false,
  };
}

/** The rules about which VS Code's own JSON features speak as well. */
export const rulesOfVsCode: ReadonlySet<string> = new Set(['json-syntax', 'duplicate-key']);

/** They look at open files only, and in `jsonc` they allow what Flow JSON does not. */
function validatedByVsCode({ languageId, uri }: vscode.TextDocument): boolean {
  return (
    languageId === 'json' &&
    vscode.workspace.getConfiguration('json', uri).get<boolean>('validate.enable', true) &&
    vscode.extensions.getExtension('vscode.json-language-features') !== undefined
  );
}
