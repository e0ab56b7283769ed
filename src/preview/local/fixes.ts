import * as vscode from 'vscode';
import { AdviceError } from '../../accounts/adviceError';
import type { Span } from '../../flowjson/text/span';

/** More fixes than that are no help; their edits are found out at once. */
const most = 20;

/** What the light bulb offers at a place to mend it. */
async function fixesAt(document: vscode.TextDocument, { start, end }: Span): Promise<vscode.CodeAction[]> {
  const found = await vscode.commands.executeCommand<readonly vscode.CodeAction[] | undefined>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(document.positionAt(start), document.positionAt(end)),
    vscode.CodeActionKind.QuickFix.value,
    most,
  );
  return (found ?? []).filter(({ edit }) => edit !== undefined);
}

export async function fixTitles(document: vscode.TextDocument, place: Span): Promise<string[]> {
  return (await fixesAt(document, place)).map(({ title }) => title);
}

/** Does what was offered under a title. It is asked for again: the text may have moved since. */
export async function fix(
  document: vscode.TextDocument,
  place: Span | undefined,
  title: string,
): Promise<void> {
  const actions = place === undefined ? [] : await fixesAt(document, place);
  const action = actions.find((one) => one.title === title);
  const done = action?.edit !== undefined && (await vscode.workspace.applyEdit(action.edit));
  if (!done) {
    throw new AdviceError(
      vscode.l10n.t('The text has changed since the fix was offered.'),
      vscode.l10n.t('Look at the problem again.'),
    );
  }
  const { command } = action;
  if (command !== undefined) {
    await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
  }
}
