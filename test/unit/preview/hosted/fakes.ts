import * as vscode from 'vscode';
import { vi } from 'vitest';
import type { Account } from '../../../../src/accounts/types';
import type { Cams } from '../../../../src/cams/cams';
import type { CallOptions, PreviewLink, Session } from '../../../../src/cams/types';
import type { Flow, FlowRef } from '../../../../src/flows/types';
import type { FlowsChange } from '../../../../src/flows/flows';
import type { Log } from '../../../../src/platform/log';
import { Redactor } from '../../../../src/platform/redaction';
import type { Body, ToHost, ToWebview } from '../../../../src/webview/hosted/contract';

export class FakeSecrets implements vscode.SecretStorage {
  readonly values = new Map<string, string>();
  readonly onDidChange = new vscode.EventEmitter<vscode.SecretStorageChangeEvent>().event;
  keys = async () => [...this.values.keys()];
  get = async (key: string) => this.values.get(key);
  store = async (key: string, value: string) => void this.values.set(key, value);
  delete = async (key: string) => void this.values.delete(key);
}

/** A panel whose page answers 'ready' when the test says so, as a page of VS Code would. */
export class FakePanel {
  readonly viewType = 'camsFlows.preview';
  readonly options: vscode.WebviewPanelOptions = { retainContextWhenHidden: true };
  title = '';
  iconPath: unknown;
  viewColumn: number | undefined = 2;
  visible = true;
  active = true;
  readonly posted: ToWebview[] = [];
  /** Every page that was drawn. */
  readonly pages: string[] = [];
  readonly reveal = vi.fn();
  private readonly disposed = new vscode.EventEmitter<void>();
  private readonly viewState = new vscode.EventEmitter<unknown>();
  private readonly received = new vscode.EventEmitter<unknown>();
  readonly onDidDispose = this.disposed.event;
  readonly onDidChangeViewState = this.viewState.event;
  readonly webview;
  isDisposed = false;

  constructor() {
    const { pages, posted, received } = this;
    this.webview = {
      options: {} as vscode.WebviewOptions,
      cspSource: 'https://csp.example',
      asWebviewUri: (uri: vscode.Uri) => uri.with({ scheme: 'https', authority: 'webview.example' }),
      onDidReceiveMessage: received.event,
      postMessage: async (message: ToWebview) => (posted.push(message), true),
      get html() {
        return pages.at(-1) ?? '';
      },
      set html(page: string) {
        pages.push(page);
      },
    };
  }

  get asPanel(): vscode.WebviewPanel {
    return this as unknown as vscode.WebviewPanel;
  }

  send(message: unknown): void {
    this.received.fire(message);
  }

  press(button: Extract<ToHost, { type: 'press' }>['button']): void {
    this.send({ type: 'press', button });
  }

  show(visible: boolean): void {
    this.visible = visible;
    this.active = visible;
    this.viewState.fire({ webviewPanel: this });
  }

  dispose(): void {
    if (this.isDisposed) return;
    this.isDisposed = true;
    this.disposed.fire();
  }

  /** What the page shows now. */
  get body(): Body | undefined {
    return this.posted.findLast((message) => message.type === 'show')?.body;
  }

  get facts() {
    return this.posted.findLast((message) => message.type === 'show')?.flow;
  }

  get said(): string[] {
    return this.posted.filter((message) => message.type === 'say').map(({ text }) => text);
  }

  get frameSource(): string | undefined {
    return this.body?.kind === 'frame' ? this.body.source : undefined;
  }
}

/** Everything around the panels, with a CAMS whose answers the test gives. */
export function surroundings(endpoint = 'https://cams.ap-southeast-1.aliyuncs.com') {
  const accountsChanged = new vscode.EventEmitter<void>();
  const flowsChanged = new vscode.EventEmitter<FlowsChange>();
  const account: Account = {
    id: 'one',
    label: 'One',
    kind: 'accessKey',
    accessKeyId: 'LTAI1',
    region: 'ap-southeast-1',
    endpoint,
    spaces: [],
    spaceListing: 'unknown',
    state: 'ready',
  };
  const world = {
    accounts: [account],
    flow: { ref: { accountId: 'one', spaceId: '', flowId: '1' }, name: 'Booking', added: false } as Flow,
    knowsFlow: true,
    lines: [] as string[],
    redactor: new Redactor(),
    secrets: new FakeSecrets(),
    getFlowPreviewUrl: vi.fn<(request: { flowId: string; custSpaceId?: string }) => Promise<PreviewLink>>(),
    read: vi.fn<(ref: FlowRef, options?: CallOptions) => Promise<Flow>>(
      async (): Promise<Flow> => world.flow,
    ),
    change(edit: Partial<Account> | 'signOut' | 'signIn' | 'signInAsAnother') {
      if (edit === 'signOut') world.accounts = [];
      else if (edit === 'signIn') world.accounts = [{ ...account, id: 'two' }];
      else if (edit === 'signInAsAnother') {
        world.accounts = [{ ...account, id: 'three', accessKeyId: 'LTAI3' }];
      } else world.accounts = world.accounts.map((one) => ({ ...one, ...edit }));
      accountsChanged.fire();
    },
    forgetFlow() {
      world.knowsFlow = false;
    },
    changeFlow(edit: Partial<Flow>, listed = false) {
      world.flow = { ...world.flow, ...edit };
      flowsChanged.fire({ space: world.flow.ref, flows: listed ? undefined : [world.flow.ref] });
    },
  };
  const line = (message: string) => void world.lines.push(message);
  const log: Log = { trace: line, debug: line, info: line, warn: line, error: line };
  const cams = { getFlowPreviewUrl: (_: Session, request: never) => world.getFlowPreviewUrl(request) };
  const parts = {
    log,
    redactor: world.redactor,
    secrets: world.secrets,
    extensionUri: vscode.Uri.parse('file:///extension'),
    accounts: {
      get all() {
        return world.accounts;
      },
      get: (id: string) => world.accounts.find((one) => one.id === id),
      call: async <T>(_id: string, operation: (cams: Cams, session: Session) => Promise<T>) =>
        operation(cams as unknown as Cams, {} as Session),
      onDidChange: accountsChanged.event,
    },
    flows: {
      get: (ref: FlowRef) =>
        world.knowsFlow && ref.flowId === world.flow.ref.flowId ? world.flow : undefined,
      read: world.read,
      onDidChange: flowsChanged.event,
    },
  };
  return { world, parts };
}
