import * as vscode from 'vscode';
import { DisposableStore } from '../../platform/disposable';
import type { Walks } from './ports';

/** Remembers the ways on which screens have been reached. */
export class WalkedPaths extends DisposableStore implements Walks {
  private readonly walked = new Map<string, string[][]>();
  private readonly changed = this.register(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.changed.event;

  of(uri: vscode.Uri): readonly (readonly string[])[] {
    return this.walked.get(uri.toString()) ?? [];
  }

  /** `path`: screen ids from the first to the one in front. */
  add(uri: vscode.Uri, path: readonly string[]): void {
    const key = uri.toString();
    const before = this.walked.get(key) ?? [];
    if (before.some((one) => one.length === path.length && one.every((id, at) => id === path[at]))) return;
    this.walked.set(key, [...before, [...path]]);
    this.changed.fire(uri);
  }
}
