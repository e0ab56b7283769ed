import * as vscode from 'vscode';
import { DisposableStore } from '../../platform/disposable';
import type { Log } from '../../platform/log';
import { panelColumn } from '../panelColumn';
import { LocalPanel } from './localPanel';
import { LookMemory } from './lookMemory';
import { orders } from './orders';
import { PanelActions } from './panelActions';
import type { RunningParts } from './runningFlow';

export interface OpenPanelsParts extends RunningParts {
  readonly extensionUri: vscode.Uri;
  readonly globalState: vscode.Memento;
  readonly log: Log;
  readonly isOnCams: (uri: vscode.Uri) => boolean;
}

/** The panels there are: one that follows the editor at most, and any number that stay with their flow. */
export class OpenPanels extends DisposableStore implements Iterable<LocalPanel> {
  private readonly panels = new Map<LocalPanel, PanelActions>();
  private readonly memory: LookMemory;

  constructor(private readonly parts: OpenPanelsParts) {
    super();
    this.memory = new LookMemory(parts.globalState);
    this.register({ dispose: () => [...this].forEach(({ panel }) => void panel.dispose()) });
  }

  [Symbol.iterator](): Iterator<LocalPanel> {
    return this.panels.keys();
  }

  /** What can be done with the one in front of the person. */
  get active(): PanelActions | undefined {
    return [...this.panels].find(([{ panel }]) => panel.active)?.[1];
  }

  get following(): LocalPanel | undefined {
    return [...this].find(({ pinned }) => !pinned);
  }

  /** The one that will show a flow; undefined where it will be a new one. */
  for(uri: vscode.Uri, another = false): LocalPanel | undefined {
    if (another) return undefined;
    const all = [...this].filter((panel) => panel.isFor(uri));
    return all.find(({ pinned }) => !pinned) ?? all[0] ?? this.following;
  }

  /** The one that follows the editor shows what is in front, where that is a flow. */
  follow(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (document !== undefined) this.following?.show(document);
  }

  create(pinned: boolean): LocalPanel {
    const place = { viewColumn: panelColumn(this), preserveFocus: true };
    const title = vscode.l10n.t('Local Preview');
    const panel = vscode.window.createWebviewPanel('camsFlows.localPreview', title, place, {
      enableFindWidget: true,
      // All that runs, runs here: the page can be drawn again at any time.
      retainContextWhenHidden: false,
    });
    return this.adopt(panel, pinned);
  }

  adopt(panel: vscode.WebviewPanel, pinned: boolean): LocalPanel {
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
}
