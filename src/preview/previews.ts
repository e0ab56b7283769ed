import * as vscode from 'vscode';
import type { Accounts } from '../accounts/accounts';
import type { Flows } from '../flows/flows';
import type { FlowRef } from '../flows/types';
import { DisposableStore } from '../platform/disposable';
import type { Log } from '../platform/log';
import type { Redactor } from '../platform/redaction';

export interface PreviewsParts {
  readonly accounts: Accounts;
  readonly flows: Flows;
  /** What a person typed into the options of a preview may be personal: it is kept where secrets are. */
  readonly secrets: vscode.SecretStorage;
  readonly redactor: Redactor;
  readonly log: Log;
  readonly extensionUri: vscode.Uri;
}

/** What commands do with the preview in front of the person. */
export interface ActivePreview {
  readonly ref: FlowRef;
  reload(): void;
  openInBrowser(): Promise<void>;
  copyLink(): Promise<void>;
}

/** The open preview panels: one for each flow. */
export class Previews extends DisposableStore {
  constructor(private readonly parts: PreviewsParts) {
    super();
  }

  get active(): ActivePreview | undefined {
    return undefined;
  }

  async open(ref: FlowRef): Promise<void> {
    this.parts.log.debug(`preview of flow ${ref.flowId}`);
    return Promise.resolve();
  }

  async restore(panel: vscode.WebviewPanel, _state: unknown): Promise<void> {
    panel.dispose();
    return Promise.resolve();
  }
}
