import * as vscode from 'vscode';
import { DisposableStore } from '../../platform/disposable';
import type { Log } from '../../platform/log';
import { readToHost, type ToHost, type ToPage } from '../../webview/map/contract';
import { pageHtml } from '../pageHtml';

export interface MapPageParts {
  readonly extensionUri: vscode.Uri;
  readonly log: Log;
  readonly obey: (message: ToHost) => void;
}

/** The page inside a panel. It is gone while nobody sees it, and says 'ready' whenever it is there again. */
export class MapPage extends DisposableStore {
  private ready = false;

  constructor(
    private readonly panel: vscode.WebviewPanel,
    private readonly parts: MapPageParts,
  ) {
    super();
    const { webview } = panel;
    const folder = vscode.Uri.joinPath(parts.extensionUri, 'dist', 'webview');
    this.register(webview.onDidReceiveMessage((message: unknown) => this.receive(message)));
    this.register(
      panel.onDidChangeViewState(() => {
        if (!panel.visible) this.ready = false;
      }),
    );
    webview.options = { enableScripts: true, localResourceRoots: [folder] };
    webview.html = pageHtml(webview, { folder, name: 'map', allowed: [] });
  }

  get isReady(): boolean {
    return this.ready && !this.isDisposed;
  }

  post(message: ToPage): void {
    if (this.isReady) void this.panel.webview.postMessage(message);
  }

  private receive(value: unknown): void {
    const message = readToHost(value);
    if (message === undefined) {
      this.parts.log.warn('map: a message that nobody knows was ignored');
      return;
    }
    if (message.type === 'ready') this.ready = true;
    this.parts.obey(message);
  }
}
