import * as vscode from 'vscode';
import { DisposableStore } from '../platform/disposable';
import type { Links } from './links';
import type { LinkState } from './types';

interface ChangesViewParts {
  readonly links: Links;
  readonly view: vscode.TreeView<unknown>;
  readonly changed: vscode.EventEmitter<unknown>;
}

/** The linked files and how they differ from their flows. */
export class ChangesView extends DisposableStore implements vscode.TreeDataProvider<LinkState> {
  constructor(private readonly parts: ChangesViewParts) {
    super();
  }

  getTreeItem({ link }: LinkState): vscode.TreeItem {
    return new vscode.TreeItem(link.file);
  }

  getChildren(): LinkState[] {
    return [...this.parts.links.all];
  }
}
