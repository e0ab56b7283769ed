import * as vscode from 'vscode';
import { sameFlow, type FlowRef } from '../../flows/types';
import { DisposableStore } from '../../platform/disposable';
import type { Log } from '../../platform/log';
import type { Redactor } from '../../platform/redaction';
import { readState } from '../../webview/hosted/contract';
import { panelColumn } from '../panelColumn';
import { OptionsMemory } from './optionsMemory';
import { PreviewPanel, type PanelParts } from './previewPanel';

export interface PreviewsParts {
  readonly accounts: PanelParts['accounts'];
  readonly flows: PanelParts['flows'];
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
  private readonly panels = new Set<PreviewPanel>();
  private readonly memory: OptionsMemory;
  private readonly activeChanged = this.register(new vscode.EventEmitter<void>());
  /** `active` may be another one. */
  readonly onDidChangeActive = this.activeChanged.event;

  constructor(private readonly parts: PreviewsParts) {
    super();
    const { accounts, secrets, log } = parts;
    this.memory = new OptionsMemory(secrets, log);
    let known = idsOf(accounts);
    this.register(
      accounts.onDidChange(() => {
        const before = known;
        known = idsOf(accounts);
        const somebodyLeft = [...before].some((id) => !known.has(id));
        if (somebodyLeft) void this.memory.keepAccounts((id) => known.has(id));
      }),
    );
    this.register({ dispose: () => this.panels.forEach(({ panel }) => void panel.dispose()) });
  }

  get active(): ActivePreview | undefined {
    return [...this.panels].find(({ panel }) => panel.active);
  }

  /** Shows the preview of a flow: the panel that is there already, or a new one beside the editor. */
  async open(ref: FlowRef): Promise<void> {
    const open = this.find(ref);
    if (open !== undefined) {
      open.panel.reveal();
      return Promise.resolve();
    }
    const column = panelColumn(this.panels);
    const panel = vscode.window.createWebviewPanel('camsFlows.preview', ref.flowId, column, {
      enableFindWidget: false,
      // The page in the frame is not ours: where the person is in it and what they typed cannot be saved
      // and brought back. Without this, every change of tabs would start the flow again.
      retainContextWhenHidden: true,
    });
    this.adopt(ref, panel);
    return Promise.resolve();
  }

  /** Brings a panel back after the window was reloaded. It knows ids only; the link is asked for again. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const ref = readState(state);
    if (ref === undefined || this.find(ref) !== undefined) panel.dispose();
    else this.adopt(ref, panel);
    return Promise.resolve();
  }

  private find(ref: FlowRef): PreviewPanel | undefined {
    return [...this.panels].find((panel) => sameFlow(panel.ref, ref));
  }

  private adopt(ref: FlowRef, panel: vscode.WebviewPanel): void {
    const moveTo = (next: FlowRef) => {
      this.drop(preview);
      if (this.find(next) === undefined) this.adopt(next, panel);
      else panel.dispose();
    };
    const preview = new PreviewPanel(ref, panel, { ...this.parts, memory: this.memory, moveTo });
    this.panels.add(preview);
    panel.onDidChangeViewState(() => this.activeChanged.fire());
    panel.onDidDispose(() => this.drop(preview));
    this.activeChanged.fire();
  }

  private drop(preview: PreviewPanel): void {
    this.panels.delete(preview);
    preview.dispose();
    this.activeChanged.fire();
  }
}

function idsOf(accounts: PreviewsParts['accounts']): Set<string> {
  return new Set(accounts.all.map(({ id }) => id));
}
