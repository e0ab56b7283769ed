import * as vscode from 'vscode';
import { AdviceError } from '../../accounts/adviceError';
import { sentenceOf } from '../../accounts/explain';
import { DisposableStore } from '../../platform/disposable';
import type { Log } from '../../platform/log';
import { readState } from '../../webview/map/contract';
import type { FlowReader, Walks } from '../ports';
import { noFlow, openDocument } from '../text/openDocument';
import { columnOf } from '../text/tabs';
import { MapPanel } from './mapPanel';

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
  private readonly panels = new Set<MapPanel>();

  constructor(readonly parts: FlowMapsParts) {
    super();
    this.register({ dispose: () => this.panels.forEach(({ panel }) => void panel.dispose()) });
  }

  /** Shows the map of a flow; without a URI of the one in front. */
  async open(uri: vscode.Uri | undefined): Promise<void> {
    const document = uri === undefined ? this.inFront() : await this.flowAt(uri);
    const known = this.find(document.uri);
    if (known !== undefined) {
      known.panel.reveal();
      return;
    }
    const panel = vscode.window.createWebviewPanel('camsFlows.flowMap', '', this.columnFor(document.uri), {
      enableFindWidget: false,
    });
    this.adopt(document, panel);
  }

  /** Saves the map in front as SVG, where the person says. */
  async exportSvg(): Promise<void> {
    const [front] = [...this.panels].filter(({ panel }) => panel.active);
    const [visible] = [...this.panels].filter(({ panel }) => panel.visible);
    const map = front ?? visible;
    if (map === undefined) {
      throw new AdviceError(
        vscode.l10n.t('There is no flow map in front.'),
        vscode.l10n.t('Open one first.'),
      );
    }
    await map.save();
  }

  /** Brings a panel to life that VS Code has kept over a restart. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const uri = readState(state)?.uri;
    if (uri === undefined) {
      panel.dispose();
      return;
    }
    try {
      const document = await openDocument(vscode.Uri.parse(uri, true), this.parts.log);
      if (this.find(document.uri) === undefined) this.adopt(document, panel);
      else panel.dispose();
    } catch (error) {
      // The file is gone, or its flow cannot be reached: an empty panel would be of no use.
      this.parts.log.info(`map: not restored: ${sentenceOf(error)}`);
      panel.dispose();
    }
  }

  private adopt(document: vscode.TextDocument, panel: vscode.WebviewPanel): void {
    const map = new MapPanel(document, panel, this.parts);
    this.panels.add(map);
    panel.onDidDispose(() => {
      this.panels.delete(map);
      map.dispose();
    });
  }

  private find(uri: vscode.Uri): MapPanel | undefined {
    return [...this.panels].find((panel) => panel.isFor(uri));
  }

  /** The text in front; where a panel is in front, a flow that is seen beside it. */
  private inFront(): vscode.TextDocument {
    const { activeTextEditor, visibleTextEditors } = vscode.window;
    const editors = activeTextEditor === undefined ? visibleTextEditors : [activeTextEditor];
    const documents = editors.map(({ document }) => document);
    const found = documents.find((one) => this.parts.texts.of(one) !== undefined);
    if (found !== undefined) return found;
    throw new AdviceError(vscode.l10n.t('There is no WhatsApp Flow in front.'), openOne());
  }

  private async flowAt(uri: vscode.Uri): Promise<vscode.TextDocument> {
    const document = await openDocument(uri, this.parts.log);
    if (this.parts.texts.of(document) === undefined) throw noFlow(uri, openOne());
    return document;
  }

  /** Beside the text; where the person is when the text is in no tab. */
  private columnFor(uri: vscode.Uri): vscode.ViewColumn {
    return columnOf(uri) === undefined ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
  }
}

const openOne = (): string => vscode.l10n.t('Open the JSON of one, then its map.');
