import * as vscode from 'vscode';

/**
 * Where a new panel goes: beside what is open; with the others of its kind where there are some; where the person is when
 * nothing is open.
 */
export function panelColumn(others: Iterable<{ readonly panel: vscode.WebviewPanel }>): vscode.ViewColumn {
  for (const { panel } of others) if (panel.viewColumn !== undefined) return panel.viewColumn;
  const isEmpty = vscode.window.tabGroups.activeTabGroup.activeTab === undefined;
  return isEmpty ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
}
