import * as vscode from 'vscode';
import { DisposableStore } from '../../platform/disposable';
import type { Walks } from '../ports';

/** Of so many flows the ways are remembered; those not walked for longest are forgotten. */
const mostFlows = 100;

/** Ways of a flow, and screens on a way: who goes round in circles has seen them. */
const mostPaths = 1000;
const longest = 200;

/** Remembers the ways on which screens have been reached. */
export class WalkedPaths extends DisposableStore implements Walks {
  /** By the flow's URI, then by the path as text; the flow walked last is the last one. */
  private readonly walked = new Map<string, Map<string, readonly string[]>>();
  private readonly changed = this.register(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.changed.event;

  of(uri: vscode.Uri): readonly (readonly string[])[] {
    return [...(this.walked.get(uri.toString())?.values() ?? [])];
  }

  /** `path`: screen ids from the first to the one in front. */
  add(uri: vscode.Uri, path: readonly string[]): void {
    const flow = uri.toString();
    const paths = this.walked.get(flow) ?? new Map<string, readonly string[]>();
    this.walked.delete(flow);
    this.walked.set(flow, paths);
    for (const oldest of this.walked.keys()) {
      if (this.walked.size <= mostFlows) break;
      this.walked.delete(oldest);
    }
    const key = JSON.stringify(path);
    if (path.length > longest || paths.size >= mostPaths || paths.has(key)) return;
    paths.set(key, [...path]);
    this.changed.fire(uri);
  }
}
