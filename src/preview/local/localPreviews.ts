import * as vscode from 'vscode';
import { isAdviceError } from '../../accounts/adviceError';
import { say, type Message } from '../../flowjson/message';
import { DisposableStore } from '../../platform/disposable';
import { readState } from '../../webview/local/readToHost';
import { noFlow, openDocument } from '../text/openDocument';
import { awayFrom, showIfHidden, textColumn } from '../text/reveal';
import { isInTab } from '../text/tabs';
import type { LocalPanel } from './localPanel';
import { movedTo } from './movedFiles';
import { OpenPanels, type OpenPanelsParts } from './openPanels';
import type { PanelActions } from './panelActions';

/** The local previews: opens them where they are asked for, and takes them along as texts open, move and close. */
export class LocalPreviews extends DisposableStore {
  private readonly panels: OpenPanels;

  constructor(private readonly parts: OpenPanelsParts) {
    super();
    this.panels = this.register(new OpenPanels(parts));
    const { window, workspace } = vscode;
    this.register(window.onDidChangeActiveTextEditor(() => this.panels.follow()));
    this.register(workspace.onDidOpenTextDocument((document) => this.opened(document)));
    this.register(workspace.onDidCloseTextDocument((document) => void this.closed(document)));
    this.register(workspace.onDidRenameFiles(({ files }) => void this.moved(files)));
  }

  /** What commands do with the one in front of the person. */
  get active(): PanelActions | undefined {
    return this.panels.active;
  }

  /** Shows a flow; without a URI the one in front. `another`: a panel of its own, which stays with that flow. */
  async open(uri: vscode.Uri | undefined, another = false): Promise<void> {
    const document = await this.documentOf(uri ?? this.active?.uri);
    if (document === undefined) this.present(this.panels.following ?? this.panels.create(false));
    else {
      await showIfHidden(document, textColumn(this.panels.for(document.uri, another)?.column));
      this.present(this.showing(document, another));
    }
  }

  /** Shows a flow at a screen. */
  async goTo(uri: vscode.Uri, screen: string): Promise<void> {
    const document = await this.documentOf(uri);
    if (document === undefined) return;
    await showIfHidden(document, awayFrom(this.panels.for(document.uri)?.column));
    const panel = this.showing(document, false);
    this.present(panel);
    panel.shown?.play.goTo(screen);
  }

  /** Brings a panel to life that VS Code has kept over a restart. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const kept = readState(state);
    if (kept === undefined) {
      panel.dispose();
      return;
    }
    // Only one can follow; another that did stays with what it showed.
    const local = this.panels.adopt(panel, kept.pinned || this.panels.following !== undefined);
    if (kept.uri === '') {
      this.panels.follow();
      return;
    }
    const uri = vscode.Uri.parse(kept.uri);
    try {
      const document = await openDocument(uri, this.parts.log);
      if (local.isDisposed || local.shown !== undefined) return;
      if (!local.show(document)) throw noFlow(uri);
    } catch (error) {
      if (!local.isDisposed) local.showNothing(reasonOf(error), uri);
    }
  }

  /** The document at a URI, or in front of the person; undefined where nothing in front is a flow. */
  private async documentOf(uri: vscode.Uri | undefined): Promise<vscode.TextDocument | undefined> {
    if (uri === undefined) {
      const document = vscode.window.activeTextEditor?.document;
      return document && this.parts.texts.of(document) && document;
    }
    const document = await openDocument(uri, this.parts.log);
    if (this.parts.texts.of(document) === undefined) throw noFlow(uri);
    return document;
  }

  private showing(document: vscode.TextDocument, another: boolean): LocalPanel {
    const panel = this.panels.for(document.uri, another) ?? this.panels.create(another);
    panel.show(document);
    return panel;
  }

  /** Brings a panel to the front; the person goes on typing where they are. */
  private present({ panel }: LocalPanel): void {
    if (panel.visible) return;
    // In one column, the one would be behind the other.
    const isTogether = vscode.window.activeTextEditor?.viewColumn === panel.viewColumn;
    panel.reveal(isTogether ? vscode.ViewColumn.Beside : undefined, true);
  }

  /** A text that a panel was waiting for. */
  private opened(document: vscode.TextDocument): void {
    for (const panel of this.panels) {
      if (panel.shown === undefined && panel.isFor(document.uri)) panel.show(document);
    }
  }

  /** Each panel goes with its file. */
  private async moved(files: vscode.FileRenameEvent['files']): Promise<void> {
    for (const panel of this.panels) {
      const uri = panel.uri;
      const to = uri && movedTo(uri, files);
      if (uri === undefined || to === undefined) continue;
      const document = await openDocument(to, this.parts.log).catch(() => undefined);
      if (document !== undefined && !panel.isDisposed && panel.isFor(uri)) panel.show(document);
    }
  }

  private async closed(document: vscode.TextDocument): Promise<void> {
    const { uri } = document;
    const panels = [...this.panels].filter((one) => one.flows.get(uri)?.document === document);
    if (panels.length === 0) return;
    const again = await this.again(uri);
    for (const panel of panels) {
      if (panel.isDisposed || panel.flows.get(uri)?.document !== document) continue;
      if (again !== undefined) panel.flows.get(uri)?.rebind(again);
      else panel.end(uri);
    }
  }

  /** VS Code lets go of a document whose tab nobody has looked at yet, and of one that changes its language. */
  private async again(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
    if (!isInTab(uri)) return undefined;
    return openDocument(uri, this.parts.log).catch(() => undefined);
  }
}

/** In the person's language already. */
function reasonOf(error: unknown): Message {
  if (isAdviceError(error)) return { template: '{0} {1}', args: [error.reason, error.advice] };
  return say('The text could not be opened.');
}
