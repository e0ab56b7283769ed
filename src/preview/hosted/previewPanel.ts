import * as vscode from 'vscode';
import { sentenceOf } from '../../accounts/explain';
import type { Accounts } from '../../accounts/accounts';
import type { Account } from '../../accounts/types';
import type { Flows } from '../../flows/flows';
import { sameFlow, sameSpace, type Flow, type FlowRef } from '../../flows/types';
import { isCancelled } from '../../platform/cancellation';
import { DisposableStore } from '../../platform/disposable';
import { ourLanguage } from '../../platform/ourLanguage';
import type { Log } from '../../platform/log';
import type { Redactor } from '../../platform/redaction';
import { readToHost, type Button, type ToHost, type ToWebview } from '../../webview/hosted/contract';
import { problemsOf, type PreviewOptions } from '../../webview/hosted/options';
import { panelIcon, PanelPage } from '../panelPage';
import { LiveLink, LinkEndedError } from './liveLink';
import type { OptionsMemory } from './optionsMemory';
import { askFlowLink, openFlowLink, type FlowLink } from './flowLink';
import { bodyOf, factsOf } from './previewBody';
import { previewTexts } from './previewTexts';
import { expectedOrigin, withOptions } from './previewUrl';

export interface PanelParts {
  readonly accounts: Pick<Accounts, 'all' | 'get' | 'call' | 'onDidChange'>;
  readonly flows: Pick<Flows, 'get' | 'read' | 'onDidChange'>;
  readonly memory: OptionsMemory;
  readonly redactor: Redactor;
  readonly log: Log;
  readonly extensionUri: vscode.Uri;
  /** Shows another flow in this panel, or the same one with another account. */
  readonly moveTo: (ref: FlowRef) => void;
}

/** The preview of one flow: Meta's page in a frame, kept on a link that works. */
export class PreviewPanel extends DisposableStore {
  private readonly link: LiveLink<FlowLink>;
  private readonly page: PanelPage<ToHost, ToWebview>;
  /** The one origin that the page may frame; undefined for none. */
  private frameOrigin: string | undefined;
  private account: Account | undefined;
  /** Whose account it was before it signed out: the same key signs in as another account. */
  private lastKey: string | undefined;
  private flow: Flow | undefined;
  /** Undefined until they have been read: a frame drawn before would be loaded twice. */
  private options: PreviewOptions | undefined;
  private round = 0;
  private wantsRound = false;
  /** A frame that stays silent is answered with one new link, not with a new one every time. */
  private renewedForSilence = false;

  constructor(
    readonly ref: FlowRef,
    readonly panel: vscode.WebviewPanel,
    private readonly parts: PanelParts,
  ) {
    super();
    const { accounts, flows, extensionUri } = parts;
    this.account = accounts.get(ref.accountId);
    this.link = this.register(
      new LiveLink<FlowLink>({ ask: (signal) => this.ask(signal), changed: () => this.update() }),
    );
    this.register(accounts.onDidChange(() => this.accountChanged()));
    this.register(
      flows.onDidChange(({ space, flows: changed }) => {
        const isOurs = changed?.some((flow) => sameFlow(flow, ref)) ?? sameSpace(space, ref);
        if (isOurs) this.update();
      }),
    );
    this.register(panel.onDidChangeViewState(() => this.link.setVisible(panel.visible)));

    this.frameOrigin = this.account && expectedOrigin(this.account.endpoint);
    this.page = this.register(
      new PanelPage<ToHost, ToWebview>(panel, {
        extensionUri,
        log: parts.log,
        label: 'preview',
        name: 'preview',
        allowed: framing(this.frameOrigin),
        read: readToHost,
        obey: (message) => this.obey(message),
      }),
    );
    panel.iconPath = panelIcon(extensionUri, 'preview');
    panel.title = this.facts().name;
    void this.start();
  }

  /** A new link, and the page loaded again even if the link is the old one. */
  reload(): void {
    if (this.account === undefined) return;
    this.renewedForSilence = false;
    this.wantsRound = true;
    this.readFlow();
    void this.link.renew().then(() => {
      if (this.wantsRound) this.nextRound();
      this.update();
    });
  }

  /** Opens what the panel shows in the person's browser; hosts that are not Meta's after a question. */
  async openInBrowser(): Promise<void> {
    const link = await this.usableLink();
    await openFlowLink(link, this.addressOf(link), this.facts().name);
  }

  async copyLink(): Promise<void> {
    const link = await this.usableLink();
    await vscode.env.clipboard.writeText(this.addressOf(link));
    void this.page.post({
      type: 'say',
      text: vscode.l10n.t('Link copied. Whoever has it can see the flow.'),
    });
  }

  private async usableLink(): Promise<FlowLink> {
    try {
      return await this.link.usable();
    } catch (error) {
      if (!(error instanceof LinkEndedError)) throw error;
      const reason = vscode.l10n.t(
        'CAMS gives a preview link that has already expired. Try again in a moment.',
      );
      throw new Error(reason, { cause: error });
    }
  }

  private async start(): Promise<void> {
    const options = await this.parts.memory.get(this.ref);
    if (this.isDisposed) return;
    this.keepOptions(options);
    if (this.account === undefined) this.link.stop();
    else this.readFlow();
    this.link.setVisible(this.panel.visible);
    this.greet();
  }

