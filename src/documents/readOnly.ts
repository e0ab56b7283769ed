import * as vscode from 'vscode';
import type { Flows } from '../flows/flows';
import type { FlowRef } from '../flows/types';
import { DisposableStore } from '../platform/disposable';
import { flowKey, flowRefOf, scheme } from './flowUri';
import { isReadOnly } from './statuses';

interface ReadOnlyParts {
  readonly flows: Pick<Flows, 'get' | 'onDidChange'>;
  /** VS Code has to ask again. */
  readonly changed: (ref: FlowRef) => void;
}

/** The flows that can never be saved. Their tabs say why that is, and what to do instead. */
export class ReadOnlyFlows extends DisposableStore implements vscode.CodeLensProvider {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChangeCodeLenses = this.changed.event;
  /** Those that VS Code has been told of. */
  private readonly told = new Set<string>();

  constructor(private readonly parts: ReadOnlyParts) {
    super();
    this.register(parts.flows.onDidChange(() => this.follow()));
    this.register(vscode.languages.registerCodeLensProvider({ scheme }, this));
  }

  /** For VS Code, which asks again when it changes. */
  has(ref: FlowRef): boolean {
    const has = isReadOnly(this.statusOf(ref));
    if (has) this.told.add(flowKey(ref));
    else this.told.delete(flowKey(ref));
    return has;
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
  private follow(): void {
    const refs = vscode.workspace.textDocuments.flatMap(({ uri }) => flowRefOf(uri) ?? []);
    for (const ref of refs) {
      if (isReadOnly(this.statusOf(ref)) === this.told.has(flowKey(ref))) continue;
      this.changed.fire();
      this.parts.changed(ref);
    }
  }

  private statusOf(ref: FlowRef): string | undefined {
    return this.parts.flows.get(ref)?.status;
  }
}
