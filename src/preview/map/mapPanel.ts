import * as vscode from 'vscode';
import { AdviceError } from '../../accounts/adviceError';
import { say } from '../../flowjson/message';
import type { Flow } from '../../flowjson/model/flow';
import { isCancelled } from '../../platform/cancellation';
import { DisposableStore } from '../../platform/disposable';
import { whyEmpty } from '../../player/player';
import { readToHost, type FlowMap, type ToHost, type ToPage, type View } from '../../webview/map/contract';
import { isSame } from '../isSame';
import { Paced } from '../paced';
import { panelIcon, PanelPage } from '../panelPage';
import { sayable } from '../sayable';
import { flowName } from '../text/flowName';
import { halfTyped } from '../text/halfTyped';
import { revealText } from '../text/reveal';
import { TrackedProblems } from '../text/trackedProblems';
import type { FlowMapsParts } from './flowMaps';
import { mapOf } from './mapOf';
import { graphOf } from './model';
import { PathBook } from './paths';
import { saveMap } from './saveMap';
import { StableLayout } from './stableLayout';
import { ThumbnailFeed } from './thumbnails';

/** At most so often the map follows what is typed, in milliseconds; a map that costs more than this rests longer. */
const pause = 60;
/** Of the time, no more than a fifth goes into maps. */
const restAfter = (cost: number): number => Math.max(pause, 4 * cost);

/** One panel: the map of the flow in one document. */
export class MapPanel extends DisposableStore {
  private readonly page: PanelPage<ToHost, ToPage>;
  private readonly layout = new StableLayout();
  private readonly paths = new PathBook();
  private readonly thumbnails: ThumbnailFeed;
  private readonly problems: TrackedProblems;
  private readonly updates = this.register(new Paced(() => this.update(), restAfter));
  /** The flow as it could be read last. */
  private flow: Flow | undefined;
  private map: FlowMap | undefined;
  /** What the page shows: the same is not posted twice. */
  private posted: FlowMap | undefined;
  /** The panel: in a tall one the ways lead down. */
  private isTall = false;
  private view: View = { zoom: null, selected: null, showsPaths: false };

  constructor(
    private document: vscode.TextDocument,
    readonly panel: vscode.WebviewPanel,
    private readonly parts: FlowMapsParts,
  ) {
    super();
    const { extensionUri, log, walks } = parts;
    const { workspace } = vscode;
    panel.title = vscode.l10n.t('Map: {0}', flowName(document.uri));
    panel.iconPath = panelIcon(extensionUri, 'map');
    this.problems = this.register(new TrackedProblems(document));
    this.thumbnails = this.register(
      new ThumbnailFeed((thumbnails) => void this.page.post({ type: 'thumbnails', thumbnails })),
    );
    this.page = this.register(
      new PanelPage<ToHost, ToPage>(panel, {
        extensionUri,
        log,
        label: 'map',
        name: 'map',
        allowed: [],
        read: readToHost,
        obey: (message) => this.orSay(this.obey(message)),
      }),
    );
    this.register(this.problems.onDidChange(() => this.updates.ask()));
    this.register(
      workspace.onDidChangeTextDocument(({ document: changed, contentChanges }) => {
        if (changed !== this.document || contentChanges.length === 0) return;
        this.problems.move(contentChanges);
        this.updates.ask();
      }),
    );
    this.register(
      workspace.onDidOpenTextDocument((opened) => {
        if (this.isFor(opened.uri)) this.rebind(opened);
      }),
    );
    this.register(
      walks.onDidChange((uri) => {
        if (this.isFor(uri)) this.updates.ask();
      }),
    );
  }

  get uri(): vscode.Uri {
    return this.document.uri;
  }

  isFor(uri: vscode.Uri): boolean {
    return this.uri.toString() === uri.toString();
  }

  /** Saves the map as SVG, where the person says. */
  async save(): Promise<void> {
    this.read();
    if (this.flow === undefined || this.map === undefined) {
      throw new AdviceError(
        vscode.l10n.t('There is no map to save: no flow can be read from the text.'),
        vscode.l10n.t('Mend the text first; the Problems view says where.'),
      );
    }
    await saveMap(this.uri, this.flow, this.map);
  }

