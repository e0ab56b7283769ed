import * as vscode from 'vscode';
import { say, type Message } from '../../flowjson/message';
import { isCancelled } from '../../platform/cancellation';
import { DisposableStore } from '../../platform/disposable';
import type { Log } from '../../platform/log';
import { ourLanguage } from '../../platform/ourLanguage';
import type { LookSettings, Picture, ToHost, ToPage } from '../../webview/local/contract';
import { readToHost } from '../../webview/local/readToHost';
import { panelIcon, PanelPage } from '../panelPage';
import { sayable } from '../sayable';
import { flowName } from '../text/flowName';
import { Feed } from './feed';
import type { LookMemory } from './lookMemory';
import { OpenFlows } from './openFlows';
import { pictureOf } from './picture';
import type { RunningFlow, RunningParts } from './runningFlow';
import { Soon } from './soon';

export interface LocalPanelParts extends RunningParts {
  readonly extensionUri: vscode.Uri;
  readonly memory: LookMemory;
  readonly log: Log;
  readonly isOnCams: (uri: vscode.Uri) => boolean;
  /** What the page asks for is done elsewhere. */
  readonly obey: (message: ToHost) => unknown;
}

/** One panel: a flow that runs beside its text, or a word on why there is none. */
export class LocalPanel extends DisposableStore {
  readonly flows: OpenFlows;
  private readonly page: PanelPage<ToHost, ToPage>;
  private readonly feed = new Feed();
  private readonly soon: Soon;
  private look: LookSettings;
  private current: RunningFlow | undefined;
  /** The document that was shown last, open or not. */
  private last: vscode.Uri | undefined;
  private reason: Message = say('Open a WhatsApp Flow in the editor: it runs here.');
  private picture: (Picture & { readonly version: number }) | undefined;

  constructor(
    readonly panel: vscode.WebviewPanel,
    private readonly parts: LocalPanelParts,
    private stays: boolean,
  ) {
    super();
    const { extensionUri, log, memory } = parts;
    this.look = memory.look;
    this.soon = this.register(new Soon(() => this.tell()));
    this.flows = this.register(new OpenFlows(parts, () => this.soon.ask()));
    this.register(
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor.document === this.current?.document) this.soon.ask();
      }),
    );
    panel.iconPath = panelIcon(extensionUri, 'preview');
    this.page = this.register(
      new PanelPage<ToHost, ToPage>(panel, {
        extensionUri,
        log,
        label: 'local preview',
        name: 'local',
        // The pictures of a flow lie in its text.
        allowed: ['img-src data:'],
        read: readToHost,
        obey: (message) => void this.orSay(message),
      }),
    );
    this.name();
  }

  /** The flow that is in the phone. */
  get shown(): RunningFlow | undefined {
    return this.current;
  }

  get uri(): vscode.Uri | undefined {
    return this.last;
  }

  get column(): vscode.ViewColumn | undefined {
    return this.panel.viewColumn;
  }

  get pinned(): boolean {
    return this.stays;
  }

  /** Whether places in what the page shows are places in the text of now. */
  get isExact(): boolean {
    return this.current?.isExact === true && this.picture?.version === this.current.document.version;
  }

  setPinned(pinned: boolean): void {
    if (this.stays === pinned) return;
    this.stays = pinned;
    this.greet();
  }

  keepLook(look: LookSettings): void {
    this.look = look;
    this.parts.memory.keep(look);
  }

  isFor(uri: vscode.Uri): boolean {
    return this.last?.toString() === uri.toString();
  }

  /** Shows the flow of a document; false where it holds none. */
  show(document: vscode.TextDocument): boolean {
    const running = this.flows.of(document);
    if (running === undefined) return false;
    if (running !== this.current) this.turnTo(document.uri, running);
    return true;
  }

  /** Says why there is no flow; `uri` is where it was looked for. */
  showNothing(reason: Message, uri: vscode.Uri): void {
    this.reason = reason;
    this.turnTo(uri, undefined);
  }

  /** The text of a flow was closed: it ends. */
  end(uri: vscode.Uri): void {
    const isShown = this.flows.get(uri) === this.current;
    this.flows.end(uri);
    const reason =
      uri.scheme === 'untitled'
        ? say('The text was closed. Open a WhatsApp Flow in the editor: it runs here.')
        : say('The text was closed. Open it again, and the flow starts here anew.');
    if (isShown) this.showNothing(reason, uri);
  }

  /** Speaks to the page; without one nobody listens. */
  post(message: ToPage): void {
    void this.page.post(message);
  }

  /** Asks the page for a picture of these screens, or of the one in front. */
  askForPicture(screens: readonly Picture['projection'][] | null, then: 'copy' | 'save'): void {
    this.post(this.feed.draw(screens, then));
  }

  /** The page is there, or what it was told first is no longer so. */
  greet(): void {
    if (!this.page.isReady) return;
    this.feed.reset();
    this.post({
      type: 'start',
      state: { uri: this.last?.toString() ?? '', pinned: this.stays },
      dictionary: vscode.l10n.bundle,
      language: ourLanguage(),
      look: this.look,
    });
    this.soon.ask();
  }

  private turnTo(uri: vscode.Uri, running: RunningFlow | undefined): void {
    this.current = running;
    this.last = uri;
    this.picture = undefined;
    this.name();
    this.greet();
  }

  private name(): void {
    this.panel.title =
      this.last === undefined
        ? vscode.l10n.t('Local Preview')
        : vscode.l10n.t('{0} (local)', flowName(this.last));
  }

  private tell(): Promise<unknown> | undefined {
    if (!this.page.isReady) return undefined;
    const messages = this.current === undefined ? this.feed.nothing(this.reason) : this.news(this.current);
    return Promise.all(messages.map((message) => this.page.post(message)));
  }

  private news(running: RunningFlow): ToPage[] {
    const picture = pictureOf(running, {
      pinned: this.stays,
      hosted: this.parts.isOnCams(running.document.uri),
      before: this.picture,
    });
    this.picture = { ...picture, version: running.document.version };
    return this.feed.messages(picture, running.play);
  }

  /** What goes wrong is said where the person is looking. */
  private async orSay(message: ToHost): Promise<void> {
    try {
      await this.parts.obey(message);
    } catch (error) {
      if (isCancelled(error)) return;
      this.parts.log.warn(`local preview: ${String(error)}`);
      this.post({ type: 'say', message: sayable(error) });
    }
  }
}
