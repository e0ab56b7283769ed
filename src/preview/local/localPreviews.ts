import * as vscode from 'vscode';
import { isAdviceError } from '../../accounts/adviceError';
import { say, type Message } from '../../flowjson/message';
import { DisposableStore } from '../../platform/disposable';
import type { Log } from '../../platform/log';
import { readState } from '../../webview/local/readToHost';
import { panelColumn } from '../panelColumn';
import { noFlow, openDocument } from '../text/openDocument';
import { awayFrom, showIfHidden, textColumn } from '../text/reveal';
import { isInTab } from '../text/tabs';
import { LocalPanel } from './localPanel';
import { LookMemory } from './lookMemory';
import { movedTo } from './movedFiles';
import { orders } from './orders';
import { PanelActions } from './panelActions';
import type { RunningParts } from './runningFlow';

export interface LocalPreviewsParts extends RunningParts {
  readonly extensionUri: vscode.Uri;
  readonly globalState: vscode.Memento;
  readonly log: Log;
  readonly isOnCams: (uri: vscode.Uri) => boolean;
}

/** What commands do with the local preview in front of the person. */
export type ActiveLocalPreview = PanelActions;

/** The open local previews: one that follows the editor, and any number that stay with their flow. */
export class LocalPreviews extends DisposableStore {
  private readonly panels = new Map<LocalPanel, PanelActions>();
  private readonly memory: LookMemory;

  constructor(private readonly parts: LocalPreviewsParts) {
    super();
    this.memory = new LookMemory(parts.globalState);
    const { window, workspace } = vscode;
    this.register(window.onDidChangeActiveTextEditor(() => this.follow()));
    this.register(workspace.onDidOpenTextDocument((document) => this.opened(document)));
    this.register(workspace.onDidCloseTextDocument((document) => void this.closed(document)));
    this.register(workspace.onDidRenameFiles(({ files }) => void this.moved(files)));
    this.register({ dispose: () => [...this.panels.keys()].forEach(({ panel }) => void panel.dispose()) });
  }

  get active(): ActiveLocalPreview | undefined {
    return [...this.panels].find(([{ panel }]) => panel.active)?.[1];
  }

  /** Shows a flow; without a URI the one in front. `another`: a panel of its own, which stays with that flow. */
  async open(uri: vscode.Uri | undefined, another = false): Promise<void> {
    const document = await this.documentOf(uri ?? this.active?.uri);
    if (document === undefined) this.present(this.following ?? this.create(false));
    else {
      await showIfHidden(document, textColumn(this.panelFor(document.uri, another)?.column));
      this.present(this.showing(document, another));
    }
  }

  /** Shows a flow at a screen. */
  async goTo(uri: vscode.Uri, screen: string): Promise<void> {
    const document = await this.documentOf(uri);
    if (document === undefined) return;
    await showIfHidden(document, awayFrom(this.panelFor(document.uri, false)?.column));
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
    const local = this.adopt(panel, kept.pinned || this.following !== undefined);
    if (kept.uri === '') {
      this.follow();
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

  private get following(): LocalPanel | undefined {
    return [...this.panels.keys()].find(({ pinned }) => !pinned);
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
    const panel = this.panelFor(document.uri, another) ?? this.create(another);
    panel.show(document);
    return panel;
  }

  /** The panel that will show a flow; undefined where it will be a new one. */
  private panelFor(uri: vscode.Uri, another: boolean): LocalPanel | undefined {
    if (another) return undefined;
    const all = [...this.panels.keys()].filter((panel) => panel.isFor(uri));
    return all.find(({ pinned }) => !pinned) ?? all[0] ?? this.following;
  }

  /** Brings a panel to the front; the person goes on typing where they are. */
  private present({ panel }: LocalPanel): void {
    if (panel.visible) return;
    // In one column, the one would be behind the other.
    const isTogether = vscode.window.activeTextEditor?.viewColumn === panel.viewColumn;
    panel.reveal(isTogether ? vscode.ViewColumn.Beside : undefined, true);
  }

  private create(pinned: boolean): LocalPanel {
    const place = { viewColumn: panelColumn(this.panels.keys()), preserveFocus: true };
    const title = vscode.l10n.t('Local Preview');
    const panel = vscode.window.createWebviewPanel('camsFlows.localPreview', title, place, {
      enableFindWidget: true,
      // All that runs, runs here: the page can be drawn again at any time.
      retainContextWhenHidden: false,
    });
    return this.adopt(panel, pinned);
  }

  private adopt(panel: vscode.WebviewPanel, pinned: boolean): LocalPanel {
    const local: LocalPanel = new LocalPanel(
      panel,
      { ...this.parts, memory: this.memory, obey: (message) => obey(message) },
      pinned,
    );
    const actions = new PanelActions(local, this.parts.log);
    const obey = orders(local, actions, (stays) => this.pin(local, stays));
    this.panels.set(local, actions);
    panel.onDidDispose(() => {
      this.panels.delete(local);
      local.dispose();
    });
    return local;
  }

  private pin(panel: LocalPanel, pinned: boolean): void {
    if (!pinned) this.following?.setPinned(true);
    panel.setPinned(pinned);
    if (!pinned) this.follow();
  }

  private follow(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (document !== undefined) this.following?.show(document);
  }

  /** A text that a panel was waiting for. */
  private opened(document: vscode.TextDocument): void {
    for (const panel of this.panels.keys()) {
      if (panel.shown === undefined && panel.isFor(document.uri)) panel.show(document);
    }
  }

  /** Each panel goes with its file. */
  private async moved(files: vscode.FileRenameEvent['files']): Promise<void> {
    for (const panel of this.panels.keys()) {
      const uri = panel.uri;
      const to = uri && movedTo(uri, files);
      if (uri === undefined || to === undefined) continue;
      const document = await openDocument(to, this.parts.log).catch(() => undefined);
      if (document !== undefined && !panel.isDisposed && panel.isFor(uri)) panel.show(document);
    }
  }

  private async closed(document: vscode.TextDocument): Promise<void> {
    const { uri } = document;
    const panels = [...this.panels.keys()].filter((one) => one.flows.get(uri)?.document === document);
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
