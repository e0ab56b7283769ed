import * as vscode from 'vscode';
import type { FlowTexts } from '../flowTexts';
import { toMarkdown } from '../markdown';
import { rangeOf } from '../ranges';
import { isReachedBySchema } from '../schemaReach';
import { hoverAt } from './hoverAt';

/** What there is to say, as VS Code shows it. */
export class Hovers implements vscode.HoverProvider {
  constructor(private readonly texts: FlowTexts) {}

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const flow = this.texts.of(document);
    const schema = isReachedBySchema(document);
    const said = flow && hoverAt(flow, document.offsetAt(position), { schema });
    return said && new vscode.Hover([toMarkdown(said.passages)], rangeOf(document, said.span));
  }
}
