import type * as vscode from 'vscode';
import { DisposableStore } from '../../platform/disposable';
import type { Log } from '../../platform/log';
import type { FlowReader, Walks } from '../local/ports';

export interface FlowMapsParts {
  readonly texts: FlowReader;
  readonly extensionUri: vscode.Uri;
  readonly log: Log;
  readonly walks: Walks;
  /** Opens the local preview of a flow at a screen. */
  readonly play: (uri: vscode.Uri, screen: string) => Promise<void>;
}

/** The open maps: one for each flow. */
export class FlowMaps extends DisposableStore {
  constructor(readonly parts: FlowMapsParts) {
    super();
  }

  /** Shows the map of a flow; without a URI of the one in front. */
  async open(_uri: vscode.Uri | undefined): Promise<void> {
    return Promise.reject(new Error('not built'));
  }

  /** Saves the map in front as SVG, where the person says. */
  async exportSvg(): Promise<void> {
    return Promise.reject(new Error('not built'));
  }

  /** Brings a panel to life that VS Code has kept over a restart. */
  async restore(panel: vscode.WebviewPanel, _state: unknown): Promise<void> {
    panel.dispose();
    return Promise.resolve();
  }
}
