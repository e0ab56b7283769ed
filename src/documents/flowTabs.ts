import * as vscode from 'vscode';
import { sameFlow, type FlowRef } from '../flows/types';
import { flowRefOf } from './flowUri';

/** The editors of a flow that VS Code has in memory, under whatever name. A tab whose flow could not be read has none. */
export function openDocuments(ref: FlowRef): vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter(({ uri }) => isOf(uri, ref));
}

/** The tab of a flow, the active one first, and its URI. */
export function tabOf(ref: FlowRef): { tab: vscode.Tab; uri: vscode.Uri } | undefined {
  const { all, activeTabGroup } = vscode.window.tabGroups;
  for (const group of [activeTabGroup, ...all]) {
    for (const tab of group.tabs) {
      if (tab.input instanceof vscode.TabInputText && isOf(tab.input.uri, ref))
        return { tab, uri: tab.input.uri };
    }
  }
  return undefined;
}

function isOf(uri: vscode.Uri, ref: FlowRef): boolean {
  const other = flowRefOf(uri);
  return other !== undefined && sameFlow(other, ref);
}
