import * as vscode from 'vscode';
import type { FlowTexts } from '../flowTexts';
import { rangeOf } from '../ranges';

/** Makes every screen a region: "Fold All Regions" shows the flow as a list of screens. */
export class Folding implements vscode.FoldingRangeProvider {
  constructor(private readonly texts: FlowTexts) {}

  provideFoldingRanges(document: vscode.TextDocument): vscode.FoldingRange[] | undefined {
    const flow = this.texts.of(document);
    return flow?.screens.flatMap(({ node }) => {
      const { start, end } = rangeOf(document, flow.tree.span(node));
      // The line of the closing brace stays in sight, as VS Code folds JSON.
      return end.line - 1 > start.line
        ? [new vscode.FoldingRange(start.line, end.line - 1, vscode.FoldingRangeKind.Region)]
        : [];
    });
  }
}
