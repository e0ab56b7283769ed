import type * as vscode from 'vscode';
import { applyEdits } from '../../../../src/flowjson/text/edit';
import type { FakeDocument } from '../../textDocument';

interface Replaced {
  readonly range: vscode.Range;
  readonly text: string;
  readonly metadata?: { readonly label: string; readonly needsConfirmation: boolean };
}

/** The replacements that a workspace edit of the test double holds. */
export function replaced(edit: vscode.WorkspaceEdit): readonly Replaced[] {
  return (edit as unknown as { replaced: readonly Replaced[] }).replaced;
}

/** The text of a document after a workspace edit. */
export function applied(document: FakeDocument, edit: vscode.WorkspaceEdit): string {
  return applyEdits(
    document.text,
    replaced(edit).map(({ range, text }) => ({
      start: document.offsetAt(range.start),
      end: document.offsetAt(range.end),
      text,
    })),
  );
}
