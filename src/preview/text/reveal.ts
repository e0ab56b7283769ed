import * as vscode from 'vscode';
import type { Span } from '../../flowjson/text/span';
import { columnOf, isInTab } from './tabs';

/** Brings a text in front of the person beside the preview, and a place in it. */
export async function revealText(
  document: vscode.TextDocument,
  previewColumn: vscode.ViewColumn | undefined,
  place?: Span,
): Promise<void> {
  const viewColumn = columnOf(document.uri) ?? awayFrom(previewColumn);
  const editor = await vscode.window.showTextDocument(document, { viewColumn, preview: false });
  if (place === undefined) return;
  const start = document.positionAt(place.start);
  const end = document.positionAt(place.end);
  // The cursor stands where the component begins: that is what is seen of a long one.
  editor.selection = new vscode.Selection(end, start);
  editor.revealRange(new vscode.Range(start, end), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** A text that nobody sees is shown: a preview runs beside it. The focus stays where it is. */
export async function showIfHidden(
  document: vscode.TextDocument,
  viewColumn: vscode.ViewColumn,
): Promise<void> {
  if (isInTab(document.uri)) return;
  await vscode.window.showTextDocument(document, { viewColumn, preserveFocus: true, preview: false });
}

/** Where a text goes that is opened for its preview: where the person is, unless the preview itself is there. */
export function textColumn(previewColumn: vscode.ViewColumn | undefined): vscode.ViewColumn {
  const isThere = previewColumn === vscode.window.tabGroups.activeTabGroup.viewColumn;
  return isThere ? awayFrom(previewColumn) : vscode.ViewColumn.Active;
}

/** The first column, or the one beside a preview that is in the first. */
export function awayFrom(previewColumn: vscode.ViewColumn | undefined): vscode.ViewColumn {
  return previewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
}
