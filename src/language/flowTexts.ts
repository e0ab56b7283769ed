import * as vscode from 'vscode';
import { parseFlow } from '../flowjson/analyse';
import type { Flow } from '../flowjson/model/flow';
import { DisposableStore } from '../platform/disposable';
import { isFlowJson } from './recognition';

interface Read {
  readonly version: number;
  readonly flow: Flow | undefined;
}

/** The Flow JSON that is open, read: what every feature of the language asks first. */
export class FlowTexts extends DisposableStore {
  private readonly read = new Map<vscode.TextDocument, Read>();

  constructor() {
    super();
    this.register(vscode.workspace.onDidCloseTextDocument((document) => this.read.delete(document)));
    this.register(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('camsFlows.flowJson.files')) this.read.clear();
      }),
    );
  }

  /**
   * The flow that a document holds now, whether it is right or half typed; undefined where it is not Flow JSON. Reading is
   * incremental, and the answer is the same object until the text changes.
   */
  of(document: vscode.TextDocument): Flow | undefined {
    const before = this.read.get(document);
    if (before?.version === document.version) return before.flow;
    const flow = isFlowJson(document) ? parseFlow(document.getText(), before?.flow) : undefined;
    // Somebody may still ask about a document that has been closed: nobody would tell us to forget it again.
    if (!document.isClosed) this.read.set(document, { version: document.version, flow });
    return flow;
  }
}
