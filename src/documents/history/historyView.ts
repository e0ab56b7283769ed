import * as vscode from 'vscode';
import type { Flows } from '../../flows/flows';
import type { FlowRef } from '../../flows/types';
import { DisposableStore } from '../../platform/disposable';
import type { KeptVersions, Version } from './history';

interface HistoryViewParts {
  readonly history: KeptVersions;
  readonly flows: Pick<Flows, 'get'>;
  readonly view: vscode.TreeView<unknown>;
  readonly changed: vscode.EventEmitter<unknown>;
  /** The flow that a document belongs to: its own, or that of a linked file. */
  readonly flowOf: (uri: vscode.Uri) => FlowRef | undefined;
}

/** The earlier versions of the flow in front, newest first. */
export class HistoryView extends DisposableStore {
  constructor(private readonly parts: HistoryViewParts) {
    super();
  }

  getTreeItem({ id }: Version): vscode.TreeItem {
    return new vscode.TreeItem(id);
  }

  getChildren(): Promise<readonly Version[]> {
    return this.parts.history.list({ accountId: '', spaceId: '', flowId: '' });
  }

  /** Shows the versions of this flow, whatever is in front. */
  async show(ref: FlowRef): Promise<void> {
    await this.parts.history.list(ref);
  }
}
