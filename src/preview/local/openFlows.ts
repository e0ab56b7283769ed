import type * as vscode from 'vscode';
import { DisposableStore } from '../../platform/disposable';
import { RunningFlow, type RunningParts } from './runningFlow';

/** The flows that a panel has shown and whose text is still open: who comes back finds them as they were left. */
export class OpenFlows extends DisposableStore {
  private readonly flows = new Map<string, RunningFlow>();

  constructor(
    private readonly parts: RunningParts,
    private readonly changed: () => void,
  ) {
    super();
    this.register({ dispose: () => this.flows.forEach((flow) => flow.dispose()) });
  }

  get(uri: vscode.Uri): RunningFlow | undefined {
    return this.flows.get(uri.toString());
  }

  /** The flow of a document, started where it does not run yet; undefined where there is none. */
  of(document: vscode.TextDocument): RunningFlow | undefined {
    const known = this.get(document.uri);
    if (known !== undefined) {
      if (known.document !== document) known.rebind(document);
      return known;
    }
    const flow = this.parts.texts.of(document);
    if (flow === undefined) return undefined;
    const running = new RunningFlow(document, flow, this.parts);
    running.onDidChange(this.changed);
    this.flows.set(document.uri.toString(), running);
    return running;
  }

  end(uri: vscode.Uri): void {
    this.get(uri)?.dispose();
    this.flows.delete(uri.toString());
  }
}
