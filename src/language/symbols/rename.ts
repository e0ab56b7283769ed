import * as vscode from 'vscode';
import { l10n } from 'vscode';
import { refusalOfName, renameEdits } from '../../flowjson/symbols/rename';
import { translate } from '../../platform/translate';
import type { FlowTexts } from '../flowTexts';
import { rangeOf } from '../ranges';
import { mentioned } from './mention';

/** Renames a screen, an input or a data entry everywhere it is mentioned: expressions, routes and payloads included. */
export class Renames implements vscode.RenameProvider {
  constructor(private readonly texts: FlowTexts) {}

  prepareRename(document: vscode.TextDocument, position: vscode.Position): vscode.Range {
    const found = mentioned(this.texts, document, position);
    if (!found)
      throw new Error(
        l10n.t('Screens, named components and data entries can be renamed; nothing of the kind stands here.'),
      );
    if (!found.all.some(({ declaration }) => declaration)) {
      throw new Error(
        l10n.t('{0} is not declared in this flow: there is nothing to rename.', found.at.symbol.name),
      );
    }
    return rangeOf(document, found.at.span);
  }

  provideRenameEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    name: string,
  ): vscode.WorkspaceEdit | undefined {
    const found = mentioned(this.texts, document, position);
    if (!found) return undefined;
    const { flow, at } = found;
    const refusal = refusalOfName(flow, at.symbol, name);
    if (refusal) throw new Error(translate(refusal));
    const edit = new vscode.WorkspaceEdit();
    for (const { start, end, text } of renameEdits(flow, at.symbol, name)) {
      edit.replace(document.uri, rangeOf(document, { start, end }), text);
    }
    return edit;
  }
}
