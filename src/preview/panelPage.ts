import * as vscode from 'vscode';
import { DisposableStore } from '../platform/disposable';
import type { Log } from '../platform/log';
import { pageHtml } from './pageHtml';

export interface PanelPageParts<ToHost> {
  readonly extensionUri: vscode.Uri;
  readonly log: Log;
  /** What the page is called in the log. */
  readonly label: string;
  /** Of its script and its style in `dist/webview`. */
  readonly name: string;
  /** What it may load besides them: see `PageSource`. */
  readonly allowed: readonly string[];
  /** Undefined for anything that is not one of its messages. */
  readonly read: (value: unknown) => ToHost | undefined;
  readonly obey: (message: ToHost) => void;
}

/**
 * The page inside a panel: draws it, listens to it, and speaks to it once it listens. Unless VS Code keeps it, it is gone
 * while nobody sees it; whenever it is there again it says 'ready'.
 */
export class PanelPage<ToHost extends { readonly type: string }, ToPage> extends DisposableStore {
  private ready = false;
  /** The only folder that the page may read. */
  private readonly folder: vscode.Uri;

  constructor(
    private readonly panel: vscode.WebviewPanel,
    private readonly parts: PanelPageParts<ToHost>,
  ) {
    super();
    const { webview, options } = panel;
    this.folder = vscode.Uri.joinPath(parts.extensionUri, 'dist', 'webview');
    this.register(webview.onDidReceiveMessage((message: unknown) => this.receive(message)));
    if (options.retainContextWhenHidden !== true) {
      this.register(
        panel.onDidChangeViewState(() => {
          if (!panel.visible) this.ready = false;
        }),
      );
    }
    webview.options = { enableScripts: true, localResourceRoots: [this.folder] };
    this.draw(parts.allowed);
  }

  get isReady(): boolean {
    return this.ready && !this.isDisposed;
  }

  /** The policy is part of the page: with another one it is a new page, which says 'ready' again. */
  draw(allowed: readonly string[]): void {
    const { folder } = this;
    this.ready = false;
    this.panel.webview.html = pageHtml(this.panel.webview, { folder, name: this.parts.name, allowed });
  }

  /** Resolves when the message is on its way; without a page that listens, nobody hears it. */
  async post(message: ToPage): Promise<void> {
    if (this.isReady) await this.panel.webview.postMessage(message);
  }

  private receive(value: unknown): void {
    const message = this.parts.read(value);
    if (message === undefined) {
      this.parts.log.warn(`${this.parts.label}: a message that nobody knows was ignored`);
      return;
    }
    if (message.type === 'ready') this.ready = true;
    this.parts.obey(message);
  }
}

/** The icon of a panel's tab, drawn for light and dark themes. */
export function panelIcon(extensionUri: vscode.Uri, name: 'preview' | 'map') {
  const icon = (theme: string) => vscode.Uri.joinPath(extensionUri, 'media', `${name}-${theme}.svg`);
  return { light: icon('light'), dark: icon('dark') };
}