  private readFlow(): void {
    this.parts.flows.read(this.ref, { lane: 'person' }).catch((error: unknown) => {
      // The link fails for the same reason, and says so where the person looks.
      if (!isCancelled(error)) this.parts.log.debug(`preview: flow ${this.ref.flowId} could not be read`);
    });
  }

  private async ask(signal: AbortSignal): Promise<FlowLink> {
    const link = await askFlowLink(this.parts, this.ref, signal);
    if (this.wantsRound) this.nextRound();
    return link;
  }

  private nextRound(): void {
    this.wantsRound = false;
    this.round += 1;
  }

  private accountChanged(): void {
    const before = this.account;
    const now = this.parts.accounts.get(this.ref.accountId);
    this.account = now;
    this.lastKey = before?.accessKeyId ?? this.lastKey;
    if (now === undefined) {
      if (before !== undefined) this.link.stop();
      const successor = this.parts.accounts.all.find(({ accessKeyId }) => accessKeyId === this.lastKey);
      if (successor !== undefined) this.parts.moveTo({ ...this.ref, accountId: successor.id });
    } else if (before?.endpoint !== now.endpoint || before.accessKeyId !== now.accessKeyId) {
      this.link.restart();
    } else if (before.state !== 'ready' && now.state === 'ready') {
      const { state } = this.link;
      // It may be our own request that has just found the keys to be right.
      if (state.phase === 'failed' && !state.asking) this.link.restart();
    }
  }

  private obey(message: ToHost): void {
    switch (message.type) {
      case 'ready':
        this.greet();
        break;
      case 'press':
        this.presses[message.button]();
        break;
      case 'options':
        this.setOptions(message.options);
        break;
      case 'ended':
        this.link.check();
        this.update();
        break;
      case 'silent':
        this.frameIsSilent();
        break;
    }
  }

  private readonly presses: Readonly<Record<Button, () => void>> = {
    reload: () => this.reload(),
    openInBrowser: () => this.orSay(this.openInBrowser()),
    copyLink: () => this.orSay(this.copyLink()),
    openJson: () => execute('camsFlows.flow.openJson', this.ref),
    signIn: () => this.orSay(this.signIn()),
    renewKeys: () => execute('camsFlows.account.renew', { kind: 'account', accountId: this.ref.accountId }),
    showLog: () => execute('camsFlows.help.log'),
  };

  /** Whoever signs in from here wants to see this flow with the new account. */
  private async signIn(): Promise<void> {
    const known = new Set(this.parts.accounts.all.map(({ id }) => id));
    await vscode.commands.executeCommand('camsFlows.account.signIn');
    const added = this.parts.accounts.all.find(({ id }) => !known.has(id));
    if (added !== undefined && this.account === undefined && !this.isDisposed) {
      this.parts.moveTo({ ...this.ref, accountId: added.id });
    }
  }

  private setOptions(options: PreviewOptions): void {
    if (Object.keys(problemsOf(options)).length > 0) return;
    this.keepOptions(options);
    this.update();
    void this.parts.memory.set(this.ref, options);
  }

  private keepOptions(options: PreviewOptions): void {
    this.options = options;
    this.parts.redactor.add(options.flowToken, options.phoneNumber);
  }

  /** When nobody knows how long the link lives, a page that does not come may mean that it has ended. */
  private frameIsSilent(): void {
    const { state } = this.link;
    if (this.renewedForSilence || state.phase !== 'fresh' || state.remaining !== undefined) return;
    this.renewedForSilence = true;
    void this.link.renew();
  }

  private greet(): void {
    if (!this.page.isReady || this.options === undefined) return;
    const { accountId, spaceId, flowId } = this.ref;
    void this.page.post({
      type: 'start',
      state: { accountId, spaceId, flowId },
      texts: previewTexts(),
      language: ourLanguage(),
      options: this.options,
    });
    this.update();
  }

  private update(): void {
    if (this.isDisposed) return;
    const flow = this.facts();
    if (this.panel.title !== flow.name) this.panel.title = flow.name;
    if (!this.page.isReady || this.options === undefined) return;
    const body = bodyOf({
      signedIn: this.account !== undefined,
      state: this.link.state,
      options: this.options,
      round: this.round,
    });
    if (body.kind === 'frame') this.allow(new URL(body.source).origin);
    void this.page.post({ type: 'show', flow, body });
  }

  /** Lets the page frame this origin and no other. */
  private allow(origin: string): void {
    if (origin === this.frameOrigin) return;
    this.frameOrigin = origin;
    this.page.draw(framing(origin));
  }

  private facts() {
    // A flow whose account has left is no longer known, but a person still wants to know which it was.
    this.flow = this.parts.flows.get(this.ref) ?? this.flow;
    return factsOf(this.ref, this.flow);
  }

  private addressOf(link: FlowLink): string {
    return this.options === undefined || link.framing.kind !== 'frame'
      ? link.url
      : withOptions(link.url, this.options);
  }

  private orSay(task: Promise<void>): void {
    task.catch((error: unknown) => {
      if (!isCancelled(error)) void this.page.post({ type: 'say', text: sentenceOf(error) });
    });
  }
}

const framing = (origin: string | undefined): string[] => [`frame-src ${origin ?? `'none'`}`];

function execute(command: string, ...args: unknown[]): void {
  void vscode.commands.executeCommand(command, ...args);
}
