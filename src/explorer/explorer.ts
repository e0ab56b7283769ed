import type * as vscode from 'vscode';
import type { Accounts } from '../accounts/accounts';
import type { Flows } from '../flows/flows';
import type { FlowRef } from '../flows/types';
import { DisposableStore } from '../platform/disposable';
import type { Node } from './nodes';

export interface ExplorerParts {
  readonly accounts: Accounts;
  readonly flows: Flows;
  readonly state: vscode.Memento;
  readonly view: vscode.TreeView<unknown>;
  readonly changed: vscode.EventEmitter<unknown>;
}

export class Explorer extends DisposableStore {
  constructor(private readonly parts: ExplorerParts) {
    super();
  }
  getTreeItem(_node: Node): vscode.TreeItem {
    throw new Error(`not built yet ${String(this.parts.accounts.all.length)}`);
  }
  getChildren(_node?: Node): Promise<Node[]> {
    return Promise.resolve([]);
  }
  getParent(_node: Node): Node | undefined {
    return undefined;
  }
  resolveTreeItem(
    item: vscode.TreeItem,
    _node: Node,
    _token: vscode.CancellationToken,
  ): Promise<vscode.TreeItem> {
    return Promise.resolve(item);
  }
  /** Shows and selects the row of a flow. */
  reveal(_ref: FlowRef): Promise<void> {
    return Promise.resolve();
  }
}
