import type * as vscode from 'vscode';
import { DisposableStore } from '../../platform/disposable';
import type { Log } from '../../platform/log';
import type { Endpoints, FlowReader } from './ports';
import type { WalkedPaths } from './walkedPaths';

export interface LocalPreviewsParts {
  readonly texts: FlowReader;
  readonly extensionUri: vscode.Uri;
  readonly globalState: vscode.Memento;
  readonly workspaceState: vscode.Memento;
  readonly endpoints: Endpoints;
  readonly walks: WalkedPaths;
  readonly log: Log;
  readonly isOnCams: (uri: vscode.Uri) => boolean;
}

/** What commands do with the local preview in front of the person. */
export interface ActiveLocalPreview {
  /** The document that it runs. */
  readonly uri: vscode.Uri | undefined;
  restart(): void;
  /** Asks for a screen, and goes there. */
  pickScreen(): Promise<void>;
  toggleInspect(): void;
  picture(of: 'screen' | 'all', then: 'copy' | 'save'): void;
  exportLog(): Promise<void>;
  openMocks(): Promise<void>;
}

/** The open local previews. */
export class LocalPreviews extends DisposableStore {
  constructor(readonly parts: LocalPreviewsParts) {
    super();
  }

  get active(): ActiveLocalPreview | undefined {
    return undefined;
  }

  /** Shows a flow; without a URI the one in front. `another`: a panel of its own, which stays with that flow. */
  async open(_uri: vscode.Uri | undefined, _another = false): Promise<void> {
    return Promise.reject(new Error('not built'));
  }

  /** Shows a flow at a screen. */
  async goTo(_uri: vscode.Uri, _screen: string): Promise<void> {
    return Promise.reject(new Error('not built'));
  }

  /** Brings a panel to life that VS Code has kept over a restart. */
  async restore(panel: vscode.WebviewPanel, _state: unknown): Promise<void> {
    panel.dispose();
    return Promise.resolve();
  }
}
