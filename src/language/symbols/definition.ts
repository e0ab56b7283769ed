import type * as vscode from 'vscode';
import type { FlowTexts } from '../flowTexts';
import { rangeOf } from '../ranges';
import { mentioned } from './mention';

/** From a reference, a link or a route to the screen, the input or the data entry it means. */
export class Definitions implements vscode.DefinitionProvider {
  constructor(private readonly texts: FlowTexts) {}

  provideDefinition(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): vscode.LocationLink[] | undefined {
    const found = mentioned(this.texts, document, position);
    if (!found) return undefined;
    const { flow, at, all } = found;
    return all
      .filter(({ declaration }) => declaration)
      .map(({ span, node }) => {
        const around = node.parent?.parent ?? node;
        return {
          originSelectionRange: rangeOf(document, at.span),
          targetUri: document.uri,
          targetSelectionRange: rangeOf(document, span),
          targetRange: rangeOf(document, flow.tree.span(around)),
        };
      });
  }
}
