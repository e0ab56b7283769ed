import * as vscode from 'vscode';
import type { FlowRef } from '../flows/types';
import { DisposableStore } from '../platform/disposable';
import { flowRefOf, scheme } from './flowUri';
import { isReadOnly } from './statuses';

/** Says above the text of a flow that can never be saved why that is, and what to do instead. */
export class ReadOnlyLenses extends DisposableStore implements vscode.CodeLensProvider {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChangeCodeLenses = this.changed.event;

  constructor(private readonly statusOf: (ref: FlowRef) => string | undefined) {
    super();
    this.register(vscode.languages.registerCodeLensProvider({ scheme }, this));
  }

  refresh(): void {
    this.changed.fire();
  }

  provideCodeLenses({ uri }: vscode.TextDocument): vscode.CodeLens[] {
    const ref = flowRefOf(uri);
    const status = ref && this.statusOf(ref);
    if (!isReadOnly(status)) return [];
    const sentence =
      status === 'DEPRECATED'
        ? vscode.l10n.t('This flow is DEPRECATED: it can never be changed. Clone it to go on.')
        : vscode.l10n.t('WhatsApp has BLOCKED this flow: it cannot be changed. Clone it to go on.');
    const command = { title: `$(lock) ${sentence}`, command: 'camsFlows.flow.clone', arguments: [ref] };
    return [new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), command)];
  }
}