  /** VS Code has let go of the document and opened it again, for reasons of its own. */
  private rebind(document: vscode.TextDocument): void {
    if (document === this.document) return;
    this.document = document;
    this.problems.rebind(document);
    this.updates.ask();
  }

  private greet(): void {
    this.posted = undefined;
    this.thumbnails.reset();
    const state = { uri: this.uri.toString() };
    void this.page.post({ type: 'start', state, dictionary: vscode.l10n.bundle, view: this.view });
    this.updates.now();
  }

  /** Another arrangement: what was seen of the last one is somewhere else. */
  private turn(isTall: boolean): void {
    if (isTall === this.isTall) return;
    this.isTall = isTall;
    this.view = { ...this.view, zoom: null };
    this.updates.now();
  }

  private update(): void {
    if (!this.page.isReady) return;
    const flow = this.read();
    if (this.flow === undefined || this.map === undefined) {
      this.posted = undefined;
      void this.page.post({ type: 'nothing', reason: flow ? whyEmpty(flow) : say('This is not Flow JSON.') });
      return;
    }
    if (!isSame(this.posted, this.map)) void this.page.post({ type: 'show', map: this.map });
    this.posted = this.map;
    this.orSay(this.thumbnails.draw(this.flow, graphOf(this.flow)));
  }

  /** Reads the text, and makes a map of it where it can. */
  private read(): Flow | undefined {
    const flow = this.parts.texts.of(this.document);
    const why = halfTyped(this.document, flow);
    if (why !== null && this.map !== undefined) {
      this.map = { ...this.map, behind: why };
      return flow;
    }
    // Before there was any map even one of a half-typed text is better than nothing.
    if (flow === undefined || flow.screens.length === 0) return flow;
    const graph = graphOf(flow);
    const walks = this.parts.walks.of(this.uri);
    this.flow = flow;
    this.map = mapOf({
      name: flowName(this.uri),
      graph,
      laidOut: this.layout.of(graph, this.isTall),
      leadsDown: this.isTall,
      paths: this.paths.of(flow, graph, walks),
      problems: this.problems.all,
      walks,
      behind: why && say('The text is half typed: what can be read of it is shown.'),
    });
    return flow;
  }

  private async obey(message: ToHost): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.greet();
        return;
      case 'shape':
        this.turn(message.isTall);
        return;
      case 'view':
        this.view = message.view;
        return;
      case 'export':
        return this.save();
      case 'play': {
        const node = this.flow && graphOf(this.flow).nodes.find(({ key }) => key === message.key);
        if (node?.screen !== undefined && node.id !== '') await this.parts.play(this.uri, node.id);
        return;
      }
      case 'reveal':
        return this.reveal(this.placeOf(message.key, message.way));
      case 'revealProblem':
        return this.reveal(this.problems.find(message.id));
    }
  }

  /** Where a node or a way of an edge stands in the text of now, as far as that can be read. */
  private placeOf(key: string, way: number): { start: number; end: number } | undefined {
    const flow = this.parts.texts.of(this.document) ?? this.flow;
    if (flow === undefined) return undefined;
    const { nodes, edges } = graphOf(flow);
    const edge = edges.find((one) => one.key === key);
    return edge ? (edge.ways[way] ?? edge.ways[0])?.place : nodes.find((one) => one.key === key)?.places[0];
  }

  private async reveal(place: { start: number; end: number } | undefined): Promise<void> {
    if (this.document.isClosed) this.rebind(await vscode.workspace.openTextDocument(this.uri));
    await revealText(this.document, this.panel.viewColumn, place);
    if (place === undefined) {
      void this.page.post({ type: 'say', message: say('The text does not have it any more.') });
    }
  }

  private orSay(task: Promise<void>): void {
    task.catch((error: unknown) => {
      if (isCancelled(error)) return;
      this.parts.log.warn(`map: ${error instanceof Error ? error.name : 'something'} stood in the way`);
      void this.page.post({ type: 'say', message: sayable(error) });
    });
  }
}
