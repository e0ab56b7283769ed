import * as vscode from 'vscode';
import { setContextKey } from '../platform/contextKeys';
import { DisposableStore } from '../platform/disposable';
import type { FlowTexts } from './flowTexts';
import type { Problems } from './problems';

/** Lets menus and the command palette know whether the editor in front holds a flow. */
export class Front extends DisposableStore {
  constructor(
    private readonly texts: FlowTexts,
    problems: Problems,
  ) {
    super();
    this.register(vscode.window.onDidChangeActiveTextEditor(() => this.update()));
    // A text may become a flow while it is typed: then it is checked.
    this.register(problems.onDidChange(() => this.update()));
    this.register({ dispose: () => setContextKey('camsFlows.flowJson', false) });
    this.update();
  }

  private update(): void {
    const document = vscode.window.activeTextEditor?.document;
    setContextKey('camsFlows.flowJson', document !== undefined && this.texts.of(document) !== undefined);
  }
}
