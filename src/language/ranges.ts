import * as vscode from 'vscode';
import type { Span } from '../flowjson/text/span';

/** Where a stretch of a flow's text stands in the document that it was read from. */
export function rangeOf(document: vscode.TextDocument, { start, end }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** The other way round. For a single place there is `document.offsetAt`. */
export function spanOf(document: vscode.TextDocument, { start, end }: vscode.Range): Span {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}
