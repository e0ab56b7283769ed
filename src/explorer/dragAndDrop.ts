import type * as vscode from 'vscode';
import type { Node } from './nodes';

/** Flows can be dragged out of the tree as their documents, and files dropped onto a space to create flows of them. */
export class FlowDragAndDrop {
  handleDrag(_nodes: readonly Node[], _data: vscode.DataTransfer, _token: vscode.CancellationToken): void {
    return;
  }

  handleDrop(_node: Node | undefined, _data: vscode.DataTransfer, _token: vscode.CancellationToken): void {
    return;
  }
}
