import * as vscode from 'vscode';
import { DisposableStore } from '../platform/disposable';

/** How a merge ends: one of them is called, once. */
interface Endings {
  readonly completed: () => void;
  /** The merge editor was closed, and nothing was saved. */
  readonly abandoned?: () => void;
}

interface Merge extends Endings {
  readonly file: vscode.Uri;
  saved: boolean;
}

/**
 * Merges that a person is working on. One is completed when its result is saved and its merge editor is closed: what an
 * editor saves by itself in between is not what the person decided. Until then nothing counts as merged; after a restart
 * neither, so that the file is merged anew and nothing is lost.
 */
export class Merges extends DisposableStore {
  private readonly underWay = new Map<string, Merge>();

  constructor() {
    super();
    this.register(vscode.workspace.onDidSaveTextDocument(({ uri }) => this.onSaved(uri)));
    this.register(
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => closed.forEach((tab) => this.onClosed(tab))),
    );
  }

  /** A later merge of the file takes the place of this one. */
  begin(file: vscode.Uri, endings: Endings): void {
    this.underWay.set(file.toString(), { ...endings, file, saved: false });
  }

  private onSaved(file: vscode.Uri): void {
    const merge = this.underWay.get(file.toString());
    if (merge === undefined) return;
    merge.saved = true;
    if (mergeTabOf(file) === undefined) this.end(merge);
  }

  private onClosed(tab: vscode.Tab): void {
    const file = resultOf(tab);
    const merge = file && this.underWay.get(file.toString());
    if (merge !== undefined) this.end(merge);
  }

  private end(merge: Merge): void {
    this.underWay.delete(merge.file.toString());
    if (merge.saved) merge.completed();
    else merge.abandoned?.();
  }
}

/** The merge editor whose result this file becomes. */
export function mergeTabOf(file: vscode.Uri): vscode.Tab | undefined {
  const key = file.toString();
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .find((tab) => resultOf(tab)?.toString() === key);
}

/** VS Code tells of a merge editor what its four texts are, but names no class for it. */
function resultOf({ input }: vscode.Tab): vscode.Uri | undefined {
  if (typeof input !== 'object' || input === null) return undefined;
  const { base, result } = input as { base?: unknown; result?: unknown };
  return base instanceof vscode.Uri && result instanceof vscode.Uri ? result : undefined;
}
