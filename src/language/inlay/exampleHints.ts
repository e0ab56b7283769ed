import * as vscode from 'vscode';
import { DisposableStore } from '../../platform/disposable';
import type { FlowTexts } from '../flowTexts';
import { spanOf } from '../ranges';
import { examplesIn, type ExampleHint } from './examples';

const setting = 'flowJson.inlayHints';

/** Examples as VS Code shows them inside of the text. */
export class ExampleHints extends DisposableStore implements vscode.InlayHintsProvider {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChangeInlayHints = this.changed.event;

  constructor(private readonly texts: FlowTexts) {
    super();
    this.register(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(`camsFlows.${setting}`)) this.changed.fire();
      }),
    );
  }

  provideInlayHints(document: vscode.TextDocument, range: vscode.Range): vscode.InlayHint[] | undefined {
    const isWanted = vscode.workspace.getConfiguration('camsFlows', document).get<boolean>(setting, false);
    const flow = isWanted ? this.texts.of(document) : undefined;
    return flow && examplesIn(flow, spanOf(document, range)).map((found) => toHint(document, found));
  }
}

function toHint(document: vscode.TextDocument, { offset, text }: ExampleHint): vscode.InlayHint {
  const hint = new vscode.InlayHint(document.positionAt(offset), `= ${text}`);
  hint.paddingLeft = true;
  return hint;
}
