import type * as vscode from 'vscode';
import { DisposableStore } from '../platform/disposable';
import type { Links } from './links';

/** A letter behind each linked file: how it differs from its flow. */
export class Decorations extends DisposableStore implements vscode.FileDecorationProvider {
  constructor(
    private readonly links: Links,
    readonly changed: vscode.EventEmitter<vscode.Uri | vscode.Uri[] | undefined>,
  ) {
    super();
  }

  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    return this.links.of(uri) === undefined ? undefined : {};
  }
}
