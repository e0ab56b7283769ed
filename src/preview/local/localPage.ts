import * as vscode from 'vscode';
import { DisposableStore } from '../../platform/disposable';
import type { Log } from '../../platform/log';
import type { ToHost, ToPage } from '../../webview/local/contract';
import { readToHost } from '../../webview/local/readToHost';
import { pageHtml } from '../pageHtml';

export interface LocalPageParts {
  readonly extensionUri: vscode.Uri;
  readonly log: Log;
  readonly obey: (message: ToHost) => void;
}

/** The page inside a panel. It is gone while nobody sees it, and says 'ready' whenever it is there again. */
export class LocalPage extends DisposableStore {
  private ready = false;

  constructor(
    private readonly panel: vscode.WebviewPanel,
    private readonly parts: LocalPageParts,
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
    webview.html = pageHtml(webview, {
      folder,
      name: 'local',
      // The pictures of a flow lie in its text.
      allowed: ['img-src data:'],
    });
  }

  get isReady(): boolean {
    return this.ready && !this.isDisposed;
  }

  /** Resolves when the message is on its way: the page takes no more than one picture at a time. */
  async post(message: ToPage): Promise<void> {
    if (this.isReady) await this.panel.webview.postMessage(message);
  }

  private receive(value: unknown): void {
    const message = readToHost(value);
    if (message === undefined) {
      this.parts.log.warn('local preview: a message that nobody knows was ignored');
      return;
    }
    if (message.type === 'ready') this.ready = true;
    this.parts.obey(message);
  }
}
