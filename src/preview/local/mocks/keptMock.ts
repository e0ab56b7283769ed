import type * as vscode from 'vscode';
import type { MockEdit } from '../../../player/mock/edit';
import { DisposableStore } from '../../../platform/disposable';
import { KeptTexts } from './keptTexts';
import type { MockText } from './mockText';

/** The mock of a flow that is no file. */
export class KeptMock extends DisposableStore implements MockText {
  private readonly texts: KeptTexts;
  readonly trouble = undefined;

  constructor(
    private readonly flow: vscode.Uri,
    state: vscode.Memento,
  ) {
    super();
    this.texts = KeptTexts.in(state);
  }

  get onDidChange(): vscode.Event<void> {
    return this.texts.onDidChange;
  }

  get text(): string {
    return this.texts.of(this.flow);
  }

  edit(change: MockEdit): Promise<void> {
    return this.texts.put(this.flow, change(this.text));
  }

  show(column: vscode.ViewColumn): Promise<void> {
    return this.texts.show(this.flow, column);
  }
}
