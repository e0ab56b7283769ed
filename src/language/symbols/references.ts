import * as vscode from 'vscode';
import type { FlowTexts } from '../flowTexts';
import { rangeOf } from '../ranges';
import { mentioned } from './mention';

/** Everywhere a screen, an input or a data entry is mentioned. */
export class References implements vscode.ReferenceProvider, vscode.DocumentHighlightProvider {
  constructor(private readonly texts: FlowTexts) {}

  provideReferences(
    document: vscode.TextDocument,
    position: vscode.Position,
    { includeDeclaration }: vscode.ReferenceContext,
  ): vscode.Location[] | undefined {
    return mentioned(this.texts, document, position)
      ?.all.filter(({ declaration }) => includeDeclaration || !declaration)
      .map(({ span }) => new vscode.Location(document.uri, rangeOf(document, span)));
  }

  provideDocumentHighlights(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): vscode.DocumentHighlight[] | undefined {
    return mentioned(this.texts, document, position)?.all.map(
      ({ span, declaration }) =>
        new vscode.DocumentHighlight(
          rangeOf(document, span),
          declaration ? vscode.DocumentHighlightKind.Write : vscode.DocumentHighlightKind.Read,
        ),
    );
  }
}
