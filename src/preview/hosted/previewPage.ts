import * as vscode from 'vscode';
import { DisposableStore } from '../../platform/disposable';
import type { Log } from '../../platform/log';
import { readToHost, type ToHost, type ToWebview } from '../../webview/hosted/contract';
import { pageHtml } from '../pageHtml';

export interface PageParts {
  readonly extensionUri: vscode.Uri;
  readonly log: Log;
  /** The origin that will probably be framed, if one can be told. */
  readonly frameOrigin: string | undefined;
  readonly obey: (message: ToHost) => void;
}

/** The page inside a panel: draws it, listens to it, and speaks to it once it listens. */
export class PreviewPage extends DisposableStore {
  private ready = false;
  private frameOrigin: string | undefined;
  /** Where the script and the style lie: the only folder that the page may read. */
  private readonly folder: vscode.Uri;

  constructor(
    private readonly webview: vscode.Webview,
    private readonly parts: PageParts,
  ) {
    super();
    this.folder = vscode.Uri.joinPath(parts.extensionUri, 'dist', 'webview');
    this.register(webview.onDidReceiveMessage((message: unknown) => this.receive(message)));
    webview.options = { enableScripts: true, localResourceRoots: [this.folder] };
    this.draw(parts.frameOrigin);
  }

  get isReady(): boolean {
    return this.ready && !this.isDisposed;
  }

  /**
   * Lets the page frame this origin and no other. The policy is part of the page: where it changes, the
   * page is a new one, which says 'ready' again before it can be spoken to.
   */
  allow(frameOrigin: string): void {
    if (frameOrigin !== this.frameOrigin) this.draw(frameOrigin);
  }

  post(message: ToWebview): void {
    if (this.isReady) void this.webview.postMessage(message);
  }

  private draw(frameOrigin: string | undefined): void {
    this.ready = false;
    this.frameOrigin = frameOrigin;
    this.webview.html = pageHtml(this.webview, {
      folder: this.folder,
      name: 'preview',
      allowed: [`frame-src ${frameOrigin ?? `'none'`}`],
    });
  }

  private receive(value: unknown): void {
    const message = readToHost(value);
    if (message === undefined) {
      this.parts.log.warn('preview: a message that nobody knows was ignored');
      return;
    }
    if (message.type === 'ready') this.ready = true;
    this.parts.obey(message);
  }
}
